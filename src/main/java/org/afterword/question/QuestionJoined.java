package org.afterword.question;

import org.afterword.topic.TopicId;

/**
 * A question has joined its twin. What others keep of it goes along once, in the same
 * transaction.
 */
public record QuestionJoined(QuestionId question, QuestionId twin, TopicId topic) {

}
