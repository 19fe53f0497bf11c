package org.afterword.conversation.publishing;

import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a reply that a member sent.
 *
 * @param number in its topic; null where it waits for a facilitator
 * @param recognised the questions that were recognised in its words, as far as its author
 * had not ticked them
 */
public record Submitted(PostId id, TopicId topic, @Nullable Integer number, List<QuestionNumber> recognised) {

	/** A reply that was sent before. */
	public Submitted(PostId id, TopicId topic, @Nullable Integer number) {
		this(id, topic, number, List.of());
	}

}
