package org.afterword.question;

import org.afterword.topic.TopicId;

/** A question stands by itself again. */
public record QuestionParted(QuestionId question, QuestionId twin, TopicId topic) {

}
