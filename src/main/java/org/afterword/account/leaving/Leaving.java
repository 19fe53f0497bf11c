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
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.site.FormerNames;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a member leaves for good: they prove once more who they are, and confirm it by a
 * letter. Nobody can take it back.
 */
@Service
@Transactional
class Leaving {

	private final Members members;

	private final Emails emails;

	private final EmailTokens tokens;

	private final AccountMail accountMail;

	Leaving(Members members, Emails emails, EmailTokens tokens, AccountMail accountMail) {
		this.members = members;
		this.emails = emails;
		this.tokens = tokens;
		this.accountMail = accountMail;
	}

	/** What somebody wants to leave behind. */
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

	/** By which name others will know what stays. */
	static String name(MemberId member) {
		return FormerNames.of(member);
	}

	/**
	 * Somebody who has proved who they are wants to leave: a letter asks once more. Where
	 * no address is confirmed, nobody can be asked, and they are gone at once.
	 * @return whether a letter is on its way
	 * @throws Refused if nobody would run the site any more, or too many letters were
	 * sent a moment ago
	 */
	boolean ask(MemberId member, Words words) {
		if (this.members.isLastAdministrator(member)) {
			throw new Refused("leave.last-administrator");
		}
		var to = this.emails.reach(member);
		if (to.isEmpty()) {
			this.members.erase(member, name(member), words == Words.ERASED);
			return false;
		}
		var key = this.tokens.make(words.purpose, member, to.get().email(), LocalPath.HOME);
		this.accountMail.leave(to.get(), key.orElseThrow(() -> new Refused("leave.too-many-emails")), words.word());
		return true;
	}

	/** What a key would do; nothing is used up. */
	@Transactional(readOnly = true)
	Optional<Wish> look(String token) {
		for (var words : Words.values()) {
			var key = this.tokens.look(words.purpose, token);
			if (key.isPresent()) {
				return key.map((found) -> new Wish(found.member(), words));
			}
		}
		return Optional.empty();
	}

	/**
	 * Somebody leaves.
	 * @return what stays; empty if the key does not count
	 * @throws NotAllowed if somebody else is signed in
	 * @throws Refused if nobody would run the site any more
	 */
	Optional<Words> leave(Viewer viewer, String token) {
		var wish = look(token);
		wish.ifPresent((one) -> {
			if (viewer.isMember() && !viewer.is(one.member())) {
				throw new NotAllowed("leave for somebody else", "key.of-another");
			}
			this.members.erase(one.member(), name(one.member()), one.words() == Words.ERASED);
		});
		return wish.map(Wish::words);
	}

	/** Who wants to leave, and with what. */
	record Wish(MemberId member, Words words) {

	}

}
