package org.afterword.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.afterword.mail.EmailMessage;
import org.afterword.mail.Mail;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.Recipient;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The e-mails about joining, signing in, addresses and leaving. */
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
	public void confirm(Recipient to, EmailTokens.Fresh token) {
		send(to, "confirm", "/confirmation?key=", token, to.handle());
	}

	/** Tells the owner of an address that somebody has joined with it. */
	public void taken(Recipient owner, Recipient newcomer) {
		send(owner, "taken", "/sign-in", null, owner.handle(), newcomer.handle());
	}

	/** Signs in, without a password. */
	public void signInLink(Recipient to, EmailTokens.Fresh token) {
		send(to, "way", "/sign-in/link?key=", token, to.handle());
	}

	/** Leads to a new password. */
	public void password(Recipient to, EmailTokens.Fresh token) {
		send(to, "password", "/sign-in/password?key=", token, to.handle());
	}

	/** Tells the old address that e-mails go to another one now. */
	public void changed(Recipient old, Email now, EmailTokens.Fresh token) {
		send(old, "changed", "/objection?key=", token, old.handle(), now);
	}

	/** Tells the primary address that there is another one. */
	public void added(Recipient primary, Email added, EmailTokens.Fresh token) {
		send(primary, "added", "/objection?key=", token, primary.handle(), added);
	}

	/** Tells somebody that they were approved, and asks whether the address is theirs. */
	public void approved(Recipient to, EmailTokens.Fresh token) {
		send(to, "let-in", "/confirmation?key=", token, to.handle());
	}

	/** Tells somebody that an administrator has made them a member. */
	public void imported(Email to, Locale language, String administrator, Handle handle) {
		send(to, language, "enlisted", "/sign-in", null, administrator, handle);
	}

	/** Asks somebody to join. */
	public void invitation(Email to, Locale language, String inviter, @Nullable String topic, EmailTokens.Fresh token) {
		send(to, language, (topic != null) ? "invitation-topic" : "invitation", "/join?invitation=", token, inviter,
				(topic != null) ? topic : "", this.site.isForMembersOnly() ? "members" : "everybody");
	}

	/** Asks whether somebody really leaves. */
	public void leave(Recipient to, EmailTokens.Fresh token, String words) {
		send(to, "leave-" + words, "/leaving?key=", token, to.handle());
	}

	/** Tells somebody that the file with their data is ready. */
	public void data(Recipient to, Instant until) {
		sendUntil(to.email(), to.language(), "data", "/settings/data", until, to.handle());
	}

	/** Asks whether somebody without an account really wants to be erased. */
	public void erasure(Email to, Locale language, EmailTokens.Fresh token) {
		send(to, language, "erasure", "/erasure/confirmation?key=", token);
	}

	/** Tells an administrator that somebody wants to be erased. */
	public void erasureRequest(Recipient to) {
		send(to, "erasure-asked", "/administration/erasures", null);
	}

	/** Tells an administrator that somebody asks to join. */
	public void joinRequest(Recipient to) {
		send(to, "waits", "/administration/joining", null);
	}

	private void send(Recipient to, String kind, String path, EmailTokens.@Nullable Fresh token, Object... about) {
		send(to.email(), to.language(), kind, path, token, about);
	}

	private void send(Email to, Locale language, String kind, String path, EmailTokens.@Nullable Fresh token,
			Object... about) {
		sendUntil(to, language, kind, (token != null) ? path + token.token() : path,
				(token != null) ? token.expiresAt() : null, about);
	}

	/**
	 * @param until when it is of no use any more, so that it is not sent then; null for
	 * never
	 * @param about what its sentences name, after the community
	 */
	private void sendUntil(Email to, Locale language, String kind, String path, @Nullable Instant until,
			Object... about) {
		var names = Stream.concat(Stream.of(community(language)), Arrays.stream(about)).toArray();
		this.mail.send(new EmailMessage(to, language, say(language, kind + ".subject", names),
				say(language, kind + ".heading", names), List.of(say(language, kind + ".words", names)),
				new EmailMessage.Button(say(language, kind + ".button", names), path),
				List.of(say(language, kind + ".more", names)), say(language, kind + ".why", names), until,
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
