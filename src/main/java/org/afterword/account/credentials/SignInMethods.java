package org.afterword.account.credentials;

import java.util.Optional;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.LocalPath;
import org.afterword.account.SignInId;
import org.afterword.account.SignIns;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Password;
import org.afterword.member.Passwords;
import org.afterword.member.Recipient;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens by letter: confirming an address, coming in without a password, choosing a
 * new one, objecting to a change. A key shows that somebody reads the mail of an address.
 */
@Service
@Transactional
public class SignInMethods {

	private final Members members;

	private final Passwords passwords;

	private final Emails emails;

	private final EmailTokens tokens;

	private final AccountMail accountMail;

	private final SignIns signIns;

	private final Passkeys passkeys;

	private final ProviderLinks providers;

	private final Codes codes;

	private final Site site;

	SignInMethods(Members members, Passwords passwords, Emails emails, EmailTokens tokens, AccountMail accountMail,
			SignIns signIns, Passkeys passkeys, ProviderLinks providers, Codes codes, Site site) {
		this.members = members;
		this.passwords = passwords;
		this.emails = emails;
		this.tokens = tokens;
		this.accountMail = accountMail;
		this.signIns = signIns;
		this.passkeys = passkeys;
		this.providers = providers;
		this.codes = codes;
		this.site = site;
	}

	/**
	 * Asks an address whether it is the member’s. If it is known as somebody else’s, its
	 * owner is told instead; whoever asked learns nothing.
	 */
	public void askToConfirm(MemberId member, Email email) {
		var claimant = this.emails.at(member, email);
		var owner = this.emails.owner(email);
		if (claimant.isEmpty()) {
			return;
		}
		var key = this.tokens.make(Purpose.CONFIRM, member, email, LocalPath.HOME);
		if (key.isEmpty()) {
			return;
		}
		if (owner.isEmpty()) {
			this.accountMail.confirm(claimant.get(), key.get());
		}
		else if (!owner.get().member().equals(member)) {
			this.accountMail.taken(owner.get(), claimant.get());
		}
	}

	/** Tells somebody that they were let in, at the address they gave. */
	public void tellLetIn(MemberId member, Email email) {
		if (this.emails.owner(email).isPresent()) {
			askToConfirm(member, email);
			return;
		}
		this.emails.at(member, email)
			.ifPresent((to) -> this.tokens.make(Purpose.CONFIRM, member, email, LocalPath.HOME)
				.ifPresent((key) -> this.accountMail.letIn(to, key)));
	}

	/**
	 * Adds an address to a member’s, and asks it whether it is theirs.
	 * @throws org.afterword.kernel.Refused if they have it already, or as many as one may
	 * have
	 */
	void add(MemberId member, Email email) {
		this.emails.add(member, email);
		askToConfirm(member, email);
	}

	/**
	 * Sends a way in to whoever has this name, if they can be written to.
	 * @param name a handle or an address, as it was typed
	 */
	public void sendWayIn(String name, LocalPath target) {
		recipient(name).ifPresent((to) -> this.tokens.make(Purpose.SIGN_IN, to.member(), to.email(), target)
			.ifPresent((key) -> this.accountMail.way(to, key)));
	}

	/**
	 * Sends a way to a new password to whoever has this name, if they can be written to.
	 * @param name a handle or an address, as it was typed
	 */
	public void sendPasswordWay(String name) {
		recipient(name).ifPresent(this::sendPasswordWay);
	}

	/** Whose key this is, so that its page can say so. */
	@Transactional(readOnly = true)
	public Optional<MemberView> whose(Purpose purpose, String token) {
		return this.tokens.look(purpose, token).map((key) -> this.members.get(key.member())).filter(MemberView::active);
	}

	/** The address that a key is about. */
	@Transactional(readOnly = true)
	Optional<Email> about(Purpose purpose, String token) {
		return this.tokens.look(purpose, token).map(EmailTokens.Key::email);
	}

	/**
	 * Confirms an address, and tells the primary one.
	 * @return false if the key does not count
	 * @throws NotAllowed if somebody else is signed in
	 */
	boolean confirm(Viewer viewer, String token) {
		mine(viewer, Purpose.CONFIRM, token);
		var key = this.tokens.use(Purpose.CONFIRM, token);
		if (key.isEmpty()) {
			return false;
		}
		var member = key.get().member();
		var before = this.emails.reach(member);
		var known = this.emails.owner(key.get().email()).isPresent();
		var confirmed = this.emails.confirm(member, key.get().email());
		if (confirmed && !known) {
			before.ifPresent((primary) -> this.tokens.make(Purpose.STOP, member, primary.email(), LocalPath.HOME)
				.ifPresent((stop) -> this.accountMail.added(primary, key.get().email(), stop)));
		}
		return confirmed;
	}

