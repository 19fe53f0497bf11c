package org.afterword.member;

import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.text.SpoofChecker;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.afterword.kernel.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * The name by which a member is addressed, always in lower case: {@code @eb}. Letters of
 * one script, digits, hyphens and underscores, 2 to 30 of them.
 */
public record Handle(String value) implements Serializable {

	/** What a handle looks like, for forms; any case is read. */
	public static final String FORM = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{1,29}";

	private static final Pattern PATTERN = Pattern.compile(FORM);

	/** Words that could pass for the forum itself, or that are part of its addresses. */
	private static final Set<String> RESERVED = Set.of("admin", "administrator", "afterword", "anonymous", "api",
			"desk", "everyone", "facilitator", "facilitators", "help", "here", "mail", "member", "members", "moderator",
			"nobody", "null", "owner", "postmaster", "root", "security", "staff", "support", "system", "team", "topic",
			"topics", "undefined", "webmaster", "all", "channel", "former");

	private static final SpoofChecker LOOKS = new SpoofChecker.Builder()
		.setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE | SpoofChecker.MIXED_NUMBERS)
		.setRestrictionLevel(SpoofChecker.RestrictionLevel.SINGLE_SCRIPT_RESTRICTIVE)
		.build();

	private static final Set<String> RESERVED_LOOKS = RESERVED.stream()
		.map(Handle::look)
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * Lowers the case.
	 * @throws IllegalArgumentException if it does not have the {@link #FORM}
	 */
	public Handle {
		value = plain(value);
		if (!PATTERN.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a handle");
		}
	}

	/**
	 * Reads an address.
	 * @throws NotFound if nobody can have such a handle
	 */
	public static Handle of(String value) {
		if (!PATTERN.matcher(plain(value)).matches()) {
			throw new NotFound("handle " + value);
		}
		return new Handle(value);
	}

	/** Whether somebody can be called like this, as far as the form goes. */
	public static boolean matches(String value) {
		return PATTERN.matcher(plain(value)).matches();
	}

	/** Lower case, each letter with its marks in one piece and of common width. */
	private static String plain(String value) {
		var common = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
		return Normalizer.normalize(common, Normalizer.Form.NFKC);
	}

	/** Whether it could be mistaken for the forum itself, by the eye too. */
	public boolean isReserved() {
		return RESERVED_LOOKS.contains(skeleton()) || this.value.startsWith("former-");
	}

	/** Whether it mixes scripts or hides characters, so that it is not what it seems. */
	public boolean isDeceptive() {
		return LOOKS.failsChecks(this.value);
	}

	/** The same for all handles that look alike to the eye (Unicode TS 39). */
	public String skeleton() {
		return look(this.value);
	}

	/** Lowered again: a zero looks like a capital O, and that like a small one. */
	private static String look(String value) {
		return LOOKS.getSkeleton(LOOKS.getSkeleton(value).toLowerCase(Locale.ROOT));
	}

	@Override
	public String toString() {
		return this.value;
	}

	@Converter(autoApply = true)
	static class Column implements AttributeConverter<Handle, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable Handle handle) {
			return (handle != null) ? handle.value() : null;
		}

		@Override
		public @Nullable Handle convertToEntityAttribute(@Nullable String value) {
			return (value != null) ? new Handle(value) : null;
		}

	}

}
