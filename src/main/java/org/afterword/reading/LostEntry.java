package org.afterword.reading;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.PersonView;

/**
 * A source of a topic whose address is missing, or that is asked of a post.
 *
 * @param what the words that name it
 * @param sentence that announces it; empty where somebody asks for it
 * @param number of the post that announces it
 * @param questions what the post addresses, in the order of the register
 */
public record LostEntry(long id, String what, String sentence, int number, PersonView author,
		List<QuestionNumber> questions) {

}
