package org.afterword.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.afterword.mail.EmailMessage;
import org.afterword.mail.Mail;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.Recipient;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The letters about coming in and about addresses. */
@Component
public class AccountMail {

	private final Mail mail;

	private final MessageSource messages;

	private final Site site;

	AccountMail(Mail mail, MessageSource messages, Site site) {
		this.mail = mail;
		this.messages = messages;
		this.site = site;
	}

	/** Asks whether an address is theirs. */
	public void confirm(Recipient to, EmailTokens.Fresh key) {
		send(to.email(), to.language(), "confirm", "/confirmation?key=" + key.token(), key.goodUntil(),
				community(to.language()), to.handle());
	}

	/** Tells the owner of an address that somebody has joined with it. */
	public void taken(Recipient owner, Recipient newcomer) {
		send(owner.email(), owner.language(), "taken", "/sign-in", null, community(owner.language()), owner.handle(),
				newcomer.handle());
	}

	/** Leads in, without a password. */
	public void way(Recipient to, EmailTokens.Fresh key) {
		send(to.email(), to.language(), "way", "/sign-in/link?key=" + key.token(), key.goodUntil(),
				community(to.language()), to.handle());
	}

	/** Leads to a new password. */
	public void password(Recipient to, EmailTokens.Fresh key) {
		send(to.email(), to.language(), "password", "/sign-in/password?key=" + key.token(), key.goodUntil(),
				community(to.language()), to.handle());
	}

	/** Tells the old address that letters go to another one now. */
	public void changed(Recipient old, Email now, EmailTokens.Fresh key) {
		send(old.email(), old.language(), "changed", "/objection?key=" + key.token(), key.goodUntil(),
				community(old.language()), old.handle(), now);
	}

	/** Tells the primary address that there is another one. */
	public void added(Recipient primary, Email added, EmailTokens.Fresh key) {
		send(primary.email(), primary.language(), "added", "/objection?key=" + key.token(), key.goodUntil(),
				community(primary.language()), primary.handle(), added);
	}

	/** Tells somebody that they were let in, and asks whether the address is theirs. */
	public void letIn(Recipient to, EmailTokens.Fresh key) {
		send(to.email(), to.language(), "let-in", "/confirmation?key=" + key.token(), key.goodUntil(),
				community(to.language()), to.handle());
	}

	/** Tells somebody that an administrator has made them a member. */
	public void enlisted(Email to, Locale language, String administrator, Handle handle) {
		send(to, language, "enlisted", "/sign-in", null, community(language), administrator, handle);
	}

	/** Asks somebody to join. */
	public void invitation(Email to, Locale language, String inviter, @Nullable String topic, EmailTokens.Fresh key) {
		send(to, language, (topic != null) ? "invitation-topic" : "invitation", "/join?invitation=" + key.token(),
				key.goodUntil(), community(language), inviter, (topic != null) ? topic : "",
				this.site.isForMembersOnly() ? "members" : "everybody");
	}

	/** Asks whether somebody really leaves. */
	public void leave(Recipient to, EmailTokens.Fresh key, String words) {
		send(to.email(), to.language(), "leave-" + words, "/leaving?key=" + key.token(), key.goodUntil(),
				community(to.language()), to.handle());
	}

	/** Tells somebody that their data lies ready. */
	public void data(Recipient to, Instant until) {
		send(to.email(), to.language(), "data", "/settings/data", until, community(to.language()), to.handle());
	}

	/** Asks whether somebody without an account really wants to be forgotten. */
	public void erasure(Email to, Locale language, EmailTokens.Fresh key) {
		send(to, language, "erasure", "/erasure/confirmation?key=" + key.token(), key.goodUntil(), community(language));
	}

	/** Tells an administrator that somebody wants to be forgotten. */
	public void erasureAsked(Recipient to) {
		send(to.email(), to.language(), "erasure-asked", "/administration/erasures", null, community(to.language()));
	}

	/** Tells an administrator that somebody waits to be let in. */
	public void waits(Recipient to) {
		send(to.email(), to.language(), "waits", "/administration/joining", null, community(to.language()));
	}

	private void send(Email to, Locale language, String kind, String path, @Nullable Instant until, Object... about) {
		this.mail.send(new EmailMessage(to, language, say(language, kind + ".subject", about),
				say(language, kind + ".heading", about), List.of(say(language, kind + ".words", about)),
				new EmailMessage.Button(say(language, kind + ".button", about), path),
				List.of(say(language, kind + ".more", about)), say(language, kind + ".why", about), until,
				until != null));
	}

	private String say(Locale language, String key, Object... about) {
		return this.messages.getMessage("email." + key, about, language);
	}

	private String community(Locale language) {
		return this.site.name().isEmpty() ? this.messages.getMessage("shell.afterword", null, language)
				: this.site.name();
	}

}
