package org.afterword.moderation.notes;

import java.time.Instant;

/** A private note as those who run topics read it. */
record NoteView(long id, String words, String writer, Instant writtenAt) {
}
