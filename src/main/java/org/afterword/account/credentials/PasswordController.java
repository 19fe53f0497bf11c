package org.afterword.account.credentials;

import org.afterword.account.SignIns;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;
import org.afterword.member.password.Password;

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

	private final PasswordChanges changes;

	private final Limits limits;

	PasswordController(PasswordChanges changes, Limits limits) {
		this.changes = changes;
		this.limits = limits;
	}

	@GetMapping
	String form(Model model) {
		model.addAttribute("change", new PasswordForm("", ""));
		return PAGE;
	}

	@PostMapping
	String change(Viewer viewer, @ModelAttribute("change") PasswordForm form, BindingResult errors) {
		form.check(errors, (typed) -> this.changes.isGuessable(viewer.id(), typed));
		return Forms.submit(errors, () -> {
			if (!this.limits.guess(Limit.PROOF, viewer.toString(), () -> this.changes.change(viewer.id(), form.old(),
					new Password(form.password()), SignIns.current()))) {
				throw new Refused("password.old.wrong").on("old");
			}
			return "redirect:/settings?saved=password";
		}, () -> PAGE);
	}

}