	/** Sends letters to another of the member’s addresses, and tells the old one. */
	void makePrimary(MemberId member, long id) {
		var before = this.emails.reach(member);
		if (this.emails.makePrimary(member, id)) {
			var now = this.emails.get(member, id).email();
			before.ifPresent((old) -> this.tokens.make(Purpose.STOP, member, old.email(), LocalPath.HOME)
				.ifPresent((stop) -> this.accountMail.changed(old, now, stop)));
		}
	}

	/**
	 * Undoes a change of addresses for whoever reads the old one: it is the only one
	 * again, nobody is signed in, nothing by which somebody came in counts any more, and
	 * a way to a new password is on its way there.
	 * @return false if the key does not count
	 */
	boolean object(String token) {
		var key = this.tokens.use(Purpose.STOP, token);
		if (key.isEmpty() || !this.emails.restore(key.get().member(), key.get().email())) {
			return false;
		}
		var member = key.get().member();
		this.tokens.useUp(member);
		this.passwords.lock(member);
		this.passkeys.removeAll(member);
		this.providers.removeAll(member);
		this.codes.end(member);
		this.signIns.endOthers(member, null);
		this.emails.reach(member).ifPresent(this::sendPasswordWay);
		return true;
	}

	/** Uses a way in up; empty if it does not count, or the address is theirs no more. */
	public Optional<EmailTokens.Key> comeIn(String token) {
		return this.tokens.use(Purpose.SIGN_IN, token).filter(this::isOwners);
	}

	/**
	 * Chooses a new password, and signs out everywhere; empty if the key does not count.
	 */
	public Optional<MemberId> choosePassword(String token, Password password) {
		var key = this.tokens.use(Purpose.PASSWORD, token).filter(this::isOwners);
		key.ifPresent((good) -> {
			this.passwords.set(good.member(), password);
			this.tokens.closeDoors(good.member());
			this.signIns.endOthers(good.member(), null);
		});
		return key.map(EmailTokens.Key::member);
	}

	/**
	 * Changes a password, and signs out everywhere but here.
	 * @return false if the old one is not right; then nothing was changed
	 */
	boolean changePassword(MemberId member, String old, Password password, @Nullable SignInId here) {
		var changed = this.passwords.change(member, old, password);
		if (changed) {
			this.signIns.endOthers(member, here);
		}
		return changed;
	}

	/** Whether a password is only a name that everybody knows once more. */
	@Transactional(readOnly = true)
	public boolean isGuessable(MemberId member, String password) {
		return this.passwords.isGuessable(member, password, this.site.name());
	}

	private void sendPasswordWay(Recipient to) {
		this.tokens.make(Purpose.PASSWORD, to.member(), to.email(), LocalPath.HOME)
			.ifPresent((key) -> this.accountMail.password(to, key));
	}

	/** Who can be written to by that name; an address that nobody confirmed is asked. */
	private Optional<Recipient> recipient(String name) {
		var typed = name.strip();
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		if (Handle.matches(handle)) {
			var member = this.members.find(new Handle(handle)).map(MemberView::id);
			return member.flatMap((id) -> this.emails.reach(id).or(() -> {
				this.emails.of(id).stream().limit(1).forEach((one) -> askToConfirm(id, one.email()));
				return Optional.empty();
			}));
		}
		if (!Email.matches(typed)) {
			return Optional.empty();
		}
		var email = new Email(typed);
		this.emails.claimant(email).ifPresent((one) -> askToConfirm(one.member(), email));
		return this.emails.owner(email);
	}

	private boolean isOwners(EmailTokens.Key key) {
		return this.emails.owner(key.email()).filter((owner) -> owner.member().equals(key.member())).isPresent();
	}

	private void mine(Viewer viewer, Purpose purpose, String token) {
		if (viewer.isMember()
				&& this.tokens.look(purpose, token).filter((key) -> !viewer.is(key.member())).isPresent()) {
			throw new NotAllowed("use somebody else’s key", "key.of-another");
		}
	}

}
