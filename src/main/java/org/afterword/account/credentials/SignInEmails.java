package org.afterword.account.credentials;

import java.util.Optional;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.LocalPath;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Recipient;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** E-mails with a link that signs in, or leads to a new password. */
@Service
@Transactional
public class SignInEmails {

	private final Members members;

	private final Emails emails;

	private final EmailTokens tokens;

	private final AccountMail mail;

	private final EmailConfirmations confirmations;

	SignInEmails(Members members, Emails emails, EmailTokens tokens, AccountMail mail,
			EmailConfirmations confirmations) {
		this.members = members;
		this.emails = emails;
		this.tokens = tokens;
		this.mail = mail;
		this.confirmations = confirmations;
	}

	/**
	 * Sends a link that signs in to whoever has this name, if they have a confirmed
	 * address.
	 * @param name a handle or an address, as it was typed
	 * @param target where the link leads once they are signed in
	 */
	public void sendLink(String name, LocalPath target) {
		recipient(name).ifPresent((to) -> this.tokens.make(Purpose.SIGN_IN, to.member(), to.email(), target)
			.ifPresent((token) -> this.mail.signInLink(to, token)));
	}

	/**
	 * Sends a link to a new password to whoever has this name, if they have a confirmed
	 * address.
	 * @param name a handle or an address, as it was typed
	 */
	public void sendPasswordLink(String name) {
		recipient(name).ifPresent(this::sendPasswordLink);
	}

	void sendPasswordLink(Recipient to) {
		this.tokens.make(Purpose.PASSWORD, to.member(), to.email(), LocalPath.HOME)
			.ifPresent((token) -> this.mail.password(to, token));
	}

	/**
	 * Uses up a link of this purpose.
	 * @return empty if it does not work, or its address is the member’s no longer
	 */
	public Optional<EmailTokens.Found> use(Purpose purpose, String token) {
		return this.tokens.use(purpose, token)
			.filter((found) -> this.emails.owner(found.email())
				.filter((owner) -> owner.member().equals(found.member()))
				.isPresent());
	}

	/** Who has that name; an address that nobody has confirmed is asked to confirm. */
	private Optional<Recipient> recipient(String name) {
		var typed = name.strip();
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		if (Handle.matches(handle)) {
			return this.members.find(new Handle(handle)).map(MemberView::id).flatMap(this::recipient);
		}
		if (!Email.matches(typed)) {
			return Optional.empty();
		}
		var email = new Email(typed);
		this.emails.claimant(email).ifPresent((one) -> this.confirmations.send(one.member(), email));
		return this.emails.owner(email);
	}

	private Optional<Recipient> recipient(MemberId member) {
		var reached = this.emails.reach(member);
		if (reached.isEmpty()) {
			this.emails.of(member).stream().limit(1).forEach((one) -> this.confirmations.send(member, one.email()));
		}
		return reached;
	}

}
