package org.afterword.site;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Viewer;
import org.afterword.site.SiteAdministration.Typed;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the site, for administrators. */
@Controller
@RequestMapping("/settings/site")
class SiteSettingsController {

	/** Before the name of a field: the value when its page was made. */
	private static final String BEFORE = "stood.";

	private final SiteAdministration administration;

	private final SiteSettingsPage page;

	SiteSettingsController(SiteAdministration administration, SiteSettingsPage page) {
		this.administration = administration;
		this.page = page;
	}

	@GetMapping
	String show(Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String part,
			Model model, Locale locale) {
		return this.page.show(this.administration.find(q, Part.of(part), viewer, locale), q, model);
	}

	/**
	 * Saves what was typed, all or nothing.
	 * @param reset names of those that go back to their default
	 */
	@PostMapping
	String save(Viewer viewer, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String part,
			@RequestParam(defaultValue = "") Set<String> reset, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes after) {
		var outcome = this.administration.save(typed(fields), reset, q, viewer, locale);
		if (!outcome.isSaved()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return this.page.show(outcome.page(), q, model);
		}
		if (!q.isEmpty()) {
			after.addAttribute("q", q);
		}
		else if (Part.of(part) != Part.COMMUNITY) {
			after.addAttribute("part", Part.of(part).word());
		}
		after.addFlashAttribute("done", "setting.done");
		return "redirect:/settings/site";
	}

	private static Map<String, Typed> typed(MultiValueMap<String, String> fields) {
		var typed = new LinkedHashMap<String, Typed>();
		fields.forEach((field, values) -> {
			if (field.startsWith(BEFORE)) {
				var name = field.substring(BEFORE.length());
				var value = fields.getFirst(name);
				// Forms send each line break as two characters.
				typed.put(name, new Typed((value != null) ? value : "", values.getFirst().replace("\r\n", "\n")));
			}
		});
		return typed;
	}

}
