package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.address.MailAddresses;
import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses that a list gives with those who asked: "EB
 * &lt;eb@example.org&gt;: text", "EB (eb@example.org): text", cells of a table. They are
 * taken out before anything is read, so that none of them stands in a label; what people
 * wrote in their questions stays.
 */
final class AskerAddresses {

	/** A longer line names nobody. */
	private static final int LONGEST_LINE = 4_000;

	/** How many characters may stand between a name and its address. */
	private static final int FURTHEST = 4;

	private static final String ENDS_ASKER = ":：\t-–—)]";

	private final List<String> lines = new ArrayList<>();

	private final Map<String, Email> found = new LinkedHashMap<>();

	/** For those who are called by nothing but their address. */
	private final Map<Email, String> labels = new HashMap<>();

	private final Set<String> ambiguous = new HashSet<>();

	/** Without any yet. */
	AskerAddresses() {
	}

	static AskerAddresses in(List<String> lines) {
		var addresses = new AskerAddresses();
		lines.forEach((line) -> addresses.lines.add(isWorthALook(line) ? addresses.without(line) : line));
		return addresses;
	}

	/** A label, whatever address somebody typed into it. */
	static String scrubbed(String label) {
		var left = new StringBuilder(label);
		var given = given(label);
		for (var at = given.size() - 1; at >= 0; at--) {
			left.delete(given.get(at).start(), given.get(at).end());
		}
		return given.isEmpty() ? label : left.toString().replace("()", "").strip();
	}

	/**
	 * How somebody is called whose address stands in a column of its own; the address is
	 * kept apart.
	 * @param name may be empty
	 * @param address may be empty, and none
	 */
	String called(String name, String address) {
		var found = MailAddresses.in(address);
		if (found.size() != 1 || !Email.matches(found.getFirst().address())) {
			return name;
		}
		var email = Email.of(found.getFirst().address());
		var label = name.isEmpty() ? label(email) : name;
		if (!label.isEmpty()) {
			this.labels.putIfAbsent(email, label);
			keep(label, email);
		}
		return label;
	}

	List<String> lines() {
		return this.lines;
	}

	/**
	 * By the people who asked, as {@link Rows#person} writes them. One label with two
	 * addresses has none: whose it is, nobody knows.
	 */
	Map<String, Email> found() {
		return this.found;
	}

	private static boolean isWorthALook(String line) {
		return line.length() <= LONGEST_LINE && line.indexOf('@') > 0;
	}

	private String without(String line) {
		var given = given(line);
		if (given.isEmpty()) {
			return line;
		}
		var shorter = without(line, given.getFirst());
		if (shorter == null) {
			shorter = without(line, given.getLast());
		}
		return (shorter != null) ? shorter : line;
	}

	private @Nullable String without(String line, Given given) {
		if (!Email.matches(given.address())) {
			return null;
		}
		var email = Email.of(given.address());
		var before = line.substring(0, given.start());
		var after = line.substring(given.end());
		var named = content(before + after);
		var asker = Asked.of(named).asker();
		if (!asker.isEmpty() && (endsWith(before, asker) || (endsAsker(after) && isNear(before, asker)))) {
			keep(asker, email);
			return before + after;
		}
		var label = label(email);
		if (label.isEmpty() || !(endsAsker(after) || after.isBlank())) {
			return null;
		}
		var space = before.isEmpty() || Character.isWhitespace(before.charAt(before.length() - 1)) ? "" : " ";
		var inBrackets = line.substring(given.start(), given.end()).strip().startsWith("(");
		var called = before + space + (inBrackets ? "(" + label + ")" : label) + after;
		if (!Asked.of(content(called)).asker().equals(label)) {
			return null;
		}
		this.labels.put(email, label);
		keep(label, email);
		return called;
	}

	private void keep(String asker, Email email) {
		var person = Rows.person(asker);
		var other = this.found.put(person, email);
		if (this.ambiguous.contains(person) || (other != null && !other.equals(email))) {
			this.ambiguous.add(person);
			this.found.remove(person);
		}
	}

	/** The first letters of what stands before the @; of several alike, numbered. */
	private String label(Email email) {
		var known = this.labels.get(email);
		if (known != null) {
			return known;
		}
		var letters = new StringBuilder();
		for (var part : email.value().substring(0, email.value().indexOf('@')).split("[._+-]")) {
			if (!part.isEmpty() && Character.isLetter(part.charAt(0)) && letters.length() < 3) {
				letters.append(part.substring(0, 1).toUpperCase(Locale.ROOT));
			}
		}
		var label = letters.toString();
		for (var number = 2; !label.isEmpty() && this.labels.containsValue(label); number++) {
			label = letters + " (" + number + ")";
		}
		return label;
	}

	private static boolean endsAsker(String after) {
		var at = 0;
		while (at < after.length() && after.charAt(at) == ' ') {
			at++;
		}
		return at < after.length() && ENDS_ASKER.indexOf(after.charAt(at)) >= 0;
	}

	/** Between a name and its address stand no other words. */
	private static boolean isNear(String before, String asker) {
		return content(before).strip().length() <= asker.length() + FURTHEST;
	}

	/** The last bracket of "EB (Delta Trust)" may stand behind the address. */
	private static boolean endsWith(String before, String asker) {
		var label = asker.endsWith(")") ? asker.substring(0, asker.length() - 1) : asker;
		return before.strip().endsWith(label);
	}

	private static String content(String line) {
		var read = ListLine.of(line);
		return (read.mark() != null) ? read.mark().rest() : read.content();
	}

	/** Each address with the brackets around it, or the comma before it. */
	private static List<Given> given(String line) {
		var all = new ArrayList<Given>();
		var from = 0;
		for (var found : MailAddresses.in(line)) {
			var start = found.start();
			var end = found.end();
			var open = (start > from) ? "<([".indexOf(line.charAt(start - 1)) : -1;
			var closed = open >= 0 && end < line.length() && line.charAt(end) == ">)]".charAt(open);
			if (closed) {
				start = withoutSpaces(line, start - 1, from);
				end++;
			}
			else {
				var before = withoutSpaces(line, start, from);
				start = (before > from && line.charAt(before - 1) == ',') ? before - 1 : start;
			}
			all.add(new Given(start, end, found.address()));
			from = end;
		}
		return all;
	}

	private static int withoutSpaces(String line, int to, int from) {
		var at = to;
		while (at > from && (Character.isSpaceChar(line.charAt(at - 1)) || line.charAt(at - 1) == '\t')) {
			at--;
		}
		return at;
	}

	/** An address in a line, with what stands around it. */
	private record Given(int start, int end, String address) {

	}

}
