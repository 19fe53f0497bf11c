package org.afterword.question;

/**
 * Two questions that say the same.
 *
 * @param question that joins, and keeps only its number
 * @param twin where its number leads from now on
 * @param news whether they were two until now
 */
public record Joined(QuestionId question, QuestionId twin, boolean news) {

}
