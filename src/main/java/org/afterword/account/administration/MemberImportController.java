package org.afterword.account.administration;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.administration.MemberImport.Line;
import org.afterword.account.administration.MemberImport.Report;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing in a list of members, for administrators: look first, then do it. */
@Controller
@RequestMapping("/administration/enlisting")
class MemberImportController {

	private static final String PAGE = "account/enlist";

	/** How many lines of each kind a page shows; the rest is counted. */
	private static final int SHOWN = 200;

	private final MemberImport members;

	private final MessageSource messages;

	MemberImportController(MemberImport members, MessageSource messages) {
		this.members = members;
		this.messages = messages;
	}

	@GetMapping
	String form(Viewer viewer, Model model) {
		mustAdminister(viewer);
		model.addAttribute("list", "");
		return PAGE;
	}

	/**
	 * Shows what would become of the list.
	 * @param change anything, where the list itself is wanted back to change it
	 */
	@PostMapping
	String preview(Viewer viewer, @RequestParam(defaultValue = "") String list,
			@RequestParam(required = false) @Nullable MultipartFile file,
			@RequestParam(required = false) @Nullable String change, Model model, Locale locale,
			HttpServletResponse response) throws IOException {
		mustAdminister(viewer);
		model.addAttribute("list", list);
		if (change != null) {
			return PAGE;
		}
		try {
			var text = (file != null && !file.isEmpty()) ? ListedPeople.text(file.getBytes()) : list;
			model.addAttribute("list", text);
			return page(this.members.preview(viewer, text), model);
		}
		catch (Refused reason) {
			return refused(reason, model, locale, response);
		}
	}

	@PostMapping("/people")
	String run(Viewer viewer, @RequestParam(defaultValue = "") String list,
			@RequestParam(required = false) @Nullable String tell, Model model, Locale locale,
			HttpServletResponse response, RedirectAttributes after) {
		mustAdminister(viewer);
		model.addAttribute("list", list);
		try {
			var report = this.members.run(viewer, list, tell != null);
			after.addFlashAttribute("made", report.getMade().size());
			after.addFlashAttribute("skipped", report.getSkipped().size());
			after.addFlashAttribute("sentences", sentences(report, locale));
			return "redirect:/administration/enlisting";
		}
		catch (Refused reason) {
			return refused(reason, model, locale, response);
		}
	}

	private static String page(Report report, Model model) {
		var made = report.getMade();
		var skipped = report.getSkipped();
		model.addAttribute("willMake", made.subList(0, Math.min(SHOWN, made.size())));
		model.addAttribute("willSkip", skipped.subList(0, Math.min(SHOWN, skipped.size())));
		model.addAttribute("toMake", made.size());
		model.addAttribute("toSkip", skipped.size());
		return PAGE;
	}

	/** In words, because a session keeps them until the next page. */
	private List<String> sentences(Report report, Locale locale) {
		return report.getSkipped().stream().limit(SHOWN).map((line) -> sentence(line, locale)).toList();
	}

	private String sentence(Line line, Locale locale) {
		var who = line.email().isEmpty() ? line.name() : line.email();
		return say("member-import.row", locale, line.number(), who) + " " + say(String.valueOf(line.problem()), locale);
	}

	private String refused(Refused reason, Model model, Locale locale, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", say(reason.key(), locale, reason.arguments()));
		return PAGE;
	}

	private String say(String key, Locale locale, Object... about) {
		return this.messages.getMessage(key, about, locale);
	}

	private static void mustAdminister(Viewer viewer) {
		if (!viewer.isAdministrator()) {
			throw new NotAllowed("bring in a list of members");
		}
	}

}
