package org.afterword.conversation.moving;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.question.MovingQuestions;

/**
 * What a move would do.
 *
 * @param posts the first {@link #SHOWN} of them, in order, with their new numbers
 * @param count how many posts move
 * @param questions that move, with their new numbers
 * @param resting links that rest because the other end stays behind, the first
 * {@link #SHOWN}
 */
public record MovePlan(List<Renumbered> posts, int count, List<MovingQuestions.Going> questions,
		List<Resting> resting) {

	/** How many of a kind a preview lists. */
	public static final int SHOWN = 100;

	/** A post that moves. */
	public record Renumbered(int before, int after, String author, String excerpt) {
	}

	/** A post and a question that will be in two topics. */
	public record Resting(int post, QuestionNumber question, boolean confirmed, boolean pinned) {
	}

	public int answers() {
		return (int) this.resting.stream().filter(Resting::confirmed).count();
	}

	public int pins() {
		return (int) this.resting.stream().filter(Resting::pinned).count();
	}

	public int more() {
		return this.count - this.posts.size();
	}

}
