package org.afterword.imports.lists;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.afterword.member.Email;

/**
 * Labels for askers who are known only by their e-mail addresses: "EB" for erik.berg@...
 */
final class AddressLabels {

	private static final int MOST_LETTERS = 3;

	private final Map<Email, String> given = new HashMap<>();

	/**
	 * The initials of the part before the @, with a number if another address has the
	 * same ones; empty if it has no letters.
	 */
	String of(Email email) {
		var known = this.given.get(email);
		if (known != null) {
			return known;
		}
		var initials = initials(email.value().substring(0, email.value().indexOf('@')));
		var label = initials;
		for (var number = 2; !label.isEmpty() && this.given.containsValue(label); number++) {
			label = initials + " (" + number + ")";
		}
		return label;
	}

	void give(Email email, String label) {
		this.given.putIfAbsent(email, label);
	}

	private static String initials(String name) {
		var initials = new StringBuilder();
		for (var part : name.split("[._+-]")) {
			if (!part.isEmpty() && Character.isLetter(part.charAt(0)) && initials.length() < MOST_LETTERS) {
				initials.append(part.substring(0, 1).toUpperCase(Locale.ROOT));
			}
		}
		return initials.toString();
	}

}
