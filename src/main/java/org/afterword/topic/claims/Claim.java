package org.afterword.topic.claims;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What one member says of one placeholder, and how it was decided. There is one for each
 * member and placeholder, however often they say it.
 */
@Entity
@DynamicUpdate // an erasure may change its words at the same time
@SuppressWarnings("NullAway.Init")
class Claim {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private PlaceholderId placeholderId;

	private MemberId memberId;

	@Enumerated(EnumType.STRING)
	private ClaimState state;

	private @Nullable String words;

	private int refusals;

	private Instant filedAt;

	private @Nullable MemberId decidedBy;

	private @Nullable Instant decidedAt;

	private @Nullable String reason;

	private @Nullable MemberId undoneBy;

	private @Nullable Instant undoneAt;

	protected Claim() {
	}

	/**
	 * A claim that waits for a decision.
	 * @param words why it is true; may be empty
	 */
	Claim(PlaceholderId placeholder, MemberId member, String words, Instant now) {
		this.placeholderId = placeholder;
		this.memberId = member;
		file(words, now);
	}

	/**
	 * The member says of their own accord, or when asked, that they are somebody else.
	 */
	static Claim denied(PlaceholderId placeholder, MemberId member, Instant now) {
		var claim = new Claim(placeholder, member, "", now);
		claim.deny(now);
		return claim;
	}

	ClaimId id() {
		return new ClaimId(Objects.requireNonNull(this.id));
	}

	PlaceholderId placeholder() {
		return this.placeholderId;
	}

	MemberId member() {
		return this.memberId;
	}

	ClaimState state() {
		return this.state;
	}

	boolean isWaiting() {
		return this.state == ClaimState.WAITING;
	}

	/** Whether people have decided it before, so that a matching address does not. */
	boolean wasDecidedByPeople() {
		return this.state == ClaimState.UNDONE || this.refusals > 0;
	}

	/** Who decided or undid it last; null for nobody, and where an address decided. */
	@Nullable MemberId lastDecidedBy() {
		return (this.undoneBy != null) ? this.undoneBy : this.decidedBy;
	}

	/**
	 * Checks that it can be filed once more.
	 * @param words why it is true
	 * @param label of the placeholder
	 * @throws Refused where it was refused {@link Claims#MOST_REFUSALS} times, and where
	 * somebody else decided against it and there are no words
	 */
	void mustBeFileable(String words, String label) {
		if (this.refusals >= Claims.MOST_REFUSALS) {
			throw new Refused("claim.refused-before", label).on("words");
		}
		if (wasDecidedAgainst() && words.isEmpty()) {
			throw new Refused("claim.no-words").on("words");
		}
		if (words.length() > Claims.LONGEST_REASON) {
			throw new Refused("claim.long-reason", words.length(), Claims.LONGEST_REASON).on("words");
		}
	}

	/** Waits for a decision, again if there was one. */
	final void file(String words, Instant now) {
		this.state = ClaimState.WAITING;
		this.words = words.isEmpty() ? null : words;
		this.filedAt = now;
		this.decidedBy = null;
		this.decidedAt = null;
		this.reason = null;
		this.undoneBy = null;
		this.undoneAt = null;
	}

	/**
	 * The member says that they are somebody else. Nothing changes once it was confirmed,
	 * refused or undone.
	 */
	void deny(Instant now) {
		if (isWaiting() || this.state == ClaimState.SUPERSEDED) {
			this.state = ClaimState.NOT_ME;
			this.filedAt = now;
			this.decidedBy = null;
			this.decidedAt = null;
		}
	}

	/**
	 * @param by null where the address in the imported list decides
	 */
	void confirm(@Nullable MemberId by, Instant now) {
		decide(ClaimState.CONFIRMED, by, now);
	}

	/**
	 * Another claim was confirmed, or the same member by a claim to another placeholder.
	 */
	void supersede(@Nullable MemberId by, Instant now) {
		decide(ClaimState.SUPERSEDED, by, now);
	}

	void refuse(String reason, MemberId by, Instant now) {
		decide(ClaimState.REFUSED, by, now);
		this.reason = reason;
		this.refusals++;
	}

	/** It was confirmed wrongly. */
	void undo(MemberId by, Instant now) {
		this.state = ClaimState.UNDONE;
		this.undoneBy = by;
		this.undoneAt = now;
	}

	private boolean wasDecidedAgainst() {
		return this.state == ClaimState.REFUSED
				|| (this.state == ClaimState.UNDONE && !this.memberId.equals(this.undoneBy));
	}

	private void decide(ClaimState decision, @Nullable MemberId by, Instant now) {
		this.state = decision;
		this.decidedBy = by;
		this.decidedAt = now;
	}

}
