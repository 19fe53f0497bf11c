package org.afterword.site;

import java.util.List;
import java.util.Locale;

import org.afterword.member.Viewer;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The page of settings. */
@Component
class SiteSettingsPage {

	private static final String PAGE = "site/settings";

	private final SiteAdministration administration;

	private final MessageSource messages;

	SiteSettingsPage(SiteAdministration administration, MessageSource messages) {
		this.administration = administration;
		this.messages = messages;
	}

	/**
	 * @param q what was searched for
	 */
	String show(List<PartView> parts, String q, Model model) {
		model.addAttribute("parts", parts);
		model.addAttribute("all", Part.values());
		model.addAttribute("q", q);
		model.addAttribute("problems",
				parts.stream()
					.flatMap((part) -> part.settings().stream())
					.filter((one) -> one.problem() != null)
					.toList());
		return PAGE;
	}

	String showLogoProblem(BindingResult errors, Viewer viewer, Model model, Locale locale) {
		errors.getAllErrors()
			.stream()
			.findFirst()
			.ifPresent((error) -> model.addAttribute("logoProblem", this.messages.getMessage(error, locale)));
		return show(this.administration.find("", Part.LOOK, viewer, locale), "", model);
	}

}
