package org.afterword.topic.claims;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/** Somebody of one topic who is known by initials or a name only. */
@Entity
@SuppressWarnings("NullAway.Init")
class Placeholder {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private TopicId topicId;

	private String label;

	private byte @Nullable [] emailHash;

	private @Nullable MemberId memberId;

	private @Nullable Instant claimedAt;

	protected Placeholder() {
	}

	Placeholder(TopicId topicId, String label) {
		this.topicId = topicId;
		this.label = label;
	}

	PlaceholderId id() {
		return new PlaceholderId(Objects.requireNonNull(this.id));
	}

	String label() {
		return this.label;
	}

}
