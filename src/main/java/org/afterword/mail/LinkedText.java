package org.afterword.mail;

import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.address.WebAddress;

/** Splits plain text at its addresses, so that a page can link them. */
public final class LinkedText {

	private LinkedText() {
	}

	/** An address, or the text between addresses. */
	public record Part(String words, boolean link) {
	}

	/** The parts of a text. */
	public static List<Part> of(String text) {
		var parts = new ArrayList<Part>();
		var at = 0;
		for (var found : WebAddress.in(text)) {
			parts.add(new Part(text.substring(at, found.start()), false));
			parts.add(new Part(text.substring(found.start(), found.end()), true));
			at = found.end();
		}
		parts.add(new Part(text.substring(at), false));
		return List.copyOf(parts);
	}

}
