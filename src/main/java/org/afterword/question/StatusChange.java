package org.afterword.question;

/** The status of a question is another than before. */
record StatusChange(QuestionId question, QuestionStatus before, QuestionStatus after) {
}
