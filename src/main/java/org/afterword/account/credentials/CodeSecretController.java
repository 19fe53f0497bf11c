package org.afterword.account.credentials;

import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.afterword.account.SignIns;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turning codes on: a secret for the authenticator app, and its first code. */
@Controller
@RequestMapping("/settings/codes")
class CodeSecretController {

	/** Keeps the secret in the session until its first code was typed. */
	private static final String SECRET = "code-secret";

	private final Codes codes;

	private final Members members;

	private final Limits limits;

	private final Site site;

	CodeSecretController(Codes codes, Members members, Limits limits, Site site) {
		this.codes = codes;
		this.members = members;
		this.limits = limits;
		this.site = site;
	}

	@PostMapping("/secret")
	String make(HttpSession session) {
		session.setAttribute(SECRET, Codes.newSecret());
		return "redirect:/settings/codes/secret";
	}

	@GetMapping("/secret")
	String show(Viewer viewer, @SessionAttribute(name = SECRET, required = false) byte @Nullable [] secret,
			Model model) {
		if (secret == null) {
			return CodesController.HERE;
		}
		model.addAttribute("form", new CodeForm(null));
		return page(viewer, secret, model);
	}

	@PostMapping
	String begin(Viewer viewer, @SessionAttribute(name = SECRET, required = false) byte @Nullable [] secret,
			@ModelAttribute("form") CodeForm form, BindingResult errors, Model model, HttpSession session,
			RedirectAttributes after) {
		if (secret == null) {
			return CodesController.HERE;
		}
		return Forms.submit(errors, () -> {
			after.addFlashAttribute("backup", begin(viewer, secret, form.code()));
			session.removeAttribute(SECRET);
			return CodesController.HERE;
		}, () -> page(viewer, secret, model));
	}

	private List<String> begin(Viewer viewer, byte[] secret, String code) {
		var backup = new ArrayList<String>();
		if (!this.limits.guess(Limit.PROOF, viewer.toString(),
				() -> backup.addAll(this.codes.begin(viewer.id(), secret, code, SignIns.current())))) {
			throw new Refused("codes.wrong").on("code");
		}
		return backup;
	}

	private String page(Viewer viewer, byte[] secret, Model model) {
		var handle = this.members.get(viewer.id()).handle().value();
		model.addAttribute("qr",
				QrCode.of(secret, this.site.name().isEmpty() ? "Afterword" : this.site.name(), handle));
		return "account/code-secret";
	}

}
