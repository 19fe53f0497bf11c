package org.afterword.conversation.moving;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.question.MovingQuestions;

/**
 * What a move would do.
 *
 * @param posts the first {@link #SHOWN} that go, in order, with the numbers that they get
 * @param count how many posts go
 * @param questions that go, with the numbers that they get
 * @param lost ties that rest while the other end stays behind, the first {@link #SHOWN}
 */
public record MovePlan(List<Going> posts, int count, List<MovingQuestions.Going> questions, List<Lost> lost) {

	/** How many of a kind a preview lists. */
	public static final int SHOWN = 100;

	/** A post that goes. */
	public record Going(int before, int after, String author, String excerpt) {
	}

	/** A post and a question that part. */
	public record Lost(int post, QuestionNumber question, boolean confirmed, boolean pinned) {
	}

	public int answers() {
		return (int) this.lost.stream().filter(Lost::confirmed).count();
	}

	public int pins() {
		return (int) this.lost.stream().filter(Lost::pinned).count();
	}

	public int more() {
		return this.count - this.posts.size();
	}

}
