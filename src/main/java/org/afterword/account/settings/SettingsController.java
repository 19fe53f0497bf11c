package org.afterword.account.settings;

import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
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

	private final MemberProfiles profiles;

	private final Limits limits;

	SettingsController(Members members, MemberProfiles profiles, Limits limits) {
		this.members = members;
		this.profiles = profiles;
		this.limits = limits;
	}

	@GetMapping
	String form(Viewer viewer, @RequestParam(required = false) @Nullable String saved, Model model) {
		var member = this.members.get(viewer.id());
		model.addAttribute("settings",
				SettingsForm.of(member.handle(), this.profiles.get(viewer.id()), this.profiles.listing(viewer.id())));
		model.addAttribute("saved", "profile".equals(saved) || "password".equals(saved) ? saved : null);
		return PAGE;
	}

	@PostMapping
	String save(Viewer viewer, @ModelAttribute("settings") SettingsForm form, BindingResult errors) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			if (!this.members.get(viewer.id()).handle().equals(form.toHandle())) {
				this.limits.take(Limit.RENAMING, viewer.toString());
			}
			this.profiles.change(viewer.id(), form.toHandle(), form.toProfile());
			form.toListing().ifPresent((listing) -> this.profiles.changeListing(viewer.id(), listing));
			return "redirect:/settings?saved=profile";
		}, () -> PAGE);
	}

}
