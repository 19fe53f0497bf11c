package org.afterword.account.administration;

import java.util.Locale;

import org.afterword.account.administration.MemberImport.Line;
import org.afterword.account.administration.MemberImport.Report;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page of the member import shows of a report. */
@Component
class MemberImportPage {

	/** How many lines of each kind a page shows; the rest is counted. */
	private static final int SHOWN = 200;

	private final MessageSource messages;

	MemberImportPage(MessageSource messages) {
		this.messages = messages;
	}

	void preview(Report report, Model model) {
		var made = report.getMade();
		var skipped = report.getSkipped();
		model.addAttribute("willMake", made.subList(0, Math.min(SHOWN, made.size())));
		model.addAttribute("willSkip", skipped.subList(0, Math.min(SHOWN, skipped.size())));
		model.addAttribute("toMake", made.size());
		model.addAttribute("toSkip", skipped.size());
	}

	/** In sentences, because a session keeps them until the next page. */
	void done(Report report, Locale locale, RedirectAttributes after) {
		after.addFlashAttribute("made", report.getMade().size());
		after.addFlashAttribute("skipped", report.getSkipped().size());
		after.addFlashAttribute("sentences",
				report.getSkipped().stream().limit(SHOWN).map((line) -> sentence(line, locale)).toList());
	}

	private String sentence(Line line, Locale locale) {
		var who = line.email().isEmpty() ? line.name() : line.email();
		return say("member-import.row", locale, line.number(), who) + " " + say(String.valueOf(line.problem()), locale);
	}

	private String say(String key, Locale locale, Object... about) {
		return this.messages.getMessage(key, about, locale);
	}

}
