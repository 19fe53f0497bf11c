package org.afterword.mail;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * Sends an e-mail at once, without the outbox, to test the mail server. The caller waits
 * for the server, for 40 seconds at most.
 */
@Service
public class TestEmails {

	private final MailServer server;

	private final Mail mail;

	private final Site site;

	private final Clock clock;

	TestEmails(MailServer server, Mail mail, Site site, Clock clock) {
		this.server = server;
		this.mail = mail;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * The result of a test.
	 *
	 * @param place where the server is
	 * @param problem the end of a message key; null if the server accepted the e-mail
	 * @param answer what the server said; empty if nothing
	 */
	public record Result(String place, @Nullable String problem, String answer) {

	}

	/** Where the mail server is; empty while none is configured. */
	public String place() {
		return this.server.isConfigured() ? this.server.place() : "";
	}

	/**
	 * Sends an e-mail and waits.
	 * @throws IllegalStateException while none is configured
	 */
	public Result send(EmailMessage message) {
		var id = "<" + UUID.randomUUID() + "@" + this.site.address().getHost() + ">";
		var email = new QueuedEmail(0, id, message.to().value(), message.language().toLanguageTag(), message.subject(),
				this.mail.plain(message), this.mail.html(message), this.clock.instant(), null, 0);
		try (var connection = this.server.connect()) {
			return connection.send(email)
				.map((problem) -> new Result(place(), problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
						problem.answer()))
				.orElseGet(() -> new Result(place(), null, ""));
		}
	}

}
