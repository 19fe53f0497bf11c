package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.afterword.account.SignIns;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Codes after the password: to begin with them, to renew those on paper, to stop. */
@Controller
@RequestMapping("/settings/codes")
class CodesController {

	private static final String PAGE = "account/codes";

	private static final String SECRET = "code-secret";

	private final Codes codes;

	private final Members members;

	private final Limits limits;

	private final Site site;

	CodesController(Codes codes, Members members, Limits limits, Site site) {
		this.codes = codes;
		this.members = members;
		this.limits = limits;
		this.site = site;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", new CodeForm(null));
		return page(viewer, model);
	}

	/** Makes a secret, which the session keeps until its first code was typed. */
	@PostMapping("/secret")
	String makeSecret(HttpSession session) {
		session.setAttribute(SECRET, Codes.newSecret());
		return "redirect:/settings/codes/secret";
	}

	@GetMapping("/secret")
	String secret(Viewer viewer, @SessionAttribute(name = SECRET, required = false) byte @Nullable [] secret,
			Model model) {
		if (secret == null) {
			return "redirect:/settings/codes";
		}
		model.addAttribute("form", new CodeForm(null));
		return secretPage(viewer, secret, model);
	}

	@PostMapping
	String begin(Viewer viewer, @SessionAttribute(name = SECRET, required = false) byte @Nullable [] secret,
			@ModelAttribute("form") CodeForm form, BindingResult errors, Model model, HttpSession session,
			HttpServletResponse response, RedirectAttributes back) {
		if (secret == null) {
			return "redirect:/settings/codes";
		}
		if (mayTry(viewer, errors, response)) {
			var backup = this.codes.begin(viewer.id(), secret, form.code(), SignIns.current());
			if (!backup.isEmpty()) {
				right(viewer);
				session.removeAttribute(SECRET);
				back.addFlashAttribute("backup", backup);
				return "redirect:/settings/codes";
			}
			errors.rejectValue("code", "codes.wrong");
		}
		return secretPage(viewer, secret, model);
	}

	@PostMapping("/backup")
	String renew(Viewer viewer, @ModelAttribute("form") CodeForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes back) {
		if (isRight(viewer, form, errors, response)) {
			back.addFlashAttribute("backup", this.codes.renew(viewer.id()));
			return "redirect:/settings/codes";
		}
		return page(viewer, model);
	}

	@DeleteMapping
	String stop(Viewer viewer, @ModelAttribute("form") CodeForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		if (isRight(viewer, form, errors, response)) {
			this.codes.stop(viewer.id());
			return "redirect:/settings/codes";
		}
		return page(viewer, model);
	}

	private boolean isRight(Viewer viewer, CodeForm form, BindingResult errors, HttpServletResponse response) {
		if (!mayTry(viewer, errors, response)) {
			return false;
		}
		if (!this.codes.accept(viewer.id(), form.code())) {
			errors.rejectValue("code", "codes.wrong");
			return false;
		}
		right(viewer);
		return true;
	}

	private boolean mayTry(Viewer viewer, BindingResult errors, HttpServletResponse response) {
		try {
			this.limits.take(Limit.PROOF, viewer.toString());
			return true;
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return false;
		}
	}

	private void right(Viewer viewer) {
		this.limits.giveBack(Limit.PROOF, viewer.toString());
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("used", this.codes.areUsed(viewer.id()));
		model.addAttribute("left", this.codes.left(viewer.id()));
		// Whoever has a role that does not count here learns why.
		model.addAttribute("missing",
				viewer.role() == Role.MEMBER && this.members.get(viewer.id()).role() != Role.MEMBER);
		return PAGE;
	}

	private String secretPage(Viewer viewer, byte[] secret, Model model) {
		var handle = this.members.get(viewer.id()).handle().value();
		model.addAttribute("qr",
				QrCode.of(secret, this.site.name().isEmpty() ? "Afterword" : this.site.name(), handle));
		return "account/code-secret";
	}

}
