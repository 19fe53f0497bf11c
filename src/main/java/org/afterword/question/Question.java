package org.afterword.question;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.afterword.kernel.QuestionNumber;
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
	private @Nullable QuestionStatus ruling;

	private boolean answeredLive;

	private @Nullable String recordingAt;

	private @Nullable String dismissedBecause;

	private @Nullable QuestionId mergedInto;

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

	@Nullable QuestionId twin() {
		return this.mergedInto;
	}

	boolean isWithdrawn() {
		return this.withdrawnAt != null;
	}

	/** Neither withdrawn nor joined with its twin. */
	boolean stands() {
		return !isWithdrawn() && this.mergedInto == null;
	}

	/** False when it reads so already. */
	boolean reword(String words) {
		var cleaned = WebAddress.cleaned(words);
		if (cleaned.equals(this.text)) {
			return false;
		}
		this.text = cleaned;
		this.revision++;
		return true;
	}

	/** Keeps these of its words; others are a question of their own from now on. */
	void split(String left) {
		this.text = WebAddress.cleaned(left);
		this.revision++;
	}

	/** Its number and its page stay, with the note. */
	void withdraw(String note, Instant now) {
		this.withdrawnAt = now;
		this.withdrawnNote = note;
	}

	void restore() {
		this.withdrawnAt = null;
		this.withdrawnNote = null;
	}

	void join(QuestionId twin) {
		this.mergedInto = twin;
	}

	void part() {
		this.mergedInto = null;
	}

	/**
	 * Takes over from a twin that it was answered live. False when it was so already, or
	 * the twin was not.
	 */
	boolean hearLive(Question twin) {
		if (this.answeredLive || !twin.answeredLive) {
			return false;
		}
		this.answeredLive = true;
		this.recordingAt = twin.recordingAt;
		return true;
	}

	/** Gives back what it took over from a twin, or lost because of it. */
	void forget(boolean live, @Nullable QuestionStatus ruledBefore) {
		if (live) {
			this.answeredLive = false;
			this.recordingAt = null;
		}
		if (this.ruling == null) {
			this.ruling = ruledBefore;
		}
	}

	@Nullable QuestionStatus ruled() {
		return this.ruling;
	}

	/**
	 * Follows the conversation, unless a facilitator has ruled. False when nothing
	 * changes.
	 */
	boolean settle(int replies, int answers) {
		var settled = (this.ruling != null) ? this.ruling : follow(replies, answers);
		var news = settled != this.status;
		this.status = settled;
		return news;
	}

	/** A confirmed answer says more than any ruling before it. */
	void answered() {
		this.ruling = null;
	}

	/** Takes a facilitator’s word for it. */
	void rule(StatusOverride word) {
		var isLive = word.status() == QuestionStatus.ANSWERED_LIVE;
		var live = isLive ? word : word.live();
		this.answeredLive = live != null;
		this.recordingAt = (live != null) ? live.detail() : null;
		this.ruling = isLive ? null : word.status();
		this.dismissedBecause = (word.status() == QuestionStatus.DISMISSED) ? word.detail() : null;
	}

	/** What a facilitator has said of it. */
	StatusOverride ruling() {
		if (this.ruling != null) {
			return new StatusOverride(this.ruling,
					(this.ruling == QuestionStatus.DISMISSED) ? this.dismissedBecause : null);
		}
		return this.answeredLive ? new StatusOverride(QuestionStatus.ANSWERED_LIVE, this.recordingAt)
				: new StatusOverride(null, null);
	}

	/** What the audit log keeps of it: all that {@link #rule} changes, but for words. */
	Map<String, String> standing() {
		var standing = new TreeMap<>(Map.of("status", this.status.name(), "ruling", String.valueOf(this.ruling)));
		if (this.answeredLive) {
			standing.put("live", "true");
		}
		if (this.recordingAt != null) {
			standing.put("recording", this.recordingAt);
		}
		return standing;
	}

	private QuestionStatus follow(int replies, int answers) {
		if (answers > 0) {
			return QuestionStatus.ANSWERED;
		}
		if (this.answeredLive) {
			return QuestionStatus.ANSWERED_LIVE;
		}
		return (replies > 0) ? QuestionStatus.IN_DISCUSSION : QuestionStatus.OPEN;
	}

}
