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
 * Queues e-mails in the outbox, in the transaction of their cause: they are sent if it
 * commits, and only then.
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
	 * Queues an e-mail, which is sent after the current transaction.
	 * @throws IllegalArgumentException if it is longer than 28,000 bytes, as text and
	 * HTML together
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void send(EmailMessage message) {
		var plain = this.former.in(plain(message), message.language());
		var html = this.former.in(html(message), message.language());
		if (bytes(plain) + bytes(html) > EmailMessage.LONGEST) {
			throw new IllegalArgumentException("An e-mail longer than " + EmailMessage.LONGEST + " bytes");
		}
		var now = Timestamp.from(this.clock.instant());
		this.sql.sql("""
				insert into mail_outbox (message_id, recipient, language, subject, plain, html, carries_key,
				written_at, good_until, next_attempt_at)
				values (:id, :to, :language, :subject, :plain, :html, :key, :now, :until, :now)
				""")
			.param("id", "<" + UUID.randomUUID() + "@" + this.site.address().getHost() + ">")
			.param("to", message.to().value())
			.param("language", message.language().toLanguageTag())
			.param("subject", this.former.in(message.subject(), message.language()))
			.param("plain", plain)
			.param("html", html)
			.param("key", message.carriesKey())
			.param("now", now)
			.param("until", (message.goodUntil() != null) ? Timestamp.from(message.goodUntil()) : null)
			.update();
		this.events.publishEvent(new EmailQueued());
	}

	/** An e-mail is in the outbox, once the transaction commits. */
	record EmailQueued() {

	}

	String plain(EmailMessage message) {
		var text = new StringBuilder(message.heading());
		message.paragraphs().forEach((paragraph) -> text.append("\n\n").append(paragraph));
		var link = link(message);
		if (message.button() != null && link != null) {
			text.append("\n\n").append(message.button().words()).append(":\n").append(link);
		}
		message.more().forEach((paragraph) -> text.append("\n\n").append(paragraph));
		text.append("\n\n-- \n").append(message.why()).append('\n');
		if (!this.site.name().isEmpty()) {
			text.append(this.site.name()).append('\n');
		}
		return text.append(this.site.link("/")).append('\n').toString();
	}

	String html(EmailMessage message) {
		var context = new Context(message.language());
		var link = link(message);
		context.setVariable("email", message);
		context.setVariable("heading", DirectionPart.parts(message.heading()));
		context.setVariable("paragraphs", lines(message.paragraphs()));
		context.setVariable("more", lines(message.more()));
		context.setVariable("why", DirectionPart.parts(message.why()));
		context.setVariables((link != null) ? Map.of("link", link) : Map.of());
		context.setVariable("home", this.site.link("/"));
		return this.templates.process("mail/message", context);
	}

	/** Paragraphs that people wrote keep their line breaks. */
	private static List<List<List<DirectionPart>>> lines(List<String> paragraphs) {
		return paragraphs.stream().map((paragraph) -> paragraph.lines().map(DirectionPart::parts).toList()).toList();
	}

	private static int bytes(String words) {
		return words.getBytes(StandardCharsets.UTF_8).length;
	}

	private @Nullable String link(EmailMessage message) {
		return (message.button() != null) ? this.site.link(message.button().path()) : null;
	}

}
