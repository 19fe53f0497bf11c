package org.afterword.account.credentials;

import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.SignIns;
import org.afterword.member.Emails;
import org.afterword.member.Passwords;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes a change of addresses for whoever reads the old one. */
@Service
@Transactional
class Objections {

	private final Emails emails;

	private final EmailTokens tokens;

	private final Passwords passwords;

	private final Passkeys passkeys;

	private final ProviderLinks providers;

	private final Codes codes;

	private final SignIns signIns;

	private final SignInEmails signInEmails;

	Objections(Emails emails, EmailTokens tokens, Passwords passwords, Passkeys passkeys, ProviderLinks providers,
			Codes codes, SignIns signIns, SignInEmails signInEmails) {
		this.emails = emails;
		this.tokens = tokens;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.providers = providers;
		this.codes = codes;
		this.signIns = signIns;
		this.signInEmails = signInEmails;
	}

	/**
	 * Makes the old address the only one again, signs everybody out, removes every
	 * sign-in method that somebody may have added, and sends the old address a link to a
	 * new password.
	 * @return false if the link does not work
	 */
	boolean object(String token) {
		var found = this.tokens.use(Purpose.OBJECT, token);
		if (found.isEmpty() || !this.emails.restore(found.get().member(), found.get().email())) {
			return false;
		}
		var member = found.get().member();
		this.tokens.endAll(member);
		this.passwords.remove(member);
		this.passkeys.removeAll(member);
		this.providers.removeAll(member);
		this.codes.end(member);
		this.signIns.endOthers(member, null);
		this.emails.reach(member).ifPresent(this.signInEmails::sendPasswordLink);
		return true;
	}

}
