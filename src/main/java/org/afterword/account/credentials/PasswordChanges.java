package org.afterword.account.credentials;

import java.util.Optional;

import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.SignInId;
import org.afterword.account.SignIns;
import org.afterword.member.MemberId;
import org.afterword.member.Passwords;
import org.afterword.member.password.Password;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New passwords. Each signs the member out elsewhere. */
@Service
@Transactional
public class PasswordChanges {

	private final Passwords passwords;

	private final EmailTokens tokens;

	private final SignInEmails signInEmails;

	private final SignIns signIns;

	private final Site site;

	PasswordChanges(Passwords passwords, EmailTokens tokens, SignInEmails signInEmails, SignIns signIns, Site site) {
		this.passwords = passwords;
		this.tokens = tokens;
		this.signInEmails = signInEmails;
		this.signIns = signIns;
		this.site = site;
	}

	/**
	 * Changes a password, and signs out everywhere but here.
	 * @return false if the old one is not right; then nothing was changed
	 */
	boolean change(MemberId member, String old, Password password, @Nullable SignInId here) {
		var changed = this.passwords.change(member, old, password);
		if (changed) {
			this.signIns.endOthers(member, here);
		}
		return changed;
	}

	/**
	 * Sets a new password by the link of an e-mail, and signs out everywhere.
	 * @return empty if the link does not work
	 */
	public Optional<MemberId> choose(String token, Password password) {
		var member = this.signInEmails.use(Purpose.PASSWORD, token).map(EmailTokens.Found::member);
		member.ifPresent((id) -> {
			this.passwords.set(id, password);
			this.tokens.endAllButObjections(id);
			this.signIns.endOthers(id, null);
		});
		return member;
	}

	/** Whether a password is little more than a name that everybody knows. */
	@Transactional(readOnly = true)
	public boolean isGuessable(MemberId member, String password) {
		return this.passwords.isGuessable(member, password, this.site.name());
	}

}
