package org.afterword.account.joining;

import java.util.Locale;

import org.afterword.account.LocalPath;
import org.afterword.account.credentials.EmailConfirmations;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Refused;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Passwords;
import org.afterword.site.Settings;
import org.afterword.site.Site;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people join, as the administrators have set it. */
@Service
@Transactional
public class Joining {

	private final Members members;

	private final MemberProfiles profiles;

	private final JoinApprovals approvals;

	private final Passwords passwords;

	private final Emails emails;

	private final Settings settings;

	private final ReceivedInvitations invitations;

	private final EmailConfirmations confirmations;

	private final ProviderLinks links;

	Joining(Members members, MemberProfiles profiles, JoinApprovals approvals, Passwords passwords, Emails emails,
			Settings settings, ReceivedInvitations invitations, EmailConfirmations confirmations, ProviderLinks links) {
		this.members = members;
		this.profiles = profiles;
		this.approvals = approvals;
		this.passwords = passwords;
		this.emails = emails;
		this.settings = settings;
		this.invitations = invitations;
		this.confirmations = confirmations;
		this.links = links;
	}

	/**
	 * Somebody who has joined.
	 *
	 * @param waits whether an administrator has to approve them
	 * @param asked whether they are told that an e-mail asks their address: the same
	 * whether or not it is somebody else’s
	 * @param target where their invitation leads
	 */
	public record Joined(MemberId member, boolean waits, boolean asked, LocalPath target) {
	}

	@Transactional(readOnly = true)
	public JoinPolicy policy() {
		return this.settings.find(Site.JOINING)
			.map((word) -> JoinPolicy.valueOf(word.toUpperCase(Locale.ROOT)))
			.orElse(JoinPolicy.OPEN);
	}

	/**
	 * Joins, or asks to join; asks their address whether it is theirs.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}; or if
	 * one joins by invitation only
	 */
	Joined join(Newcomer newcomer, Locale language) {
		var joined = joinUninvited(newcomer);
		if (joined.waits()) {
			this.profiles.changeLanguage(joined.member(), language);
			return joined;
		}
		welcome(joined.member(), newcomer, language);
		return new Joined(joined.member(), false, true, LocalPath.HOME);
	}

	/**
	 * Joins by an invitation. If it was sent to the address they give, the address is
	 * confirmed.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}; the
	 * invitation can still be used
	 * @throws Gone if the invitation does not work any more
	 */
	public Joined join(Newcomer newcomer, String key, Locale language) {
		var invitation = this.invitations.find(key).orElseThrow(() -> new Gone("invitation"));
		var joined = joinInvited(newcomer, key);
		var member = joined.member();
		this.profiles.changeLanguage(member, language);
		var asked = !newcomer.email().equals(invitation.email());
		if (asked || !this.emails.confirm(member, newcomer.email())) {
			this.confirmations.send(member, newcomer.email());
		}
		return new Joined(member, false, asked, joined.target());
	}

	/**
	 * Joins by a provider, by the same rule as all. They sign in by it, and need no
	 * password.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}; or if
	 * one joins by invitation only, and theirs does not work
	 */
	public Joined join(Newcomer newcomer, ProviderIdentity vouched, Locale language) {
		var joined = isInvited(vouched.invitation()) ? joinInvited(newcomer, vouched.invitation())
				: joinUninvited(newcomer);
		this.profiles.changeLanguage(joined.member(), language);
		this.passwords.remove(joined.member());
		if (!this.links.link(joined.member(), vouched)) {
			throw new Refused("providers.of-another");
		}
		// Who waits confirms their address by the e-mail that says they are approved.
		if (!joined.waits()) {
			this.emails.confirm(joined.member(), newcomer.email());
		}
		return joined;
	}

	/** Whether the key of an invitation works. */
	@Transactional(readOnly = true)
	public boolean isInvited(String key) {
		return !key.isEmpty() && this.invitations.find(key).isPresent();
	}

	/** Keeps the language they read, and asks their address whether it is theirs. */
	public void welcome(MemberId member, Newcomer newcomer, Locale language) {
		this.profiles.changeLanguage(member, language);
		this.confirmations.send(member, newcomer.email());
	}

	private Joined joinUninvited(Newcomer newcomer) {
		return switch (policy()) {
			case OPEN -> new Joined(this.members.join(newcomer), false, false, LocalPath.HOME);
			case INVITATION -> throw new Refused("join.by-invitation");
			case APPROVAL -> new Joined(this.approvals.ask(newcomer), true, false, LocalPath.HOME);
		};
	}

	private Joined joinInvited(Newcomer newcomer, String key) {
		var invitation = this.invitations.find(key).orElseThrow(() -> new Gone("invitation"));
		var member = this.members.joinInvited(newcomer, invitation.role(), invitation.by());
		if (!this.invitations.use(key)) {
			throw new Gone("invitation");
		}
		this.invitations.givePart(invitation, member);
		return new Joined(member, false, false, invitation.target());
	}

}
