package org.afterword.moderation;

import java.util.List;
import java.util.function.Supplier;

import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;
import org.afterword.site.Settings;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** The lists of reasons, which administrators edit, and what was chosen of them. */
@Component
public class Reasons {

	/** How many reasons a list may have. */
	static final int MOST = 12;

	/** How many characters a reason may have. */
	static final int LONGEST = 80;

	private final Settings settings;

	private final Site site;

	private final MessageSource messages;

	Reasons(Settings settings, Site site, MessageSource messages) {
		this.settings = settings;
		this.site = site;
		this.messages = messages;
	}

	public List<Reason> of(Purpose purpose) {
		return this.settings.find(purpose.setting())
			.map((lines) -> lines.lines().map((line) -> new Reason(line, null)).toList())
			.orElseGet(() -> usual(purpose));
	}

	/** Offered where a post is shown again; one can say something else, or nothing. */
	public List<String> forShowingAgain() {
		return of(Purpose.SHOWING_AGAIN).stream().map(Reason::words).toList();
	}

	/** The list as a setting: one reason a line; an empty one brings the usual back. */
	Setting setting(Purpose purpose) {
		Supplier<String> usual = () -> lines(usual(purpose).stream().map(Reason::words).toList());
		return Setting.of(purpose.setting(), Part.REASONS, new Kind.Text(MOST * LONGEST * 2, false), usual)
			.reading((typed, by) -> {
				var list = read(typed);
				return list.isEmpty() ? usual.get() : lines(list);
			});
	}

	/**
	 * The chosen reason as text: one of the list, followed by own words, or own words
	 * alone. In the language of the site, because readers of every language see the same.
	 * @param errors for the fields reason and words; what is missing becomes an error
	 * there
	 * @return null where something is missing
	 */
	public @Nullable String say(Purpose purpose, String chosen, String words, Errors errors) {
		if (chosen.equals(Reason.OTHER)) {
			if (Blank.is(words)) {
				errors.rejectValue("words", "reason.no-words");
				return null;
			}
			return words;
		}
		if (of(purpose).stream().noneMatch((reason) -> reason.words().equals(chosen))) {
			errors.rejectValue("reason", "reason.none");
			return null;
		}
		return Blank.is(words) ? chosen : chosen + ". " + words;
	}

	private List<Reason> usual(Purpose purpose) {
		return purpose.usual()
			.stream()
			.map((key) -> new Reason(this.messages.getMessage(key, null, this.site.usualLanguage()), key))
			.toList();
	}

	private static String lines(List<String> list) {
		return String.join("\n", list);
	}

	private static List<String> read(String lines) {
		var list = lines.lines()
			.map(String::strip)
			.filter((line) -> !Blank.is(line) && !line.equals(Reason.OTHER))
			.distinct()
			.toList();
		if (list.size() > MOST) {
			throw new Refused("reasons.too-many", list.size(), MOST);
		}
		list.stream().filter((line) -> line.length() > LONGEST).findFirst().ifPresent((line) -> {
			throw new Refused("reasons.too-long", line, LONGEST);
		});
		return list;
	}

}
