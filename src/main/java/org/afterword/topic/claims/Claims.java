package org.afterword.topic.claims;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.claims.Identities.Identity;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members claim to be somebody known by initials, and facilitators decide. A claim that
 * is confirmed sets the member of the placeholder, and of those that staff found to be
 * the same person; nothing else is written, so that it can be undone.
 */
@Service
@Transactional
public class Claims {

	/** How long a confirmed claim can be undone. */
	public static final Duration UNDOABLE = Duration.ofDays(30);

	/** How often a claim can be refused before it cannot be filed again. */
	public static final int MOST_REFUSALS = 2;

	/** In characters. */
	static final int LONGEST_REASON = 500;

	private final ClaimRepository claims;

	private final PlaceholderRepository placeholders;

	private final Identities identities;

	private final ClaimLists lists;

	private final TopicRoles roles;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Claims(ClaimRepository claims, PlaceholderRepository placeholders, Identities identities, ClaimLists lists,
			TopicRoles roles, ApplicationEventPublisher events, Clock clock) {
		this.claims = claims;
		this.placeholders = placeholders;
		this.identities = identities;
		this.lists = lists;
		this.roles = roles;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A member claims to be a placeholder. It is confirmed at once where the imported
	 * list named an address that the member has confirmed, unless they are somebody else
	 * in this topic already, or people have decided it before; else it waits for the
	 * facilitators.
	 * @param words why it is true; needed once staff have refused or undone it
	 * @return waiting, or confirmed
	 * @throws NotAllowed for those who are not members
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Conflict where it is known who it is
	 * @throws Refused where it was refused {@value #MOST_REFUSALS} times, and for words
	 * that are needed and missing, or too long
	 */
	public ClaimState file(TopicId topic, PlaceholderId placeholder, String words, Viewer by) {
		var member = by.id();
		var identity = this.identities.locked(topic, placeholder);
		if (member.equals(identity.member())) {
			return ClaimState.CONFIRMED;
		}
		identity.mustBeUnknown();
		var before = this.claims.findByPlaceholderIdAndMemberId(placeholder, member);
		if (before.isPresent() && before.get().isWaiting()) {
			return ClaimState.WAITING;
		}
		var why = Blank.stripped(words);
		before.ifPresent((one) -> one.mustBeFileable(why, identity.label()));
		var decidedByPeople = before.isPresent() && before.get().wasDecidedByPeople();
		var claim = put(placeholder, member, why);
		if (!decidedByPeople && this.placeholders.hasAddressOf(placeholder.value(), member.value())
				&& !this.placeholders.isSomebodyElse(topic.value(), placeholder.value(), member.value())) {
			confirm(claim, identity, null);
			return ClaimState.CONFIRMED;
		}
		this.events.publishEvent(new ClaimFiled(claim.id(), placeholder, topic, member));
		return ClaimState.WAITING;
	}

	/**
	 * The label of a placeholder that this member can still claim.
	 * @throws NotAllowed for those who are not members
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Conflict where it is known who it is
	 */
	@Transactional(readOnly = true)
	public String label(TopicId topic, PlaceholderId placeholder, Viewer by) {
		by.id();
		var identity = this.identities.find(topic, placeholder);
		identity.mustBeUnknown();
		return identity.label();
	}

	/**
	 * A member says that they are not this placeholder, and is not asked again. A claim
	 * of theirs that waits is withdrawn.
	 * @throws NotAllowed for those who are not members
	 * @throws NotFound where the topic has no such placeholder
	 */
	public void deny(TopicId topic, PlaceholderId placeholder, Viewer by) {
		var member = by.id();
		this.identities.locked(topic, placeholder);
		var now = this.clock.instant();
		this.claims.findByPlaceholderIdAndMemberId(placeholder, member)
			.orElseGet(() -> this.claims.save(Claim.denied(placeholder, member, now)))
			.deny(now);
	}

	/**
	 * A member withdraws a claim of theirs that waits, or was confirmed.
	 * @throws NotFound where they have no such claim
	 * @throws Refused {@link #UNDOABLE} after it was confirmed
	 */
	public void takeBack(ClaimId id, Viewer by) {
		// Not as an entity: it may change before it is locked.
		var claim = this.lists.get(id, by);
		if (!by.is(claim.memberId())) {
			throw new NotFound("claim " + id + " of member " + by);
		}
		if (claim.state() == ClaimState.CONFIRMED) {
			undo(claim.topic(), claim.label(), claim.memberId(), by);
		}
		else if (claim.isWaiting()) {
			deny(claim.topic(), claim.placeholder(), by);
		}
	}

	/**
	 * A facilitator says who a placeholder is. False when there is no such placeholder.
	 * @throws NotAllowed for those who do not facilitate the topic; about oneself, and
	 * about somebody whom they claim to be
	 * @throws Conflict where it is known who it is
	 * @throws Refused where the member left or is suspended
	 */
	public boolean identify(TopicId topic, String label, MemberId member, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("identify a placeholder");
		if (by.is(member)) {
			this.identities.mustBeAlone(topic, by);
		}
		var placeholder = this.placeholders.idOf(topic.value(), label).map(PlaceholderId::new);
		placeholder.ifPresent((id) -> {
			var identity = this.identities.locked(topic, id);
			if (!member.equals(identity.member())) {
				identity.mustBeUnknown();
				this.identities.mustNotBeParty(topic, id, by);
				this.identities.mustBeActive(member);
				confirm(put(id, member, ""), identity, by.id());
			}
		});
		return placeholder.isPresent();
	}

	/**
	 * Confirms a claim. What the placeholder asked and wrote, and what names it, is then
	 * the member’s; the claims of others are superseded.
	 * @throws NotAllowed for those who do not facilitate the topic, and for whoever
	 * claims to be this placeholder
	 * @throws Conflict where it was decided meanwhile, or it is known who it is
	 * @throws Refused while the member is suspended, and once they left
	 */
	public void confirm(TopicId topic, ClaimId id, Viewer by) {
		var identity = toDecide(topic, id, by);
		var claim = this.claims.get(id);
		this.identities.mustBeActive(claim.member());
		confirm(claim, identity, by.id());
	}

	/**
	 * Refuses a claim; the member reads why, and may file it once more.
	 * @throws NotAllowed for those who do not facilitate the topic, and for whoever
	 * claims to be this placeholder
	 * @throws Conflict where it was decided meanwhile
	 * @throws Refused for a reason that is missing or too long
	 */
	public void refuse(TopicId topic, ClaimId id, String reason, Viewer by) {
		var words = Blank.stripped(reason);
		if (words.isEmpty()) {
			throw new Refused("claim.no-reason").on("reason");
		}
		if (words.length() > LONGEST_REASON) {
			throw new Refused("claim.long-reason", words.length(), LONGEST_REASON).on("reason");
		}
		toDecide(topic, id, by);
		var claim = this.claims.get(id);
		claim.refuse(words, by.id(), this.clock.instant());
		this.events
			.publishEvent(new StaffAct(by.id(), Act.REFUSE_CLAIM, Subject.PLACEHOLDER, claim.placeholder().value(),
					topic.value(), Map.of(), Map.of("member", claim.member().toString()), words));
		this.events.publishEvent(
				new ClaimDecided(id, claim.placeholder(), topic, claim.member(), ClaimState.REFUSED, by.id()));
	}

	/**
	 * Undoes a claim that was confirmed wrongly: nobody is known to be the placeholder.
	 * What the member wrote in their own name stays theirs. False when this member is not
	 * known to be that placeholder.
	 * @throws NotAllowed for those who neither facilitate the topic nor are that member,
	 * and for whoever claims to be this placeholder
	 * @throws Refused {@link #UNDOABLE} after it was confirmed, and where the member left
	 */
	public boolean undo(TopicId topic, String label, MemberId member, Viewer by) {
		if (!by.is(member)) {
			this.roles.access(topic, by).mustFacilitate("undo a claim");
		}
		this.identities.lock();
		var placeholder = this.placeholders.idOf(topic.value(), label);
		if (placeholder.isEmpty()) {
			return false;
		}
		var identity = this.identities.locked(topic, new PlaceholderId(placeholder.get()));
		if (!member.equals(identity.member())) {
			return false;
		}
		if (!by.is(member)) {
			this.identities.mustNotBeParty(topic, identity.placeholder(), by);
		}
		undo(identity, member, by);
		return true;
	}

	/**
	 * Undoes a claim wherever the placeholder is by now.
	 * @see #undo(TopicId, String, MemberId, Viewer)
	 */
	public boolean undo(PlaceholderId placeholder, MemberId member, Viewer by) {
		var topic = this.identities.topicOf(placeholder);
		return undo(topic, this.identities.find(topic, placeholder).label(), member, by);
	}

	/** Somebody leaves: their claims are closed, what they were found to be stays. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(MemberErased event) {
		this.claims.close(event.member().value());
		this.claims.forget(event.member().value());
		this.placeholders.forgetMember(event.member().value(), event.name());
	}

	private void undo(Identity identity, MemberId member, Viewer by) {
		if (identity.erased()) {
			throw new Refused("claim.left");
		}
		if (identity.claimedAt() == null || identity.claimedAt().isBefore(this.clock.instant().minus(UNDOABLE))) {
			throw new Refused("claim.too-late", UNDOABLE.toDays());
		}
		var claim = (identity.claim() != null) ? this.claims.get(identity.claim()) : null;
		if (claim != null) {
			claim.undo(by.id(), this.clock.instant());
		}
		var released = this.placeholders.release(identity.placeholder().value(),
				(identity.claim() != null) ? identity.claim().value() : null);
		this.events.publishEvent(new StaffAct(by.id(), Act.UNCLAIM, Subject.PLACEHOLDER, identity.placeholder().value(),
				identity.topic().value(), Map.of("member", member.toString()), Map.of()));
		this.identities.changed(released);
		if (claim != null) {
			this.events.publishEvent(new ClaimDecided(claim.id(), identity.placeholder(), identity.topic(), member,
					ClaimState.UNDONE, by.id()));
		}
	}

	/**
	 * @param by null where the address decides
	 */
	private void confirm(Claim claim, Identity identity, @Nullable MemberId by) {
		var now = this.clock.instant();
		var member = claim.member();
		var placeholder = claim.placeholder();
		claim.confirm(by, now);
		var superseded = this.identities.supersede(placeholder, member, by);
		this.placeholders.claim(placeholder.value(), member.value(), claim.id().value(), now);
		var after = new HashMap<>(Map.of("member", member.toString()));
		if (by == null) {
			after.put("by", "address");
		}
		this.events.publishEvent(new StaffAct((by != null) ? by : member, Act.CLAIM, Subject.PLACEHOLDER,
				placeholder.value(), identity.topic().value(), Map.of(), after));
		this.events.publishEvent(new PlaceholderClaimed(placeholder, identity.topic()));
		this.identities.changed(this.placeholders.claimSamePeople(placeholder.value()));
		superseded.forEach(this.events::publishEvent);
		this.events.publishEvent(
				new ClaimDecided(claim.id(), placeholder, identity.topic(), member, ClaimState.CONFIRMED, by));
	}

	private Claim put(PlaceholderId placeholder, MemberId member, String words) {
		var now = this.clock.instant();
		var before = this.claims.findByPlaceholderIdAndMemberId(placeholder, member);
		before.ifPresent((claim) -> claim.file(words, now));
		return before.orElseGet(() -> this.claims.save(new Claim(placeholder, member, words, now)));
	}

	/** Checks that a claim waits for a decision of this facilitator, and locks it. */
	private Identity toDecide(TopicId topic, ClaimId id, Viewer by) {
		var shown = this.lists.get(topic, id, by);
		this.identities.mustNotBeParty(topic, shown.placeholder(), by);
		var identity = this.identities.locked(topic, shown.placeholder());
		var now = this.lists.get(id, by);
		if (!now.isWaiting()) {
			throw new Conflict("claim.decided." + now.state().word(), now.label(), now.member().name(),
					Objects.requireNonNullElse(now.decidedBy(), "address"),
					Objects.requireNonNullElse(now.decidedAt(), this.clock.instant()))
				.byOneself(by.is(this.claims.get(id).lastDecidedBy()));
		}
		identity.mustBeUnknown();
		return identity;
	}

}
