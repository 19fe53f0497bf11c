package org.afterword.account.credentials;

import java.util.Optional;

import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.member.Email;
import org.afterword.member.MemberView;
import org.afterword.member.Members;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links in e-mails that work, for the pages that they lead to. Nothing is used up. */
@Service
@Transactional(readOnly = true)
public class EmailLinks {

	private final EmailTokens tokens;

	private final Members members;

	EmailLinks(EmailTokens tokens, Members members) {
		this.tokens = tokens;
		this.members = members;
	}

	/**
	 * A link that works.
	 *
	 * @param email where it was sent; for a confirmation, what it confirms
	 */
	public record EmailLink(MemberView member, Email email) {
	}

	/** Whose link this is; empty if it does not work, or they have left. */
	public Optional<EmailLink> find(Purpose purpose, String token) {
		return this.tokens.find(purpose, token)
			.map((found) -> new EmailLink(this.members.get(found.member()), found.email()))
			.filter((link) -> link.member().active());
	}

}
