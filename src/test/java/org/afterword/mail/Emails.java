package org.afterword.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/** E-mails, with only what a test is about. */
final class Emails {

	private Emails() {
	}

	static EmailMessage about(String subject) {
		return to("tala@example.org", subject, null, false);
	}

	static EmailMessage to(String address, String subject, @Nullable Instant goodUntil, boolean carriesKey) {
		return new EmailMessage(Email.of(address), Locale.ENGLISH, subject, "The seeds are dry",
				List.of("They keep now."), new EmailMessage.Button("Look at them", "/topics/seed-banks?post=3#p3"),
				List.of("Until then."), "You get this because you follow the topic.", goodUntil, carriesKey);
	}

}
