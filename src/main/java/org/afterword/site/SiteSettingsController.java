package org.afterword.site;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.site.SiteAdministration.Typed;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of the site, for administrators. */
@Controller
@RequestMapping("/settings/site")
class SiteSettingsController {

	private static final String PAGE = "site/settings";

	/** Before the name of a field: what stood there when its page was made. */
	private static final String STOOD = "stood.";

	private final SiteAdministration administration;

	private final Logo logo;

	SiteSettingsController(SiteAdministration administration, Logo logo) {
		this.administration = administration;
		this.logo = logo;
	}

	@GetMapping
	String show(Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String part,
			Model model, Locale locale) {
		return page(this.administration.find(q, Part.of(part), viewer, locale), q, model);
	}

	@PostMapping
	String settle(Viewer viewer, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String part,
			@RequestParam(defaultValue = "") Set<String> reset, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes after) {
		var typed = new LinkedHashMap<String, Typed>();
		fields.forEach((field, values) -> {
			if (field.startsWith(STOOD)) {
				var name = field.substring(STOOD.length());
				var value = fields.getFirst(name);
				typed.put(name, new Typed((value != null) ? value : "", lines(values.getFirst())));
			}
		});
		var outcome = this.administration.settle(typed, reset, q, viewer, locale);
		if (!outcome.isSettled()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(outcome.page(), q, model);
		}
		return done(q, Part.of(part), after);
	}

	@PostMapping("/logo")
	String keepLogo(Viewer viewer, @RequestParam(required = false) @Nullable MultipartFile picture, Model model,
			Locale locale, HttpServletResponse response, RedirectAttributes after) throws IOException {
		try {
			this.logo.keep((picture != null) ? picture.getBytes() : new byte[0], viewer);
			return done("", Part.LOOK, after);
		}
		catch (Refused reason) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("logoProblem", this.administration.say(reason, locale));
			return page(this.administration.find("", Part.LOOK, viewer, locale), "", model);
		}
	}

	@DeleteMapping("/logo")
	String removeLogo(Viewer viewer, RedirectAttributes after) {
		this.logo.remove(viewer);
		return done("", Part.LOOK, after);
	}

	private static String page(List<PartView> parts, String q, Model model) {
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

	private static String done(String q, Part part, RedirectAttributes after) {
		if (!q.isEmpty()) {
			after.addAttribute("q", q);
		}
		else if (part != Part.COMMUNITY) {
			after.addAttribute("part", part.word());
		}
		after.addFlashAttribute("done", "setting.done");
		return "redirect:/settings/site";
	}

	/** As forms send it, lines end in two signs. */
	private static String lines(String sent) {
		return sent.replace("\r\n", "\n");
	}

}
