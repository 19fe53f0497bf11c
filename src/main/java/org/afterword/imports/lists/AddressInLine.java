package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.List;

import org.afterword.kernel.address.MailAddresses;

/**
 * An e-mail address in a line, with the brackets around it or the comma before it.
 *
 * @param start where the brackets or comma begin
 * @param end the place after it
 */
record AddressInLine(int start, int end, String address) {

	private static final String OPENING = "<([";

	private static final String CLOSING = ">)]";

	/** All of them, in their order. */
	static List<AddressInLine> in(String line) {
		var all = new ArrayList<AddressInLine>();
		var from = 0;
		for (var found : MailAddresses.in(line)) {
			all.add(of(found, line, from));
			from = all.getLast().end();
		}
		return all;
	}

	/** A label without the addresses that somebody typed into it. */
	static String removedFrom(String label) {
		var left = new StringBuilder(label);
		var addresses = in(label);
		for (var address : addresses.reversed()) {
			left.delete(address.start, address.end);
		}
		return addresses.isEmpty() ? label : left.toString().replace("()", "").strip();
	}

	/**
	 * @param from where the address before ended
	 */
	private static AddressInLine of(MailAddresses.Found found, String line, int from) {
		var start = found.start();
		var end = found.end();
		var bracket = (start > from) ? OPENING.indexOf(line.charAt(start - 1)) : -1;
		if (bracket >= 0 && end < line.length() && line.charAt(end) == CLOSING.charAt(bracket)) {
			return new AddressInLine(spacesStart(line, start - 1, from), end + 1, found.address());
		}
		var before = spacesStart(line, start, from);
		var comma = before > from && line.charAt(before - 1) == ',';
		return new AddressInLine(comma ? before - 1 : start, end, found.address());
	}

	/** Where the spaces before a place begin. */
	private static int spacesStart(String line, int to, int from) {
		var at = to;
		while (at > from && (Character.isSpaceChar(line.charAt(at - 1)) || line.charAt(at - 1) == '\t')) {
			at--;
		}
		return at;
	}

}
