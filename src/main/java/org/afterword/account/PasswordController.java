package org.afterword.account;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.Password;
import org.afterword.member.Viewer;
import org.afterword.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/settings/password")
class PasswordController {

	private static final String PAGE = "account/password";

	private final Members members;

	private final SignIns signIns;

	private final Limits limits;

	private final Site site;

	PasswordController(Members members, SignIns signIns, Limits limits, Site site) {
		this.members = members;
		this.signIns = signIns;
		this.limits = limits;
		this.site = site;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("change", new PasswordForm("", ""));
		return PAGE;
	}

	@PostMapping
	String change(Viewer viewer, @ModelAttribute("change") PasswordForm form, BindingResult errors,
			HttpServletResponse response) {
		FormChecks.password(errors, form.password(), "", "", "");
		if (!errors.hasErrors() && this.members.isGuessable(viewer.id(), form.password(), this.site.name())) {
			errors.rejectValue("password", "password.guessable");
		}
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			this.limits.take(Limit.PROOF, viewer.toString());
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
		if (!this.members.changePassword(viewer.id(), form.old(), new Password(form.password()))) {
			errors.rejectValue("old", "password.old.wrong");
			return PAGE;
		}
		this.limits.giveBack(Limit.PROOF, viewer.toString());
		this.signIns.endOthers(viewer.id(), SignIns.current());
		return "redirect:/settings?saved=password";
	}

}
