package org.afterword.imports.lists;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.afterword.kernel.questions.Anonymity;

/** What a list calls a person: "MB", "Noor Haddad (Delta Trust)", "Asked by Ana & Bo". */
final class PersonLabel {

	/** In characters. */
	static final int LONGEST = 60;

	private static final List<String> BY = List.of("question from ", "from ", "asked by ", "by ");

	private static final List<String> VERBS = List.of(" asks", " asked", " wants to know", " pregunta", " fragt",
			" demande", " pergunta");

	private PersonLabel() {
	}

	static boolean is(String text) {
		return !of(text).isEmpty();
	}

	/** The label as it is kept; empty if it names nobody. */
	static String of(String text) {
		if (text.length() > LONGEST) {
			return "";
		}
		var label = Normalizer.normalize(AddressInLine.removedFrom(text.replace('\t', ' ')), Normalizer.Form.NFKC)
			.strip();
		label = withoutColon(withoutVerb(label.startsWith("@") ? label.substring(1).strip() : label));
		label = label.replace("*", "").replace("_", " ").strip();
		label = withoutBy(label);
		if (Anonymity.is(label)) {
			return label;
		}
		var names = withoutOrganisation(label);
		var people = names.replace(" and ", "&").replace('/', '&').split("&", -1);
		return Stream.of(people).map(String::strip).allMatch(PersonName::is) ? label : "";
	}

	private static String withoutBy(String written) {
		var label = written;
		for (var by : BY) {
			if (label.toLowerCase(Locale.ROOT).startsWith(by)) {
				label = label.substring(by.length()).strip();
			}
		}
		return label;
	}

	private static String withoutVerb(String label) {
		for (var verb : VERBS) {
			if (label.endsWith(verb)) {
				return label.substring(0, label.length() - verb.length());
			}
		}
		return label;
	}

	private static String withoutOrganisation(String label) {
		var open = label.indexOf('(');
		if (open > 0 && label.endsWith(")")) {
			return label.substring(0, open).strip();
		}
		var comma = label.indexOf(',');
		if (comma > 0) {
			var organisation = label.substring(comma + 1).strip();
			var first = organisation.isEmpty() ? ' ' : organisation.codePointAt(0);
			return (Character.isUpperCase(first) || Character.getType(first) == Character.OTHER_LETTER)
					? label.substring(0, comma).strip() : "";
		}
		return label;
	}

	static String withoutColon(String text) {
		var stripped = text.strip();
		return (stripped.endsWith(":") || stripped.endsWith("：")) ? stripped.substring(0, stripped.length() - 1).strip()
				: stripped;
	}

}
