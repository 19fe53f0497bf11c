package org.afterword.conversation.publishing;

import java.io.Serializable;
import java.util.List;

import org.afterword.kernel.QuestionNumber;

/**
 * What was guessed from the words of a post, to be undone with one press.
 *
 * @param post its number
 * @param questions that it addresses because they were read in it
 */
public record Guessed(int post, List<QuestionNumber> questions) implements Serializable {

	public Guessed {
		questions = List.copyOf(questions);
	}

	public boolean isNothing() {
		return this.questions.isEmpty();
	}

}
