package org.afterword.reading;

import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.resource.ResourceId;
import org.afterword.topic.PersonView;

/**
 * One resource of a topic.
 *
 * @param citing the first twenty published posts of the topic that cite it
 */
public record ResourceEntry(ResourceId id, String title, String address, String host, List<Citing> citing) {

	/**
	 * A post that cites a resource.
	 *
	 * @param questions what the post addresses, in the order of the register
	 */
	public record Citing(int number, PersonView author, List<QuestionNumber> questions) {
	}

}
