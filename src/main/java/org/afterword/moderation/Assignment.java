package org.afterword.moderation;

import java.time.Instant;

/**
 * A row of the desk is assigned to somebody.
 *
 * @param mine whether that is this viewer
 */
public record Assignment(String owner, boolean mine, Instant at) {

}
