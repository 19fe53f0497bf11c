package org.afterword.question;

/**
 * A duplicate and its original.
 *
 * @param question the duplicate
 * @param original where the number of the duplicate leads
 * @param changed false where they were merged, or separate, already
 */
public record Merged(QuestionId question, QuestionId original, boolean changed) {

}
