package org.afterword.reading;

import java.time.Instant;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known by initials, for those who run the topic.
 *
 * @param others the same in other topics, or namesakes that may be
 */
public record PlaceholderPage(Person self, List<Person> others) {

	/** Those that staff found to be the same. */
	public List<Person> joined() {
		return this.others.stream().filter(Person::joined).toList();
	}

	/** Those that have the same label, and may be somebody else. */
	public List<Person> namesakes() {
		return this.others.stream().filter((one) -> !one.joined()).toList();
	}

	/**
	 * @param questions what they asked, in the order of the register
	 * @param joined whether staff found them to be the same as the one of this page
	 * @param direct whether they were joined to that one themselves
	 * @param party whether the viewer says, or has said, that this is them, so that
	 * others decide
	 * @param member who is known to be them
	 */
	public record Person(long id, String label, Slug slug, String topic, List<QuestionNumber> questions, boolean joined,
			boolean direct, boolean party, @Nullable PersonView member, @Nullable Instant claimedAt) {

	}

}
