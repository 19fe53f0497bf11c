package org.afterword.account.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.LocalPath;
import org.afterword.account.Secret;
import org.afterword.kernel.Gone;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.member.Email;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Role;
import org.afterword.member.UsualLanguage;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking people to join: by a letter to one of them, or by a link that is handed on. For
 * 90 days, into a topic if one likes.
 */
@Service
@Transactional
public class Invitations {

	/** How many may join by one link at most. */
	static final int MOST = 500;

	/** How many stand on a page. */
	public static final int PART = 50;

	private static final int TOPICS = 100;

	private static final Duration GOOD = Duration.ofDays(90);

	private final Members members;

	private final AccountMail accountMail;

	private final TopicRoles roles;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	private final Clock clock;

	Invitations(Members members, AccountMail accountMail, TopicRoles roles, UsualLanguage languages, JdbcClient sql,
			Clock clock) {
		this.members = members;
		this.accountMail = accountMail;
		this.roles = roles;
		this.languages = languages;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * What somebody is invited to.
	 *
	 * @param topic the slug of where it leads; null for the front page
	 * @param part what they are to be in that topic; null for nothing in particular
	 */
	record Offer(Role role, @Nullable String topic, @Nullable TopicRole part, int places) {

	}

	/**
	 * An invitation, for whoever holds its key.
	 *
	 * @param email where it was sent; null for a link that is handed on
	 * @param topic the title of where it leads; null for the front page
	 * @param part what it makes of them there; null for nothing in particular
	 */
	record Invitation(MemberId by, String inviter, @Nullable Email email, Role role, @Nullable String topic,
			LocalPath target, @Nullable TopicId place, @Nullable TopicRole part) {

	}

	/**
	 * What somebody who is a member already may take.
	 *
	 * @param role on the whole site; null where theirs is as great
	 * @param part in the topic; null for none, or where they have it
	 */
	record Offered(@Nullable Role role, @Nullable TopicRole part) {

		boolean isAny() {
			return this.role != null || this.part != null;
		}

	}

	/** A topic to which one may invite. */
	public record Place(String slug, String title) {

	}

	/**
	 * Makes a link by which people can join.
	 * @return the key, which is not kept
	 * @throws NotAllowed unless a facilitator invites; only administrators give a role
	 */
	String link(Viewer by, Offer offer) {
		return make(by, offer, null).value();
	}

	/**
	 * Sends an invitation to one person, in the language of the site.
	 * @throws NotAllowed unless a facilitator invites; only administrators give a role
	 */
	void send(Viewer by, Offer offer, Email email) {
		var key = make(by, new Offer(offer.role(), offer.topic(), offer.part(), 1), email);
		var until = this.clock.instant().plus(GOOD);
		this.accountMail.invitation(email, this.languages.usualLanguage(), by.name(),
				find(key.value()).orElseThrow().topic(), new EmailTokens.Fresh(key.value(), until));
	}

	/** The invitation of this key; empty if it does not count, or not any more. */
	@Transactional(readOnly = true)
	Optional<Invitation> find(String key) {
		return this.sql.sql("""
				select i.invited_by, i.email, i.role, m.display_name, t.id as topic, t.slug, t.title, i.topic_role
				from invitation i join member m on m.id = i.invited_by
				left join topic old on old.id = i.topic_id
				left join topic t on t.id = coalesce(old.merged_into, old.id) and t.state not in ('DRAFT', 'MERGED')
				where i.hash = ? and i.places > 0 and i.withdrawn_at is null and i.expires_at > ?
				""")
			.params(new Secret(key).hash(), now())
			.query(Invitations::invitation)
			.optional()
			.filter((invitation) -> mayInvite(invitation.by(), invitation.role()));
	}

	/** Takes one place; false if the invitation does not count any more. */
	boolean use(String key) {
		return this.sql.sql("""
				update invitation set places = places - 1
				where hash = ? and places > 0 and withdrawn_at is null and expires_at > ?
				""").params(new Secret(key).hash(), now()).update() == 1;
	}

	/**
	 * Gives a member the part in the topic to which they were invited, by its inviter.
	 */
	void givePart(Invitation invitation, MemberId member) {
		if (invitation.place() != null && invitation.part() != null) {
			var by = this.members.viewer(invitation.by()).orElseThrow(() -> new Gone("invitation"));
			this.roles.appoint(invitation.place(), member, invitation.part(), by);
		}
	}

	/**
	 * Lets a member take the part in a topic, or the role, to which they were invited.
	 * Whoever has it already takes no place; a greater role stays.
	 * @return where it leads; empty if the key does not count any more
	 */
	Optional<LocalPath> accept(String key, Viewer viewer) {
		var found = find(key);
		found.map((invitation) -> offered(invitation, viewer)).filter(Offered::isAny).ifPresent((offered) -> {
			if (!use(key)) {
				throw new Gone("invitation");
			}
			var invitation = found.get();
			if (offered.role() != null) {
				var by = this.members.viewer(invitation.by()).orElseThrow(() -> new Gone("invitation"));
				this.members.giveRole(by, viewer.id(), offered.role());
			}
			if (offered.part() != null) {
				givePart(invitation, viewer.id());
			}
		});
		return found.map(Invitation::target);
	}

	/** What it would make of this member that they are not yet. */
	@Transactional(readOnly = true)
	Offered offered(Invitation invitation, Viewer viewer) {
		var role = this.members.get(viewer.id()).role().isAtLeast(invitation.role()) ? null : invitation.role();
		return new Offered(role, hasPart(invitation, viewer) ? null : invitation.part());
	}

	private boolean hasPart(Invitation invitation, Viewer viewer) {
		return invitation.place() == null || this.roles.appointed(invitation.place())
			.stream()
			.anyMatch(
					(one) -> one.role() == invitation.part() && Objects.equals(one.person().handle(), viewer.handle()));
	}

	/**
	 * The invitations that count, the newest first: one’s own, and everybody’s for
	 * administrators; one more than a page, where there are more.
	 * @param search part of an address; all if empty
	 * @param before only those older than this one; 0 for the newest
	 * @throws NotAllowed unless a facilitator asks
	 */
	@Transactional(readOnly = true)
	List<InvitationView> list(Viewer by, String search, long before) {
		check(by);
		return list(by, search, before, false, null);
	}

	/**
	 * Who was invited by a letter and has not joined, the newest first; one more than a
	 * page, where there are more.
	 * @param search part of an address; all if empty
	 * @param role what they are invited to be; null for all
	 * @param before only those older than this one; 0 for the newest
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	public List<InvitationView> people(Viewer by, String search, @Nullable Role role, long before) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("list whom others have invited");
		}
		return list(by, search, before, true, role);
	}

	private List<InvitationView> list(Viewer by, String search, long before, boolean accountMail, @Nullable Role role) {
		return this.sql.sql("""
				select i.id, i.email, i.role, t.title, i.topic_role, i.places, m.display_name, i.expires_at
				from invitation i join member m on m.id = i.invited_by left join topic t on t.id = i.topic_id
				where i.places > 0 and i.withdrawn_at is null and i.expires_at > :now
				and (:all or i.invited_by = :me) and (:before = 0 or i.id < :before)
				and (not :letters or i.email is not null) and (cast(:role as text) is null or i.role = :role)
				and (:part = '' or strpos(i.email, :part) > 0) order by i.id desc limit :most
				""")
			.param("letters", accountMail)
			.param("role", (role != null) ? role.name() : null)
			.param("now", now())
			.param("all", by.isAdministrator())
			.param("me", by.id().value())
			.param("before", before)
			.param("part", search.replace("\0", "").strip().toLowerCase(Locale.ROOT))
			.param("most", PART + 1)
			.query((row, number) -> new InvitationView(row.getLong("id"), row.getString("email"),
					Role.valueOf(row.getString("role")), row.getString("title"), part(row), row.getInt("places"),
					row.getString("display_name"), row.getTimestamp("expires_at").toInstant()))
			.list();
	}

	/**
	 * Sends an invitation once more, for another 90 days; the key of the letter before
	 * counts no more.
	 * @throws NotAllowed unless a facilitator does
	 * @throws NotFound if it does not count any more, went to nobody by letter, or is
	 * somebody else’s and no administrator sends it
	 */
	void resend(Viewer by, long id) {
		check(by);
		var key = Secret.random();
		var until = this.clock.instant().plus(GOOD);
		var email = this.sql.sql("""
				update invitation set hash = :hash, expires_at = :until
				where id = :id and email is not null and places > 0 and withdrawn_at is null and expires_at > :now
				and (:all or invited_by = :me) returning email
				""")
			.param("hash", key.hash())
			.param("until", Timestamp.from(until))
			.param("id", id)
			.param("now", now())
			.param("all", by.isAdministrator())
			.param("me", by.id().value())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NotFound("invitation " + id));
		var invitation = find(key.value()).orElseThrow(() -> new NotFound("invitation " + id));
		this.accountMail.invitation(new Email(email), this.languages.usualLanguage(), invitation.inviter(),
				invitation.topic(), new EmailTokens.Fresh(key.value(), until));
	}

