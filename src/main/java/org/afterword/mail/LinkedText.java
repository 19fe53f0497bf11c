package org.afterword.mail;

import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.address.WebAddress;

/** Plain text in parts, so that a page can make links of its addresses. */
public final class LinkedText {

	private LinkedText() {
	}

	/** A part of a text. */
	public record Part(String words, boolean link) {
	}

	/** Cuts a text around the addresses in it. */
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
