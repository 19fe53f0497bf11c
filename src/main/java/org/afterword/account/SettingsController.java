package org.afterword.account;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.NotFree;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/settings")
class SettingsController {

	private static final String PAGE = "account/settings";

	private final Members members;

	private final Limits limits;

	SettingsController(Members members, Limits limits) {
		this.members = members;
		this.limits = limits;
	}

	@GetMapping
	String form(Viewer viewer, @RequestParam(required = false) @Nullable String saved, Model model) {
		var member = this.members.get(viewer.id());
		model.addAttribute("settings",
				SettingsForm.of(member.handle(), this.members.profile(viewer.id()), this.members.listing(viewer.id())));
		model.addAttribute("saved", "profile".equals(saved) || "password".equals(saved) ? saved : null);
		return PAGE;
	}

	@PostMapping
	String save(Viewer viewer, @ModelAttribute("settings") SettingsForm form, BindingResult errors,
			HttpServletResponse response) {
		var member = viewer.id();
		form.check(errors);
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			if (!this.members.get(member).handle().equals(form.toHandle())) {
				this.limits.take(Limit.RENAMING, viewer.toString());
			}
			this.members.changeProfile(member, form.toHandle(), form.toProfile());
			form.toListing().ifPresent((listed) -> this.members.changeListing(member, listed));
		}
		catch (NotFree reasons) {
			FormChecks.notFree(errors, reasons);
			return PAGE;
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
		return "redirect:/settings?saved=profile";
	}

}
