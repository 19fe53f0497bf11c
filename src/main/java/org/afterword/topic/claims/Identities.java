package org.afterword.topic.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.suspension.Suspensions;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who a placeholder is known to be, in every topic where staff found the same person. */
@Component
class Identities {

	private final PlaceholderRepository placeholders;

	private final ClaimRepository claims;

	private final Members members;

	private final Suspensions suspensions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Identities(PlaceholderRepository placeholders, ClaimRepository claims, Members members, Suspensions suspensions,
			JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
		this.placeholders = placeholders;
		this.claims = claims;
		this.members = members;
		this.suspensions = suspensions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Lets one transaction at a time decide who somebody is: who is the same person may
	 * change while another waits.
	 */
	void lock() {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('claim'))").query((row) -> {
		});
	}

	/**
	 * Finds a placeholder, and locks it and those of the same person.
	 * @throws NotFound where the topic has no such placeholder
	 */
	Identity locked(TopicId topic, PlaceholderId placeholder) {
		lock();
		this.placeholders.lockedSamePeople(placeholder.value());
		return find(topic, placeholder);
	}

	/**
	 * Finds a placeholder.
	 * @throws NotFound where the topic has no such placeholder
	 */
	Identity find(TopicId topic, PlaceholderId placeholder) {
		return this.sql.sql("""
				select p.label, p.member_id, p.claimed_at, p.claim_id, m.display_name, m.status = 'ERASED' as erased
				from placeholder p left join member m on m.id = p.member_id
				where p.id = ? and p.topic_id = ?""").params(placeholder.value(), topic.value()).query((row, line) -> {
			var member = row.getObject("member_id", Long.class);
			var claim = row.getObject("claim_id", Long.class);
			var claimedAt = row.getTimestamp("claimed_at");
			return new Identity(placeholder, topic, row.getString("label"),
					(member != null) ? new MemberId(member) : null,
					Objects.requireNonNullElse(row.getString("display_name"), ""), row.getBoolean("erased"),
					(claimedAt != null) ? claimedAt.toInstant() : null, (claim != null) ? new ClaimId(claim) : null);
		}).optional().orElseThrow(() -> new NotFound("placeholder " + placeholder + " in topic " + topic));
	}

	/**
	 * The topic of a placeholder.
	 * @throws NotFound where there is no such placeholder
	 */
	TopicId topicOf(PlaceholderId placeholder) {
		return new TopicId(this.placeholders.topicOf(placeholder.value())
			.orElseThrow(() -> new NotFound("placeholder " + placeholder)));
	}

	List<PlaceholderId> samePeople(PlaceholderId placeholder) {
		return this.placeholders.samePeople(placeholder.value()).stream().map(PlaceholderId::new).toList();
	}

	/** Says that these placeholders are known to be a member now, or are no longer. */
	void changed(List<Long> placeholders) {
		placeholders.stream()
			.map(PlaceholderId::new)
			.forEach((one) -> this.events.publishEvent(new PlaceholderClaimed(one, topicOf(one))));
	}

	/**
	 * Decides the claims that still wait: the person is known.
	 * @param by who found it out; null where an address did
	 * @return to be published: what was decided about others than the member
	 */
	List<ClaimDecided> supersede(PlaceholderId placeholder, MemberId found, @Nullable MemberId by) {
		var waiting = this.claims.waitingFor(samePeople(placeholder));
		waiting.forEach((claim) -> claim.supersede(by, this.clock.instant()));
		return waiting.stream()
			.filter((claim) -> !claim.member().equals(found))
			.map((claim) -> new ClaimDecided(claim.id(), claim.placeholder(), topicOf(claim.placeholder()),
					claim.member(), ClaimState.SUPERSEDED, by))
			.toList();
	}

	/**
	 * Checks that somebody does not decide about a placeholder that they claim to be
	 * themselves, unless nobody else can.
	 * @throws NotAllowed where they would
	 */
	void mustNotBeParty(TopicId topic, PlaceholderId placeholder, Viewer by) {
		if (this.sql.sql("select claims_to_be(?, ?)")
			.params(by.id().value(), placeholder.value())
			.query(Boolean.class)
			.single()) {
			mustBeAlone(topic, by);
		}
	}

	/**
	 * Checks that somebody can be found to be a placeholder.
	 * @throws Refused where they have left or are suspended
	 */
	void mustBeActive(MemberId member) {
		if (!this.members.get(member).active()) {
			throw new Refused("claim.left");
		}
		if (this.suspensions.find(member).isPresent()) {
			throw new Refused("claim.suspended");
		}
	}

	/**
	 * Checks that nobody else can decide: then one’s own claim would wait for ever.
	 * @throws NotAllowed where somebody can
	 */
	void mustBeAlone(TopicId topic, Viewer by) {
		if (this.sql.sql("select others_run(?, ?)")
			.params(topic.value(), by.id().value())
			.query(Boolean.class)
			.single()) {
			throw new NotAllowed("decide one’s own claim", "claim.own-claim");
		}
	}

	/**
	 * A placeholder, and who it is known to be.
	 *
	 * @param member null for nobody
	 * @param name of the member; empty for nobody
	 * @param erased whether the member has left
	 * @param claimedAt since when it is known
	 * @param claim by which it is known; null for nobody
	 */
	record Identity(PlaceholderId placeholder, TopicId topic, String label, @Nullable MemberId member, String name,
			boolean erased, @Nullable Instant claimedAt, @Nullable ClaimId claim) {

		/**
		 * Checks that it can be claimed.
		 * @throws Refused for somebody who asked without a name
		 * @throws Conflict where it is known who it is
		 */
		void mustBeUnknown() {
			if (this.member != null) {
				throw new Conflict("claim.known-already", this.label, this.name);
			}
			if (Anonymity.is(this.label)) {
				throw new Refused("claim.anonymous", this.label);
			}
		}

	}

}
