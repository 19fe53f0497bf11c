package org.afterword.moderation;

import java.time.Instant;

/**
 * Somebody looks after a thing.
 *
 * @param mine whether that is this viewer
 */
public record Assignment(String owner, boolean mine, Instant at) {

}
