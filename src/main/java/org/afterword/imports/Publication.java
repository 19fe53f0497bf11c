package org.afterword.imports;

import java.util.Map;
import java.util.Optional;

/**
 * How a new topic is published.
 *
 * @param withList whether the rows of the preview become its questions
 * @param draft whether only its facilitators see it
 */
record Publication(boolean withList, boolean draft) {

	/** By the name of the button. */
	private static final Map<String, Publication> BUTTONS = Map.of("publish", new Publication(true, false), "draft",
			new Publication(true, true), "open", new Publication(false, false), "open-draft",
			new Publication(false, true));

	/** Empty if the button publishes nothing. */
	static Optional<Publication> of(String button) {
		return Optional.ofNullable(BUTTONS.get(button));
	}

	/** The message key of what was done. */
	String done() {
		return this.draft ? "new.drafted" : "new.published";
	}

}
