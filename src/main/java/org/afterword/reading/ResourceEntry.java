package org.afterword.reading;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.resource.ResourceId;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a topic.
 *
 * @param citing the first twenty published posts of the topic that cite it, and the
 * questions
 */
public record ResourceEntry(ResourceId id, String title, String address, String host, List<Citing> citing) {

	/**
	 * A post or a question that cites a resource.
	 *
	 * @param number of the post; null for a question
	 * @param author of the post; who asked the question, or brought the list where nobody
	 * knows
	 * @param questions what the post addresses, in the order of the register; the
	 * question itself
	 */
	public record Citing(@Nullable Integer number, PersonView author, List<QuestionNumber> questions) {
	}

}
