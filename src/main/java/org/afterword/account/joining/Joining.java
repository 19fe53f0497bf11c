package org.afterword.account.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.afterword.account.AccountMail;
import org.afterword.account.LocalPath;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.account.credentials.SignInMethods;
import org.afterword.kernel.Gone;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Passwords;
import org.afterword.member.Viewer;
import org.afterword.site.Settings;
import org.afterword.site.Site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people join, as the administrators have settled it. */
@Service
@Transactional
public class Joining {

	/** Under which an administrator settles who may join. */
	static final String SETTING = Site.JOINING;

	/** How far those who wait are counted on every page. */
	static final int COUNTED = 100;

	/** As long as somebody waits, administrators get one letter in this time. */
	private static final Duration BETWEEN_LETTERS = Duration.ofDays(1);

	private final Members members;

	private final Passwords passwords;

	private final Emails emails;

	private final Settings settings;

	private final Invitations invitations;

	private final SignInMethods methods;

	private final ProviderLinks links;

	private final AccountMail accountMail;

	private final JdbcClient sql;

	private final Clock clock;

	Joining(Members members, Passwords passwords, Emails emails, Settings settings, Invitations invitations,
			SignInMethods methods, ProviderLinks links, AccountMail accountMail, JdbcClient sql, Clock clock) {
		this.members = members;
		this.passwords = passwords;
		this.emails = emails;
		this.settings = settings;
		this.invitations = invitations;
		this.methods = methods;
		this.links = links;
		this.accountMail = accountMail;
		this.sql = sql;
		this.clock = clock;
	}

	/** Who may join. */
	public enum Way {

		/** Everybody. */
		OPEN,
		/** Whoever was invited. */
		INVITATION,
		/** Whoever was invited, and whom an administrator lets in. */
		APPROVAL;

		/** The end of its message key. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Somebody who has joined.
	 *
	 * @param waits whether an administrator has to let them in
	 * @param asked whether a letter asks their address, as they are told: the same
	 * whether or not it is somebody else’s
	 * @param target where their invitation leads
	 */
	public record Joined(MemberId member, boolean waits, boolean asked, LocalPath target) {

	}

	@Transactional(readOnly = true)
	public Way way() {
		return this.settings.find(SETTING).map((word) -> Way.valueOf(word.toUpperCase(Locale.ROOT))).orElse(Way.OPEN);
	}

	/**
	 * Lets somebody join, or wait; asks their address whether it is theirs.
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs
	 * @throws Refused if one joins by invitation only
	 */
	Joined join(Newcomer newcomer, Locale language) {
		return switch (way()) {
			case OPEN -> {
				var member = this.members.join(newcomer);
				welcome(member, newcomer, language);
				yield new Joined(member, false, true, LocalPath.HOME);
			}
			case INVITATION -> throw new Refused("join.by-invitation");
			case APPROVAL -> {
				var joined = waits(newcomer);
				this.members.speaks(joined.member(), language);
				yield joined;
			}
		};
	}

	/**
	 * Lets somebody join who has the key of an invitation. If it was sent to the address
	 * they give, that is confirmed.
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs; the key stays
	 * good
	 * @throws Gone if the key does not count any more
	 */
	public Joined join(Newcomer newcomer, String key, Locale language) {
		var invitation = this.invitations.find(key).orElseThrow(() -> new Gone("invitation"));
		var joined = invited(newcomer, key);
		var member = joined.member();
		this.members.speaks(member, language);
		if (!newcomer.email().equals(invitation.email()) || !this.emails.confirm(member, newcomer.email())) {
			this.methods.askToConfirm(member, newcomer.email());
		}
		var asked = !newcomer.email().equals(invitation.email());
		return new Joined(member, false, asked, joined.target());
	}

	/** Whether the key of an invitation counts. */
	@Transactional(readOnly = true)
	public boolean isInvited(String key) {
		return !key.isEmpty() && this.invitations.find(key).isPresent();
	}

	/**
	 * Lets somebody join whom a provider vouches for, by the same rule as all. They come
	 * in by it, and need no password.
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs
	 * @throws Refused if one joins by invitation only, and theirs does not count
	 */
	public Joined join(Newcomer newcomer, ProviderIdentity vouched, Locale language) {
		var joined = isInvited(vouched.invitation()) ? invited(newcomer, vouched.invitation()) : vouchedFor(newcomer);
		this.members.speaks(joined.member(), language);
		this.passwords.lock(joined.member());
		this.links.link(joined.member(), vouched);
		// A waiting member's address is confirmed by the letter that lets them in.
		if (!joined.waits()) {
			this.emails.confirm(joined.member(), newcomer.email());
		}
		return joined;
	}

	private Joined vouchedFor(Newcomer newcomer) {
		return switch (way()) {
			case OPEN -> new Joined(this.members.join(newcomer), false, false, LocalPath.HOME);
			case INVITATION -> throw new Refused("join.by-invitation");
			case APPROVAL -> waits(newcomer);
		};
	}

	/**
	 * Lets somebody wait. Administrators are told by letter of the first who waits, and
	 * then once a day as long as others come: a flood of newcomers is no flood of
	 * letters.
	 */
	private Joined waits(Newcomer newcomer) {
		var member = this.members.askToJoin(newcomer);
		var now = this.clock.instant();
		var tell = this.sql.sql("""
				insert into join_letter (sent_at) values (:now)
				on conflict (is_only) do update set sent_at = :now
				where join_letter.sent_at <= :before
				   or not exists (select from member where status = 'WAITING' and id <> :member)""")
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(now.minus(BETWEEN_LETTERS)))
			.param("member", member.value())
			.update() == 1;
		if (tell) {
			this.members.administratorIds().forEach((one) -> this.emails.reach(one).ifPresent(this.accountMail::waits));
		}
		return new Joined(member, true, false, LocalPath.HOME);
	}

	private Joined invited(Newcomer newcomer, String key) {
		var invitation = this.invitations.find(key).orElseThrow(() -> new Gone("invitation"));
		var member = this.members.joinInvited(newcomer, invitation.role(), invitation.by());
		if (!this.invitations.use(key)) {
			throw new Gone("invitation");
		}
		this.invitations.givePart(invitation, member);
		return new Joined(member, false, false, invitation.target());
	}

	/** Notes what they read, and asks their address whether it is theirs. */
	public void welcome(MemberId member, Newcomer newcomer, Locale language) {
		this.members.speaks(member, language);
		this.methods.askToConfirm(member, newcomer.email());
	}

	/**
	 * Who waits to be let in; one more than a page, where there are more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<MemberView> waiting(long after, Viewer by) {
		return this.members.waiting(after, by);
	}

	/** How many wait, counted as far as a page says it; nobody for others. */
	@Transactional(readOnly = true)
	int count(Viewer viewer) {
		return viewer.isAdministrator()
				? this.sql.sql("select count(*) from (select from member where status = 'WAITING' limit ?) w")
					.param(COUNTED)
					.query(Integer.class)
					.single()
				: 0;
	}

	/**
	 * Lets somebody in, and tells them; their letter confirms their address.
	 * @throws NotAllowed unless an administrator does
	 */
	void letIn(Viewer by, MemberId member) {
		if (this.members.letIn(by, member)) {
			this.emails.of(member).stream().limit(1).forEach((one) -> this.methods.tellLetIn(member, one.email()));
		}
	}

	/**
	 * Sends somebody away.
	 * @throws NotAllowed unless an administrator does
	 */
	void sendAway(Viewer by, MemberId member) {
		this.members.sendAway(by, member);
	}

}
