package org.afterword.imports.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.address.MailAddresses;
import org.afterword.kernel.questions.Labels;
import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of askers in a list: "EB &lt;eb@example.org&gt;: text", "EB
 * (eb@example.org): text", cells of a table. They are removed before anything else is
 * read, so that no label contains one; addresses within questions stay.
 */
final class AskerAddresses {

	/** A longer line names nobody, in characters. */
	private static final int LONGEST_LINE = 4_000;

	/** How many characters may be between a name and its address. */
	private static final int FURTHEST = 4;

	private static final String ENDS_ASKER = ":：\t-–—)]";

	private final List<String> lines = new ArrayList<>();

	/** By the label's key. */
	private final Map<String, Email> found = new LinkedHashMap<>();

	private final Set<String> ambiguous = new HashSet<>();

	private final AddressLabels labels = new AddressLabels();

	static AskerAddresses in(List<String> lines) {
		var addresses = new AskerAddresses();
		lines.forEach((line) -> addresses.lines.add(mayHaveAddress(line) ? addresses.without(line) : line));
		return addresses;
	}

	/**
	 * Keeps the address of an asker from a column of its own.
	 * @param name may be empty
	 * @param address may be empty or no address
	 * @return the label of the asker; may be empty
	 */
	String add(String name, String address) {
		var found = MailAddresses.in(address);
		if (found.size() != 1 || !Email.matches(found.getFirst().address())) {
			return name;
		}
		var email = Email.of(found.getFirst().address());
		var label = name.isEmpty() ? this.labels.of(email) : name;
		if (!label.isEmpty()) {
			keep(label, email);
			this.labels.give(email, label);
		}
		return label;
	}

	/** The lines without the addresses of the askers. */
	List<String> lines() {
		return this.lines;
	}

	/** By {@link Labels#key}. A label with two addresses has none. */
	Map<String, Email> found() {
		return this.found;
	}

	private static boolean mayHaveAddress(String line) {
		return line.length() <= LONGEST_LINE && line.indexOf('@') > 0;
	}

	private String without(String line) {
		var addresses = AddressInLine.in(line);
		if (addresses.isEmpty()) {
			return line;
		}
		var shorter = without(line, addresses.getFirst());
		if (shorter == null) {
			shorter = without(line, addresses.getLast());
		}
		return (shorter != null) ? shorter : line;
	}

	/** Null if the address is not that of an asker. */
	private @Nullable String without(String line, AddressInLine address) {
		if (!Email.matches(address.address())) {
			return null;
		}
		var email = Email.of(address.address());
		var before = line.substring(0, address.start());
		var after = line.substring(address.end());
		var asker = Asked.of(content(before + after)).asker();
		if (!asker.isEmpty() && (endsWith(before, asker) || (endsAsker(after) && isNear(before, asker)))) {
			keep(asker, email);
			return before + after;
		}
		var bracketed = line.substring(address.start(), address.end()).strip().startsWith("(");
		return labelled(email, before, after, bracketed);
	}

	/** With a label in place of the address; null if that does not name an asker. */
	private @Nullable String labelled(Email email, String before, String after, boolean bracketed) {
		var label = this.labels.of(email);
		if (label.isEmpty() || !(endsAsker(after) || after.isBlank())) {
			return null;
		}
		var space = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1)) ? "" : " ";
		var labelled = before + space + (bracketed ? "(" + label + ")" : label) + after;
		if (!Asked.of(content(labelled)).asker().equals(label)) {
			return null;
		}
		this.labels.give(email, label);
		keep(label, email);
		return labelled;
	}

	private void keep(String label, Email email) {
		var key = Labels.key(label);
		var other = this.found.put(key, email);
		if (this.ambiguous.contains(key) || (other != null && !other.equals(email))) {
			this.ambiguous.add(key);
			this.found.remove(key);
		}
	}

	private static boolean endsAsker(String after) {
		var at = 0;
		while (at < after.length() && after.charAt(at) == ' ') {
			at++;
		}
		return at < after.length() && ENDS_ASKER.indexOf(after.charAt(at)) >= 0;
	}

	/** Whether there are no other words between a name and its address. */
	private static boolean isNear(String before, String asker) {
		return content(before).strip().length() <= asker.length() + FURTHEST;
	}

	/** The last bracket of "EB (Delta Trust)" may follow the address. */
	private static boolean endsWith(String before, String asker) {
		var label = asker.endsWith(")") ? asker.substring(0, asker.length() - 1) : asker;
		return before.strip().endsWith(label);
	}

	/** The line without its number or bullet. */
	private static String content(String line) {
		var read = ListLine.of(line);
		return (read.mark() != null) ? read.mark().rest() : read.content();
	}

}
