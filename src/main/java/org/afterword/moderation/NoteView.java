package org.afterword.moderation;

import java.time.Instant;

/** A private note as those who run topics read it. */
public record NoteView(String words, String writer, Instant writtenAt) {
}
