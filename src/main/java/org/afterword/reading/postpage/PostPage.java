package org.afterword.reading.postpage;

import org.afterword.reading.TopicPage;
import java.util.List;

import org.afterword.conversation.writing.RevisionView;
import org.afterword.kernel.Html;
import org.afterword.moderation.log.LogEntry;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Register;
import org.afterword.reading.TopicHead;
import org.jspecify.annotations.Nullable;

/**
 * The page of one post.
 *
 * @param withheld the text of a post that is not shown, for those who may read it; null
 * otherwise
 * @param changed the last change by somebody else, for the author; null otherwise
 * @param replies to it, by their first words
 * @param log what staff did with it, for its author and those who run the topic
 */
public record PostPage(TopicHead head, Register register, PostEntry post, @Nullable Html withheld,
		@Nullable RevisionView changed, List<PostEntry> replies, List<LogEntry> log,
		PostChoices choices) implements TopicPage {
}
