package org.afterword.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * A link between a post and a question that it addresses. The post may answer the
 * question, and may be pinned there.
 */
@Entity
@Table(name = "post_question")
@SuppressWarnings("NullAway.Init")
public class PostQuestion {

	@EmbeddedId
	private Key id;

	@Enumerated(EnumType.STRING)
	private PostQuestionSource source;

	@Enumerated(EnumType.STRING)
	private AnswerState answer = AnswerState.NONE;

	private @Nullable MemberId confirmedBy;

	private @Nullable Instant confirmedAt;

	private @Nullable Integer pinRank;

	private @Nullable String pinNote;

	private @Nullable MemberId pinnedBy;

	private @Nullable Instant linkedAt;

	protected PostQuestion() {
	}

	public PostQuestion(PostId post, QuestionId question, PostQuestionSource source, Instant now) {
		this.id = new Key(post, question);
		this.source = source;
		this.linkedAt = now;
	}

	@Embeddable
	public record Key(PostId postId, QuestionId questionId) implements Serializable {
	}

	PostId post() {
		return this.id.postId();
	}

	public QuestionId question() {
		return this.id.questionId();
	}

	public PostQuestionSource source() {
		return this.source;
	}

	public AnswerState answer() {
		return this.answer;
	}

	Instant linkedAt() {
		return Objects.requireNonNull(this.linkedAt);
	}

	/** Whether it was recognised in the words, and nobody has chosen it. */
	public boolean isRecognised() {
		return this.source == PostQuestionSource.RECOGNISED;
	}

	public boolean isPinned() {
		return this.pinRank != null;
	}

	public @Nullable String note() {
		return this.pinNote;
	}

	public int rank() {
		return Objects.requireNonNull(this.pinRank);
	}

	public boolean isOffered() {
		return this.answer == AnswerState.OFFERED;
	}

	boolean isConfirmed() {
		return this.answer == AnswerState.CONFIRMED;
	}

	/** False when it was offered or confirmed before. */
	public boolean offer() {
		if (this.answer != AnswerState.NONE) {
			return false;
		}
		this.answer = AnswerState.OFFERED;
		return true;
	}

	/** The author no longer says so; what others confirmed stays. */
	public void takeBackOffer() {
		if (this.answer == AnswerState.OFFERED) {
			this.answer = AnswerState.NONE;
		}
	}

	/** False when it was confirmed before. */
	public boolean confirm(MemberId by, Instant now) {
		if (isConfirmed()) {
			return false;
		}
		this.answer = AnswerState.CONFIRMED;
		this.confirmedBy = by;
		this.confirmedAt = now;
		return true;
	}

	/** False when it was not confirmed. */
	public boolean unconfirm() {
		if (!isConfirmed()) {
			return false;
		}
		this.answer = AnswerState.NONE;
		this.confirmedBy = null;
		this.confirmedAt = null;
		return true;
	}

	public void pin(int rank, @Nullable String note, MemberId by) {
		this.pinRank = rank;
		this.pinNote = note;
		this.pinnedBy = by;
	}

	public void moveTo(int rank) {
		this.pinRank = rank;
	}

	public void unpin() {
		this.pinRank = null;
		this.pinNote = null;
		this.pinnedBy = null;
	}

	/** What the audit log records of it. */
	public Map<String, String> logged() {
		return Map.of("answer", this.answer.name(), "rank", String.valueOf(this.pinRank), "question",
				question().toString());
	}

}
