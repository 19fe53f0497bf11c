package org.afterword.conversation.proposals;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.afterword.conversation.PostId;
import org.afterword.kernel.address.WebAddress;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.jspecify.annotations.Nullable;

/** A question that a reply asks, until a facilitator decides about it. */
@Entity
@Table(name = "proposed_question")
@SuppressWarnings("NullAway.Init")
class Proposal {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private PostId postId;

	private String text;

	@Enumerated(EnumType.STRING)
	private ProposalState state = ProposalState.OPEN;

	private @Nullable QuestionId questionId;

	private @Nullable String reason;

	private @Nullable MemberId decidedBy;

	private @Nullable Instant decidedAt;

	@Version
	private int version;

	protected Proposal() {
	}

	Proposal(PostId postId, String text) {
		this.postId = postId;
		this.text = WebAddress.cleaned(text);
	}

	String text() {
		return this.text;
	}

	ProposalState state() {
		return this.state;
	}

	boolean isOpen() {
		return this.state == ProposalState.OPEN;
	}

	/** The question that it became, or is; only where it is one. */
	QuestionId question() {
		return Objects.requireNonNull(this.questionId);
	}

	boolean isQuestion() {
		return this.questionId != null;
	}

	/** When it was decided; only where somebody has. */
	Instant decidedAt() {
		return Objects.requireNonNull(this.decidedAt);
	}

	/** Who decided it; only where somebody has. */
	MemberId decidedBy() {
		return Objects.requireNonNull(this.decidedBy);
	}

	void accept(QuestionId made, MemberId by, Instant now) {
		this.questionId = made;
		decide(ProposalState.ACCEPTED, by, now);
	}

	void link(QuestionId known, MemberId by, Instant now) {
		this.questionId = known;
		decide(ProposalState.LINKED, by, now);
	}

	void decline(String why, MemberId by, Instant now) {
		this.reason = why;
		decide(ProposalState.DECLINED, by, now);
	}

	void withdraw(MemberId author, Instant now) {
		decide(ProposalState.WITHDRAWN, author, now);
	}

	private void decide(ProposalState next, MemberId by, Instant now) {
		this.state = next;
		this.decidedBy = by;
		this.decidedAt = now;
	}

}
