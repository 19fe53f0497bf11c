package org.afterword.mail;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.afterword.site.FormerNames;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one door through which mail leaves. A letter is written in the transaction of its
 * cause: if that fails, there is no letter; if it commits, the letter will be sent.
 */
@Service
public class Mail {

	private final JdbcClient sql;

	private final ITemplateEngine templates;

	private final Site site;

	private final FormerNames former;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Mail(JdbcClient sql, ITemplateEngine templates, Site site, FormerNames former, ApplicationEventPublisher events,
			Clock clock) {
		this.sql = sql;
		this.templates = templates;
		this.site = site;
		this.former = former;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Puts a letter into the outbox. It leaves after the transaction that this belongs
	 * to.
	 * @throws IllegalArgumentException if it is longer than 28,000 bytes, as text and
	 * HTML together
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(Letter letter) {
		var plain = this.former.in(plain(letter), letter.language());
		var html = this.former.in(html(letter), letter.language());
		if (bytes(plain) + bytes(html) > Letter.LONGEST) {
			throw new IllegalArgumentException("A letter longer than " + Letter.LONGEST + " bytes");
		}
		var now = Timestamp.from(this.clock.instant());
		this.sql.sql("""
				insert into mail_outbox (message_id, recipient, language, subject, plain, html, carries_key,
				written_at, good_until, next_attempt_at)
				values (:id, :to, :language, :subject, :plain, :html, :key, :now, :until, :now)
				""")
			.param("id", "<" + UUID.randomUUID() + "@" + this.site.address().getHost() + ">")
			.param("to", letter.to().value())
			.param("language", letter.language().toLanguageTag())
			.param("subject", this.former.in(letter.subject(), letter.language()))
			.param("plain", plain)
			.param("html", html)
			.param("key", letter.carriesKey())
			.param("now", now)
			.param("until", (letter.goodUntil() != null) ? Timestamp.from(letter.goodUntil()) : null)
			.update();
		this.events.publishEvent(new LetterWritten());
	}

	/** One is in the outbox, as soon as this transaction has committed. */
	record LetterWritten() {

	}

	String plain(Letter letter) {
		var text = new StringBuilder(letter.heading());
		letter.paragraphs().forEach((paragraph) -> text.append("\n\n").append(paragraph));
		var link = link(letter);
		if (letter.button() != null && link != null) {
			text.append("\n\n").append(letter.button().words()).append(":\n").append(link);
		}
		letter.more().forEach((paragraph) -> text.append("\n\n").append(paragraph));
		text.append("\n\n-- \n").append(letter.why()).append('\n');
		if (!this.site.name().isEmpty()) {
			text.append(this.site.name()).append('\n');
		}
		return text.append(this.site.link("/")).append('\n').toString();
	}

	String html(Letter letter) {
		var context = new Context(letter.language());
		var link = link(letter);
		context.setVariable("letter", letter);
		context.setVariable("heading", Isolated.parts(letter.heading()));
		context.setVariable("paragraphs", lines(letter.paragraphs()));
		context.setVariable("more", lines(letter.more()));
		context.setVariable("why", Isolated.parts(letter.why()));
		context.setVariables((link != null) ? Map.of("link", link) : Map.of());
		context.setVariable("home", this.site.link("/"));
		return this.templates.process("mail/letter", context);
	}

	/** What people wrote keeps its line breaks. */
	private static List<List<List<Isolated>>> lines(List<String> paragraphs) {
		return paragraphs.stream().map((paragraph) -> paragraph.lines().map(Isolated::parts).toList()).toList();
	}

	private static int bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8).length;
	}

	private @Nullable String link(Letter letter) {
		return (letter.button() != null) ? this.site.link(letter.button().path()) : null;
	}

}
