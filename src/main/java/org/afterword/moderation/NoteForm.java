package org.afterword.moderation;

/** A private note, as it was typed. */
record NoteForm(String words) {

	NoteForm {
		words = (words != null) ? words : "";
	}

}
