package org.afterword.account.credentials;

import java.util.Optional;
import java.util.function.BiConsumer;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.LocalPath;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Recipient;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking an address by e-mail whether it is a member’s, and what follows from the answer.
 */
@Service
@Transactional
public class EmailConfirmations {

	private final Emails emails;

	private final EmailTokens tokens;

	private final AccountMail mail;

	EmailConfirmations(Emails emails, EmailTokens tokens, AccountMail mail) {
		this.emails = emails;
		this.tokens = tokens;
		this.mail = mail;
	}

	/**
	 * Asks an address whether it is the member’s. If it is known as somebody else’s, its
	 * owner is told instead; whoever asked learns nothing.
	 */
	public void send(MemberId member, Email email) {
		send(member, email, this.mail::confirm);
	}

	/** Tells somebody that they were approved, at the address they gave. */
	public void sendApproved(MemberId member, Email email) {
		send(member, email, this.mail::approved);
	}

	private void send(MemberId member, Email email, BiConsumer<Recipient, EmailTokens.Fresh> ask) {
		this.emails.at(member, email)
			.ifPresent((claimant) -> this.tokens.make(Purpose.CONFIRM, member, email, LocalPath.HOME)
				.ifPresent((token) -> this.emails.owner(email).ifPresentOrElse((owner) -> {
					if (!owner.member().equals(member)) {
						this.mail.taken(owner, claimant);
					}
				}, () -> ask.accept(claimant, token))));
	}

	/**
	 * Adds an address to a member’s, and asks it whether it is theirs.
	 * @throws Refused if they have it already, or as many as one may have, on the field
	 * {@code email}
	 */
	void add(MemberId member, Email email) {
		this.emails.add(member, email);
		send(member, email);
	}

	/**
	 * Confirms an address, and tells the primary one.
	 * @return false if the link does not work
	 * @throws NotAllowed if somebody else is signed in
	 */
	boolean confirm(Viewer viewer, String token) {
		if (viewer.isMember()
				&& this.tokens.find(Purpose.CONFIRM, token).filter((one) -> !viewer.is(one.member())).isPresent()) {
			throw new NotAllowed("use somebody else’s link", "key.of-another");
		}
		return this.tokens.use(Purpose.CONFIRM, token).filter((one) -> confirm(one.member(), one.email())).isPresent();
	}

	private boolean confirm(MemberId member, Email email) {
		var primary = this.emails.reach(member);
		var known = this.emails.owner(email).isPresent();
		var confirmed = this.emails.confirm(member, email);
		if (confirmed && !known) {
			primary.ifPresent((to) -> objection(to).ifPresent((token) -> this.mail.added(to, email, token)));
		}
		return confirmed;
	}

	/** Sends e-mails to another of the member’s addresses, and tells the old one. */
	void makePrimary(MemberId member, long id) {
		var before = this.emails.reach(member);
		if (this.emails.makePrimary(member, id)) {
			var now = this.emails.get(member, id).email();
			before.ifPresent((old) -> objection(old).ifPresent((token) -> this.mail.changed(old, now, token)));
		}
	}

	private Optional<EmailTokens.Fresh> objection(Recipient to) {
		return this.tokens.make(Purpose.OBJECT, to.member(), to.email(), LocalPath.HOME);
	}

}
