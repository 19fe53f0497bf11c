package org.afterword.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

	/** What no address holds. */
	private static final String ENDS = "@<>()[],;:\"";

	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST_DOMAIN = 251;

	private static final String ENDS_ASKER = ":：\t-–—)]";

	private final List<String> lines = new ArrayList<>();

	private final Map<String, Email> found = new LinkedHashMap<>();

	/** For those who are called by nothing but their address. */
	private final Map<Email, String> labels = new HashMap<>();

	private final Set<String> ambiguous = new HashSet<>();

	private AskerAddresses() {
	}

	static AskerAddresses in(List<String> lines) {
		var addresses = new AskerAddresses();
		lines.forEach((line) -> addresses.lines.add(isWorthALook(line) ? addresses.without(line) : line));
		return addresses;
	}

	/** A label, whatever address somebody typed into it. */
	static String scrubbed(String label) {
		var rest = new StringBuilder(label);
		in(label).reversed().forEach((given) -> rest.delete(given.start(), given.end()));
		return (label.indexOf('@') > 0) ? rest.toString().replace("()", "").strip() : label;
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
		var given = in(line);
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
		var email = email(given);
		if (email == null) {
			return null;
		}
		var before = line.substring(0, given.start());
		var after = line.substring(given.end());
		var named = content(before + after);
		var asker = Asked.of(named).asker();
		if (!asker.isEmpty() && (endsAsker(after) || endsWith(before, asker))) {
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
		var rest = after.replaceFirst("^ +", "");
		return !rest.isEmpty() && ENDS_ASKER.indexOf(rest.charAt(0)) >= 0;
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

	private static @Nullable Email email(Given given) {
		return Email.matches(given.address()) ? Email.of(given.address()) : null;
	}

	/** The addresses in a line; from each @, few signs are looked at. */
	private static List<Given> in(String line) {
		var found = new ArrayList<Given>();
		var from = 0;
		for (var at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
			var start = at;
			while (start > from && at - start < LONGEST_LOCAL && isOfAnAddress(line.charAt(start - 1))) {
				start--;
			}
			var end = domainEnd(line, at + 1);
			if (start < at && end > 0) {
				found.add(given(line, from, start, end));
				from = found.getLast().end();
			}
		}
		return found;
	}

	/** Up to the last dot that two letters follow; 0 where there is none. */
	private static int domainEnd(String line, int start) {
		var end = start;
		while (end < line.length() && end - start < LONGEST_DOMAIN && isOfAnAddress(line.charAt(end))
				&& "!?".indexOf(line.charAt(end)) < 0) {
			end++;
		}
		while (end > start && line.charAt(end - 1) == '.') {
			end--;
		}
		var dot = line.lastIndexOf('.', end - 1);
		while (dot > start && end - dot - 1 < 2) {
			end = dot;
			dot = line.lastIndexOf('.', end - 1);
		}
		return (dot > start) ? end : 0;
	}

	/** With the brackets around it, or the comma before it. */
	private static Given given(String line, int from, int start, int end) {
		var address = line.substring(start, end);
		var before = line.startsWith("mailto:", start - 7) && start - 7 >= from ? start - 7 : start;
		var bracket = (before > from && end < line.length()) ? "<([".indexOf(line.charAt(before - 1)) : -1;
		if (bracket >= 0 && ">)]".charAt(bracket) == line.charAt(end)) {
			return new Given(spaces(line, from, before - 1), end + 1, address);
		}
		var comma = spaces(line, from, start);
		return new Given((comma > from && line.charAt(comma - 1) == ',') ? comma - 1 : start, end, address);
	}

	private static int spaces(String line, int from, int end) {
		var start = end;
		while (start > from && (line.charAt(start - 1) == '\t' || Character.isSpaceChar(line.charAt(start - 1)))) {
			start--;
		}
		return start;
	}

	private static boolean isOfAnAddress(char sign) {
		return !Character.isWhitespace(sign) && !Character.isSpaceChar(sign) && ENDS.indexOf(sign) < 0;
	}

	/** An address in a line, and from where to where it is taken out. */
	private record Given(int start, int end, String address) {
	}

}