	/**
	 * Takes an invitation back.
	 * @throws NotAllowed unless a facilitator does
	 * @throws NotFound if it is somebody else’s, and no administrator does
	 */
	void withdraw(Viewer by, long id) {
		check(by);
		if (this.sql.sql("update invitation set withdrawn_at = :now where id = :id and (:all or invited_by = :me)")
			.param("now", now())
			.param("id", id)
			.param("all", by.isAdministrator())
			.param("me", by.id().value())
			.update() == 0) {
			throw new NotFound("invitation " + id);
		}
	}

	/** The topics to which one may invite, the newest first; 100 at most. */
	@Transactional(readOnly = true)
	List<Place> places() {
		return this.sql
			.sql("select slug, title from topic where state not in ('DRAFT', 'MERGED') order by id desc limit ?")
			.param(TOPICS)
			.query((row, number) -> new Place(row.getString("slug"), row.getString("title")))
			.list();
	}

	private Secret make(Viewer by, Offer offer, @Nullable Email email) {
		check(by);
		if (!by.role().isAtLeast(Role.ADMINISTRATOR) && offer.role() != Role.MEMBER) {
			throw new NotAllowed("invite to a role");
		}
		var key = Secret.random();
		this.sql
			.sql("""
					insert into invitation (hash, invited_by, email, role, topic_id, topic_role, places, made_at,
					expires_at)
					values (:hash, :by, :email, :role, (select id from topic where slug = :topic and state not in ('DRAFT', 'MERGED')),
					:part, :places, :now, :until)
					""")
			.param("hash", key.hash())
			.param("by", by.id().value())
			.param("email", (email != null) ? email.value() : null)
			.param("role", offer.role().name())
			.param("topic", offer.topic())
			.param("part", (offer.part() != null) ? offer.part().name() : null)
			.param("places", offer.places())
			.param("now", now())
			.param("until", Timestamp.from(this.clock.instant().plus(GOOD)))
			.update();
		return key;
	}

	/** What an inviter may not do any more, their invitations cannot do either. */
	private boolean mayInvite(MemberId inviter, Role role) {
		return this.members.viewer(inviter)
			.filter((by) -> (role == Role.MEMBER) ? by.isFacilitator() : by.isAdministrator())
			.isPresent();
	}

	private static void check(Viewer by) {
		if (!by.isFacilitator()) {
			throw new NotAllowed("invite");
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static Invitation invitation(ResultSet row, int number) throws SQLException {
		var email = row.getString("email");
		var slug = row.getString("slug");
		var topic = row.getObject("topic", Long.class);
		return new Invitation(new MemberId(row.getLong("invited_by")), row.getString("display_name"),
				(email != null) ? new Email(email) : null, Role.valueOf(row.getString("role")), row.getString("title"),
				(slug != null) ? LocalPath.of("/topics/" + slug) : LocalPath.HOME,
				(topic != null) ? new TopicId(topic) : null, part(row));
	}

	private static @Nullable TopicRole part(ResultSet row) throws SQLException {
		var part = row.getString("topic_role");
		return (part != null) ? TopicRole.valueOf(part) : null;
	}

}
