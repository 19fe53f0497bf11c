package org.afterword.account.firstrun;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What the first run asks for, in this order. */
enum FirstStep {

	NAME("site.name"), ADDRESS("site.address"), LANGUAGE("site.language"), MAIL(null), YOU(null);

	private final @Nullable String setting;

	FirstStep(@Nullable String setting) {
		this.setting = setting;
	}

	/** The step of this word. */
	static Optional<FirstStep> of(String word) {
		return Arrays.stream(values()).filter((one) -> one.word().equals(word)).findFirst();
	}

	/** The setting that it sets; null for none. */
	@Nullable String setting() {
		return this.setting;
	}

	/** The one after it; the last stays. */
	FirstStep next() {
		return switch (this) {
			case NAME -> ADDRESS;
			case ADDRESS -> LANGUAGE;
			case LANGUAGE -> MAIL;
			case MAIL, YOU -> YOU;
		};
	}

	/** The end of its message key. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
