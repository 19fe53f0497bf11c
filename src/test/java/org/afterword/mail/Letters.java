package org.afterword.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/** Letters, told only as far as a test cares. */
final class Letters {

	private Letters() {
	}

	static Letter about(String subject) {
		return to("tala@example.org", subject, null, false);
	}

	static Letter to(String address, String subject, @Nullable Instant goodUntil, boolean carriesKey) {
		return new Letter(Email.of(address), Locale.ENGLISH, subject, "The seeds are dry", List.of("They keep now."),
				new Letter.Button("Look at them", "/topics/seed-banks?post=3#p3"), List.of("Until then."),
				"You get this because you follow the topic.", goodUntil, carriesKey);
	}

}
