package org.afterword.conversation.proposals;

import java.time.Instant;

/**
 * A question that a reply asks and nobody has decided yet.
 *
 * @param post number of the reply
 * @param author as others see them
 * @param excerpt how the reply begins
 */
public record ProposalView(int post, String author, Instant writtenAt, String text, String excerpt) {

}
