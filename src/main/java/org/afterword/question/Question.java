package org.afterword.question;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.WebAddress;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/** One numbered question of a topic, and how far it has come. */
@Entity
@SuppressWarnings("NullAway.Init")
class Question {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private TopicId topicId;

	private QuestionNumber number;

	private int position;

	private @Nullable QuestionId parentId;

	private @Nullable QuestionNumber follows;

	private String text;

	private @Nullable MemberId askerMemberId;

	private @Nullable PlaceholderId askerPlaceholderId;

	@Enumerated(EnumType.STRING)
	private QuestionStatus status = QuestionStatus.OPEN;

	@Enumerated(EnumType.STRING)
	private @Nullable QuestionStatus statusOverride;

	private boolean answeredLive;

	private @Nullable String recordingAt;

	private @Nullable String dismissedBecause;

	private @Nullable QuestionId mergedInto;

	@Enumerated(EnumType.STRING)
	private @Nullable QuestionStatus originalOverride;

	private boolean madeOriginalLive;

	private @Nullable Instant withdrawnAt;

	private @Nullable String withdrawnNote;

	private Instant askedAt;

	private int revision = 1;

	@Version
	private int version;

	protected Question() {
	}

	Question(TopicId topicId, QuestionNumber number, @Nullable QuestionId parentId, NewQuestion asked,
			@Nullable PlaceholderId placeholder, Instant askedAt) {
		this.topicId = topicId;
		this.number = number;
		this.position = number.position();
		this.parentId = parentId;
		this.follows = asked.follows();
		this.text = WebAddress.cleaned(asked.text());
		this.askerMemberId = asked.member();
		this.askerPlaceholderId = placeholder;
		this.askedAt = askedAt;
	}

	QuestionView view() {
		return new QuestionView(id(), this.topicId, this.number, this.text, this.status);
	}

	QuestionId id() {
		return new QuestionId(Objects.requireNonNull(this.id));
	}

	TopicId topicId() {
		return this.topicId;
	}

	QuestionNumber number() {
		return this.number;
	}

	String text() {
		return this.text;
	}

	QuestionStatus status() {
		return this.status;
	}

	@Nullable PlaceholderId askerPlaceholder() {
		return this.askerPlaceholderId;
	}

	boolean wasAskedBy(MemberId member) {
		return member.equals(this.askerMemberId);
	}

	int revision() {
		return this.revision;
	}

	@Nullable QuestionId parentId() {
		return this.parentId;
	}

	@Nullable MemberId askerMember() {
		return this.askerMemberId;
	}

	Instant askedAt() {
		return this.askedAt;
	}

	/** The question that it joined as a duplicate. */
	@Nullable QuestionId original() {
		return this.mergedInto;
	}

	boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	/**
	 * Checks that it is neither withdrawn nor merged into another.
	 * @param numberOf finds the number of a question
	 * @throws Refused where it is
	 */
	void mustBeActive(Function<QuestionId, QuestionNumber> numberOf) {
		if (isWithdrawn()) {
			throw new Refused("question.stands-not", this.number);
		}
		if (this.mergedInto != null) {
			throw new Refused("question.is-joined", this.number, numberOf.apply(this.mergedInto));
		}
	}

	/** False when nothing changes. */
	boolean reword(String words) {
		var cleaned = WebAddress.cleaned(words);
		if (cleaned.equals(this.text)) {
			return false;
		}
		this.text = cleaned;
		this.revision++;
		return true;
	}

	/** Keeps a part of its text; the other part becomes a question of its own. */
	void split(String left) {
		this.text = WebAddress.cleaned(left);
		this.revision++;
	}

	/** Its number and its page stay, with the note. */
	void withdraw(String note, Instant now) {
		this.withdrawnAt = now;
		this.withdrawnNote = note;
	}

	/** False when it is not withdrawn. */
	boolean restore() {
		var changed = isWithdrawn();
		this.withdrawnAt = null;
		this.withdrawnNote = null;
		return changed;
	}

	/**
	 * Merges it into its original, which counts as answered live where this one was.
	 * @param answered whether it brings a confirmed answer, which says more than a status
	 * that was set by hand before
	 */
	void merge(Question original, boolean answered) {
		this.mergedInto = original.id();
		this.originalOverride = original.statusOverride;
		this.madeOriginalLive = this.answeredLive && !original.answeredLive;
		if (this.madeOriginalLive) {
			original.answeredLive = true;
			original.recordingAt = this.recordingAt;
		}
		if (answered) {
			original.answered();
		}
	}

	/** Gives the original back what merging changed there. */
	void separate(Question original) {
		if (this.madeOriginalLive) {
			original.answeredLive = false;
			original.recordingAt = null;
		}
		if (original.statusOverride == null) {
			original.statusOverride = this.originalOverride;
		}
		this.mergedInto = null;
		this.originalOverride = null;
		this.madeOriginalLive = false;
	}

	/**
	 * Follows the conversation, unless a facilitator has set the status by hand. False
	 * when nothing changes.
	 */
	boolean recompute(Tally tally) {
		var now = following(tally);
		var changed = now != this.status;
		this.status = now;
		return changed;
	}

	/** The status that it has after the conversation, or that was set by hand. */
	QuestionStatus following(Tally tally) {
		return (this.statusOverride != null) ? this.statusOverride : follow(tally);
	}

	/** A confirmed answer ends what was set by hand before. */
	void answered() {
		this.statusOverride = null;
	}

	/** Sets the status by hand, or lets it follow the conversation again. */
	void override(StatusOverride override) {
		var isLive = override.status() == QuestionStatus.ANSWERED_LIVE;
		var live = isLive ? override : override.live();
		this.answeredLive = live != null;
		this.recordingAt = (live != null) ? live.detail() : null;
		this.statusOverride = isLive ? null : override.status();
		this.dismissedBecause = (override.status() == QuestionStatus.DISMISSED) ? override.detail() : null;
	}

	/** What a facilitator has set by hand. */
	StatusOverride override() {
		if (this.statusOverride != null) {
			return new StatusOverride(this.statusOverride,
					(this.statusOverride == QuestionStatus.DISMISSED) ? this.dismissedBecause : null);
		}
		return this.answeredLive ? new StatusOverride(QuestionStatus.ANSWERED_LIVE, this.recordingAt)
				: new StatusOverride(null, null);
	}

	/**
	 * What the staff log keeps of it: all that {@link #override} changes, but for words.
	 */
	Map<String, String> logged() {
		var logged = new TreeMap<>(
				Map.of("status", this.status.name(), "override", String.valueOf(this.statusOverride)));
		if (this.answeredLive) {
			logged.put("live", "true");
		}
		if (this.recordingAt != null) {
			logged.put("recording", this.recordingAt);
		}
		return logged;
	}

	private QuestionStatus follow(Tally tally) {
		if (tally.answers() > 0) {
			return QuestionStatus.ANSWERED;
		}
		if (this.answeredLive) {
			return QuestionStatus.ANSWERED_LIVE;
		}
		return (tally.replies() > 0) ? QuestionStatus.IN_DISCUSSION : QuestionStatus.OPEN;
	}

}
