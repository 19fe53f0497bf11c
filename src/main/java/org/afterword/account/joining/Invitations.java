package org.afterword.account.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.afterword.account.AccountMail;
import org.afterword.account.EmailTokens;
import org.afterword.account.Secret;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.member.Email;
import org.afterword.member.Role;
import org.afterword.member.UsualLanguage;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking people to join: one person by e-mail, or several by a link that is passed on.
 * For 90 days, into a topic if one likes.
 */
@Service
@Transactional
public class Invitations {

	/** How many may join by one link at most. */
	static final int MOST = 500;

	/** How many a page shows. */
	public static final int PART = 50;

	private static final int TOPICS = 100;

	private static final Duration VALIDITY = Duration.ofDays(90);

	private final ReceivedInvitations received;

	private final AccountMail mail;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	private final Clock clock;

	Invitations(ReceivedInvitations received, AccountMail mail, UsualLanguage languages, JdbcClient sql, Clock clock) {
		this.received = received;
		this.mail = mail;
		this.languages = languages;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * What somebody is invited to.
	 *
	 * @param topic the slug of where it leads; null for the front page
	 * @param part their role in that topic; null for none
	 * @param places how many may join by it
	 */
	record Offer(Role role, @Nullable String topic, @Nullable TopicRole part, int places) {
	}

	/** A topic to which one may invite. */
	public record Place(String slug, String title) {
	}

	/**
	 * Makes a link by which people can join.
	 * @return the key, which is not stored
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
		mail(email, by.name(), this.received.find(key.value()).orElseThrow(), key);
	}

	/**
	 * Sends an invitation again, for another 90 days; the link of the e-mail before stops
	 * working.
	 * @throws NotAllowed unless a facilitator does
	 * @throws NotFound if it does not work any more, was not sent by e-mail, or is
	 * somebody else’s and no administrator sends it
	 */
	void resend(Viewer by, long id) {
		check(by);
		var key = Secret.random();
		var email = this.sql.sql("""
				update invitation set hash = :hash, expires_at = :until
				where id = :id and email is not null and places > 0 and withdrawn_at is null and expires_at > :now
				and (:all or invited_by = :me) returning email
				""")
			.param("hash", key.hash())
			.param("until", Timestamp.from(until()))
			.param("id", id)
			.param("now", now())
			.param("all", by.isAdministrator())
			.param("me", by.id().value())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new NotFound("invitation " + id));
		var invitation = this.received.find(key.value()).orElseThrow(() -> new NotFound("invitation " + id));
		mail(new Email(email), invitation.inviter(), invitation, key);
	}

	/**
	 * Withdraws an invitation.
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

	/**
	 * The open invitations, the newest first: one’s own, and everybody’s for
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
	 * Who was invited by e-mail and has not joined, the newest first; one more than a
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

	private List<InvitationView> list(Viewer by, String search, long before, boolean byEmail, @Nullable Role role) {
		return this.sql.sql("""
				select i.id, i.email, i.role, t.title, i.topic_role, i.places, m.display_name, i.expires_at
				from invitation i join member m on m.id = i.invited_by left join topic t on t.id = i.topic_id
				where i.places > 0 and i.withdrawn_at is null and i.expires_at > :now
				and (:all or i.invited_by = :me) and (:before = 0 or i.id < :before)
				and (not :byEmail or i.email is not null) and (cast(:role as text) is null or i.role = :role)
				and (:part = '' or strpos(i.email, :part) > 0) order by i.id desc limit :most
				""")
			.param("byEmail", byEmail)
			.param("role", (role != null) ? role.name() : null)
			.param("now", now())
			.param("all", by.isAdministrator())
			.param("me", by.id().value())
			.param("before", before)
			.param("part", search.replace("\0", "").strip().toLowerCase(Locale.ROOT))
			.param("most", PART + 1)
			.query((row, number) -> new InvitationView(row.getLong("id"), row.getString("email"),
					Role.valueOf(row.getString("role")), row.getString("title"), ReceivedInvitations.topicRole(row),
					row.getInt("places"), row.getString("display_name"), row.getTimestamp("expires_at").toInstant()))
			.list();
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
			.param("until", Timestamp.from(until()))
			.update();
		return key;
	}

	private void mail(Email to, String inviter, Invitation invitation, Secret key) {
		this.mail.invitation(to, this.languages.usualLanguage(), inviter, invitation.topic(),
				new EmailTokens.Fresh(key.value(), until()));
	}

	private static void check(Viewer by) {
		if (!by.isFacilitator()) {
			throw new NotAllowed("invite");
		}
	}

	private Instant until() {
		return this.clock.instant().plus(VALIDITY);
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

}
