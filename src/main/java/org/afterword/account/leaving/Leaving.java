package org.afterword.account.leaving;

import java.util.Locale;
import java.util.Optional;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.LocalPath;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Emails;
import org.afterword.member.MemberErasure;
import org.afterword.member.MemberId;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.site.FormerNames;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a member leaves for good: they prove once more who they are, and confirm it by
 * e-mail. Nobody can undo it.
 */
@Service
@Transactional
class Leaving {

	private final MemberErasure erasure;

	private final Roles roles;

	private final Emails emails;

	private final EmailTokens tokens;

	private final AccountMail mail;

	Leaving(MemberErasure erasure, Roles roles, Emails emails, EmailTokens tokens, AccountMail mail) {
		this.erasure = erasure;
		this.roles = roles;
		this.emails = emails;
		this.tokens = tokens;
		this.mail = mail;
	}

	/** What becomes of the words of somebody who leaves. */
	enum Words {

		KEPT(Purpose.LEAVE), ERASED(Purpose.LEAVE_ERASED);

		private final Purpose purpose;

		Words(Purpose purpose) {
			this.purpose = purpose;
		}

		/** The end of its message key. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** The name under which what stays is shown. */
	static String name(MemberId member) {
		return FormerNames.of(member);
	}

	/**
	 * Asks by e-mail whether somebody who has proved who they are wants to leave. Without
	 * a confirmed address they leave at once.
	 * @return false if they have left
	 * @throws Refused if no administrator would be left, or too many e-mails were sent a
	 * moment ago
	 */
	boolean ask(MemberId member, Words words) {
		if (this.roles.isLastAdministrator(member)) {
			throw new Refused("leave.last-administrator");
		}
		var to = this.emails.reach(member);
		if (to.isEmpty()) {
			this.erasure.erase(member, name(member), words == Words.ERASED);
			return false;
		}
		var key = this.tokens.make(words.purpose, member, to.get().email(), LocalPath.HOME);
		this.mail.leave(to.get(), key.orElseThrow(() -> new Refused("leave.too-many-emails")), words.word());
		return true;
	}

	/** What a link would do; nothing is used up. */
	@Transactional(readOnly = true)
	Optional<Wish> find(String token) {
		for (var words : Words.values()) {
			var key = this.tokens.find(words.purpose, token);
			if (key.isPresent()) {
				return key.map((found) -> new Wish(found.member(), words));
			}
		}
		return Optional.empty();
	}

	/**
	 * Erases whoever has this link.
	 * @return false if the link does not work
	 * @throws NotAllowed if somebody else is signed in
	 * @throws Refused if no administrator would be left
	 */
	boolean leave(Viewer viewer, String token) {
		var wish = find(token);
		wish.ifPresent((one) -> {
			if (viewer.isMember() && !viewer.is(one.member())) {
				throw new NotAllowed("leave for somebody else", "key.of-another");
			}
			this.erasure.erase(one.member(), name(one.member()), one.words() == Words.ERASED);
		});
		return wish.isPresent();
	}

	/** Who wants to leave, and with what. */
	record Wish(MemberId member, Words words) {

	}

}
