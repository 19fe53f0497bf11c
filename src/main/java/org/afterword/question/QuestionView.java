package org.afterword.question;

import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.TopicId;

/** What other modules must know of a question. */
public record QuestionView(QuestionId id, TopicId topic, QuestionNumber number, String text, QuestionStatus status) {

}
