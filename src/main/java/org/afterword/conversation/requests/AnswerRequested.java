package org.afterword.conversation.requests;

/** Somebody is asked to answer a question. */
public record AnswerRequested(long request) {

}
