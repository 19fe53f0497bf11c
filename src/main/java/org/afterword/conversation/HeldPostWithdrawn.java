package org.afterword.conversation;

/**
 * An author withdrew a post that was held: its row is deleted. Listeners that refer to it
 * by its id alone delete what they have, in the same transaction.
 */
public record HeldPostWithdrawn(PostId post) {

}
