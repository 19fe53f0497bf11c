package org.afterword.question;

import org.afterword.topic.TopicId;

/** A question has come further, or fallen back. */
public record QuestionStatusChanged(QuestionId question, TopicId topic, QuestionStatus before, QuestionStatus after) {

}
