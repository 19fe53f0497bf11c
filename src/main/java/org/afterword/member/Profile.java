package org.afterword.member;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * What members say of themselves, for everybody to read.
 *
 * @param name by which they go, on one line
 * @param initials under which they may have asked in a webinar
 * @param organisation where they work
 * @param country where they are, in their own words
 * @param about some lines of plain text
 * @param byInitials whether others see initials in the place of the name
 */
public record Profile(String name, @Nullable String initials, @Nullable String organisation, @Nullable String country,
		@Nullable String about, boolean byInitials) {

	private static final int LONGEST_NAME = 80;

	private static final int LONGEST_LINE = 120;

	private static final Pattern INITIALS = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}.-]{0,9}");

	/** How many characters somebody may write about themselves. */
	public static final int ABOUT = 2_000;

	private static final Pattern PARTS = Pattern.compile("[\\s\\p{Pd}]+");

	/** With its marks, so that it stays a letter of its language. */
	private static final Pattern FIRST_LETTER = Pattern.compile("[\\p{L}\\p{N}]\\p{M}*");

	private static final int MOST_LETTERS = 4;

	private static final Pattern UNSEEN = Pattern.compile("[\\p{C}&&[^\\n\\t\\u200C\\u200D]]");

	/**
	 * Collapses spaces, and reads what is blank as null.
	 * @throws IllegalArgumentException if a part does not have its form
	 */
	public Profile {
		name = Characters.line(Blank.stripped(name));
		initials = line(initials);
		organisation = line(organisation);
		country = line(country);
		about = lines(about);
		if (!isName(name) || (initials != null && !isInitials(initials))
				|| (organisation != null && !isLine(organisation)) || (country != null && !isLine(country))
				|| (about != null && about.length() > ABOUT)) {
			throw new IllegalArgumentException("Not a profile");
		}
	}

	/** Whether this is a name once spaces are joined: a letter or digit somewhere. */
	public static boolean isName(String typed) {
		var name = Characters.line(Blank.stripped(typed));
		return name.length() <= LONGEST_NAME && name.codePoints().anyMatch(Character::isLetterOrDigit);
	}

	/**
	 * Whether these may be initials: a letter or digit, and some more of a short word.
	 */
	public static boolean isInitials(String typed) {
		return INITIALS.matcher(Characters.line(Blank.stripped(typed))).matches();
	}

	/** Whether it fits on one line; it may be empty. */
	public static boolean isLine(String typed) {
		return Characters.line(typed).length() <= LONGEST_LINE;
	}

	/** Of somebody whom others see by name. */
	public Profile(String name, @Nullable String initials, @Nullable String organisation, @Nullable String country,
			@Nullable String about) {
		this(name, initials, organisation, country, about, false);
	}

	/** Of somebody of whom only a name is known. */
	public static Profile of(String name) {
		return new Profile(name, null, null, null, null);
	}

	/**
	 * The name that others see: where it is initials, those that they gave, or else the
	 * first letter of each part of the name.
	 */
	public String shown() {
		if (!this.byInitials) {
			return this.name;
		}
		if (this.initials != null) {
			return this.initials;
		}
		var letters = PARTS.splitAsStream(this.name)
			.map(FIRST_LETTER::matcher)
			.filter(Matcher::find)
			.map((letter) -> letter.group().toUpperCase(Locale.ROOT))
			.limit(MOST_LETTERS)
			.toList();
		// Letters without capitals would run together into a word.
		var apart = letters.stream().allMatch((letter) -> Character.isUpperCase(letter.codePointAt(0))) ? "" : " ";
		return String.join(apart, letters);
	}

	private static @Nullable String line(@Nullable String typed) {
		return (typed == null || Blank.is(typed)) ? null : Characters.line(typed);
	}

	private static @Nullable String lines(@Nullable String typed) {
		if (typed == null || Blank.is(typed)) {
			return null;
		}
		return Blank.stripped(UNSEEN.matcher(typed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(""));
	}

}
