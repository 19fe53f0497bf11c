package org.afterword.account.credentials;

import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.Role;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Codes after the password: new backup codes, and turning codes off. */
@Controller
@RequestMapping("/settings/codes")
class CodesController {

	static final String HERE = "redirect:/settings/codes";

	private final Codes codes;

	private final Members members;

	private final Limits limits;

	CodesController(Codes codes, Members members, Limits limits) {
		this.codes = codes;
		this.members = members;
		this.limits = limits;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", new CodeForm(null));
		return page(viewer, model);
	}

	@PostMapping("/backup")
	String renew(Viewer viewer, @ModelAttribute("form") CodeForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			prove(viewer, form);
			after.addFlashAttribute("backup", this.codes.renew(viewer.id()));
			return HERE;
		}, () -> page(viewer, model));
	}

	@DeleteMapping
	String stop(Viewer viewer, @ModelAttribute("form") CodeForm form, BindingResult errors, Model model) {
		return Forms.submit(errors, () -> {
			prove(viewer, form);
			this.codes.stop(viewer.id());
			return HERE;
		}, () -> page(viewer, model));
	}

	private void prove(Viewer viewer, CodeForm form) {
		if (!this.limits.guess(Limit.PROOF, viewer.toString(), () -> this.codes.accept(viewer.id(), form.code()))) {
			throw new Refused("codes.wrong").on("code");
		}
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("used", this.codes.areUsed(viewer.id()));
		model.addAttribute("left", this.codes.left(viewer.id()));
		// Says why a role does not count in this session.
		model.addAttribute("missing",
				viewer.role() == Role.MEMBER && this.members.get(viewer.id()).role() != Role.MEMBER);
		return "account/codes";
	}

}
