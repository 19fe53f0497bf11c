package org.afterword.question;

import java.util.List;

import org.afterword.topic.TopicId;

/**
 * What is asked in a topic has changed: questions came or went, or read otherwise. What
 * others keep of their words follows in the same transaction.
 */
public record QuestionsChanged(TopicId topic, List<QuestionId> questions) {

}
