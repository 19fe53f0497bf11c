package org.afterword.account;

import java.util.List;
import java.util.Objects;

import org.afterword.kernel.SecurityLog;
import org.afterword.mail.EmailMessage;
import org.afterword.mail.Mail;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Recipient;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells members by e-mail what has changed about how they sign in, so that nobody changes
 * it unseen.
 */
@Component
public class AccountAlerts {

	private final Mail mail;

	private final MessageSource messages;

	private final Emails emails;

	AccountAlerts(Mail mail, MessageSource messages, Emails emails) {
		this.mail = mail;
		this.messages = messages;
		this.emails = emails;
	}

	/** Somebody signed in on a device that was never used before. */
	public void newDevice(MemberId member, Device device) {
		this.emails.reach(member)
			.ifPresent((to) -> tell(to, "new-device", "/settings/sessions",
					say(to, "sessions.device." + device.word(), Objects.requireNonNullElse(device.browser(), ""),
							Objects.requireNonNullElse(device.system(), ""))));
	}

	public void passkeyAdded(MemberId member, String name) {
		SecurityLog.note("passkey-added", "account", member);
		this.emails.reach(member).ifPresent((to) -> tell(to, "passkey", "/settings/passkeys", name));
	}

	/** A provider signs the member in from now on. */
	public void providerLinked(MemberId member, String provider) {
		SecurityLog.note("provider-linked", "account", member);
		this.emails.reach(member).ifPresent((to) -> tell(to, "provider", "/settings/providers", provider));
	}

	/** The member uses codes from now on. */
	public void codesBegun(MemberId member) {
		SecurityLog.note("codes-begun", "account", member);
		this.emails.reach(member).ifPresent((to) -> tell(to, "codes-begun", "/settings/codes"));
	}

	/** The member uses no codes any more. */
	public void codesStopped(MemberId member) {
		SecurityLog.note("codes-stopped", "account", member);
		this.emails.reach(member).ifPresent((to) -> tell(to, "codes-stopped", "/settings/codes"));
	}

	/** An administrator has ended the member’s codes. */
	public void codesEnded(MemberId member, String reason) {
		SecurityLog.note("codes-ended", "account", member);
		tellOfAdministrator(member, "codes-ended", "/settings/codes", reason);
	}

	/** An administrator has signed the member out everywhere. */
	public void signedOut(MemberId member, String reason) {
		tellOfAdministrator(member, "signed-out", "/sign-in", reason);
	}

	private void tellOfAdministrator(MemberId member, String what, String page, String reason) {
		this.emails.reach(member).ifPresent((to) -> {
			var news = say(to, "alert." + what + ".subject");
			this.mail.send(new EmailMessage(to.email(), to.language(), news, news,
					List.of(say(to, "alert." + what + ".words"), say(to, "alert.administrator.reason", reason)),
					new EmailMessage.Button(say(to, "alert." + what + ".button"), page),
					List.of(say(to, "alert.administrator.more")), say(to, "alert.why"), null, false));
		});
	}

	private void tell(Recipient to, String what, String page, Object... about) {
		var news = say(to, "alert." + what + ".subject", about);
		this.mail.send(new EmailMessage(to.email(), to.language(), news, news, List.of(say(to, "alert.words")),
				new EmailMessage.Button(say(to, "alert." + what + ".button"), page), List.of(), say(to, "alert.why"),
				null, false));
	}

	private String say(Recipient to, String key, Object... about) {
		return this.messages.getMessage(key, about, to.language());
	}

}
