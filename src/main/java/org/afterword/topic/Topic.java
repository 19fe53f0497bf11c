package org.afterword.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.afterword.kernel.Slug;
import org.afterword.member.MemberId;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One webinar’s discussion. */
@Entity
@DynamicUpdate // statements of the repository change the numbers of posts, which must not
				// be written back
@SuppressWarnings("NullAway.Init")
class Topic {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private Slug slug;

	private String title;

	@Enumerated(EnumType.STRING)
	private TopicKind kind;

	@Enumerated(EnumType.STRING)
	private TopicState state;

	private @Nullable LocalDate heldOn;

	private @Nullable String speakers;

	private @Nullable String recordingUrl;

	private MemberId createdBy;

	private Instant createdAt;

	private @Nullable MemberId publishedBy;

	private @Nullable Instant publishedAt;

	private @Nullable MemberId lockedBy;

	private @Nullable Instant lockedAt;

	private @Nullable TopicId mergedInto;

	private int lastPostNumber;

	private Instant lastActivityAt;

	@Version
	private int version;

	protected Topic() {
	}

	Topic(Slug slug, NewTopic plan, MemberId createdBy, Instant now) {
		this.slug = slug;
		this.title = plan.title();
		this.kind = plan.kind();
		this.state = plan.draft() ? TopicState.DRAFT : TopicState.OPEN;
		this.heldOn = plan.heldOn();
		this.speakers = plan.speakers();
		this.recordingUrl = plan.recordingUrl();
		this.createdBy = createdBy;
		this.createdAt = now;
		this.lastActivityAt = now;
	}

	TopicId id() {
		return new TopicId(Objects.requireNonNull(this.id));
	}

	TopicView view() {
		return new TopicView(id(), this.slug, this.title, this.kind, this.state);
	}

	/** The topic into which it was merged. */
	@Nullable TopicId mergedInto() {
		return this.mergedInto;
	}

	/** Its slug leads to the other from now on. */
	void merge(TopicId into) {
		this.state = TopicState.MERGED;
		this.mergedInto = into;
	}

	/** Undoes {@link #merge}. It is locked again if it was. */
	void unmerge() {
		this.state = (this.lockedAt != null) ? TopicState.LOCKED : TopicState.OPEN;
		this.mergedInto = null;
	}

	/** Its slug stays, so that no link breaks. */
	void describe(NewTopic plan) {
		this.title = plan.title();
		this.kind = plan.kind();
		this.heldOn = plan.heldOn();
		this.speakers = plan.speakers();
		this.recordingUrl = plan.recordingUrl();
	}

	TopicDetails details() {
		return new TopicDetails(this.title, (this.heldOn != null) ? this.heldOn.toString() : "", this.speakers,
				this.recordingUrl);
	}

	/** False when it is not a draft. */
	boolean publish(MemberId by, Instant now) {
		if (this.state != TopicState.DRAFT) {
			return false;
		}
		this.state = TopicState.OPEN;
		this.publishedBy = by;
		this.publishedAt = now;
		this.createdAt = now;
		this.lastActivityAt = now;
		return true;
	}

	/** False when it was locked already, or is a draft. */
	boolean lock(MemberId by, Instant now) {
		if (this.state != TopicState.OPEN) {
			return false;
		}
		this.state = TopicState.LOCKED;
		this.lockedBy = by;
		this.lockedAt = now;
		return true;
	}

	/** False when it was not locked. */
	boolean reopen() {
		if (this.state != TopicState.LOCKED) {
			return false;
		}
		this.state = TopicState.OPEN;
		this.lockedBy = null;
		this.lockedAt = null;
		return true;
	}

}
