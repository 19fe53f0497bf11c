package org.afterword.conversation;

/** Somebody is asked to answer a question. */
public record AnswerRequested(long request) {

}
