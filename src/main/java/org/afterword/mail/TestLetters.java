package org.afterword.mail;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;

/**
 * A letter that is sent at once, past the outbox, to see whether mail leaves. Whoever
 * calls waits for the server: 40 seconds at most.
 */
@Service
public class TestLetters {

	private final PostOffice.Line line;

	private final Mail mail;

	private final Site site;

	private final Clock clock;

	TestLetters(PostOffice.Line line, Mail mail, Site site, Clock clock) {
		this.line = line;
		this.mail = mail;
		this.site = site;
		this.clock = clock;
	}

	/**
	 * What came of it.
	 *
	 * @param place where the server is
	 * @param problem the end of a message key; null if the server has taken the letter
	 * @param answer what the server said; empty if nothing
	 */
	public record Result(String place, @Nullable String problem, String answer) {

	}

	/** Where the mail server is; empty while none is configured. */
	public String place() {
		return this.line.isConfigured() ? this.line.place() : "";
	}

	/**
	 * Hands the letter to the mail server.
	 * @throws IllegalStateException while none is configured
	 */
	public Result send(Letter letter) {
		var id = "<" + UUID.randomUUID() + "@" + this.site.address().getHost() + ">";
		var waiting = new PostOffice.Waiting(0, id, letter.to().value(), letter.language().toLanguageTag(),
				letter.subject(), this.mail.plain(letter), this.mail.html(letter), this.clock.instant(), null, 0);
		try (var call = this.line.call()) {
			return call.hand(waiting)
				.map((problem) -> new Result(place(), problem.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
						problem.answer()))
				.orElseGet(() -> new Result(place(), null, ""));
		}
	}

}
