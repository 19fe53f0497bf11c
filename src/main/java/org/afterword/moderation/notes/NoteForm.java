package org.afterword.moderation.notes;

/** A private note, as it was typed. */
record NoteForm(String words) {

	NoteForm {
		words = (words != null) ? words : "";
	}

}
