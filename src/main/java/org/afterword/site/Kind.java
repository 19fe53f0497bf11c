package org.afterword.site;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;

/** A kind of setting: it reads what was typed, or says why it cannot. */
public sealed interface Kind {

	/** For templates. */
	default String word() {
		return getClass().getSimpleName().toLowerCase(Locale.ROOT);
	}

	/** Whether its values are words or numbers of ours, which the audit log may show. */
	default boolean isOurs() {
		return true;
	}

	/**
	 * The value that was meant.
	 * @throws Refused if it cannot be one
	 */
	String read(String typed);

	/** One line, up to a number of characters; may be empty. */
	record Line(int longest) implements Kind {

		@Override
		public boolean isOurs() {
			return false;
		}

		@Override
		public String read(String typed) {
			var line = Characters.line(Blank.stripped(typed));
			if (line.length() > this.longest) {
				throw new Refused("setting.line", this.longest);
			}
			return line;
		}

	}

	/** Some lines, up to a number of characters; may be empty. */
	record Text(int longest, boolean markdown) implements Kind {

		@Override
		public boolean isOurs() {
			return false;
		}

		@Override
		public String read(String typed) {
			var text = Blank.stripped(typed.replace("\r\n", "\n").replace('\r', '\n').replace("\0", ""));
			if (text.length() > this.longest) {
				throw new Refused("setting.text", text.length(), this.longest);
			}
			return text;
		}

	}

	/** A whole number between two. */
	record Count(int least, int most) implements Kind {

		@Override
		public String read(String typed) {
			var number = typed.strip();
			if (!number.matches("[0-9]{1,9}") || Integer.parseInt(number) < this.least
					|| Integer.parseInt(number) > this.most) {
				throw new Refused("setting.number", this.least, this.most);
			}
			return Integer.toString(Integer.parseInt(number));
		}

	}

	/** One of some words, each the end of a message key. */
	record Choice(List<String> words) implements Kind {

		@Override
		public String read(String typed) {
			if (!this.words.contains(typed)) {
				throw new Refused("setting.choice");
			}
			return typed;
		}

	}

	/** Yes ("on") or no (empty). */
	record Tick() implements Kind {

		@Override
		public String read(String typed) {
			return typed.isEmpty() ? "" : "on";
		}

	}

	/** A time zone, chosen from all that have a name. */
	record Zone() implements Kind {

		@Override
		public String read(String typed) {
			try {
				return ZoneId.of(typed.strip()).getId();
			}
			catch (DateTimeException ex) {
				throw new Refused("setting.site.zone.form");
			}
		}

		/** What may be chosen; also the current one, if it has no name. */
		public List<TimeZones.Group> groups(Locale language, String now) {
			return TimeZones.groups(language, now);
		}

	}

	/** A colour, as {@code #ad1f2d}. */
	record Hue() implements Kind {

		@Override
		public String read(String typed) {
			return Colour.of(typed).toString();
		}

	}

	/** A picture, with a form of its own. */
	record Picture() implements Kind {

		@Override
		public String read(String typed) {
			throw new Refused("setting.choice");
		}

	}

	/** What only the host sets, on the server; a page shows it. */
	record Elsewhere(String address) implements Kind {

		@Override
		public String read(String typed) {
			throw new Refused("setting.choice");
		}

	}

}
