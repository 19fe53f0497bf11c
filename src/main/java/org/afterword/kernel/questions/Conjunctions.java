package org.afterword.kernel.questions;

import java.util.Set;

/** The words that join numbers, in many languages. */
final class Conjunctions {

	static final Set<String> AND = WordKey.setOf("and", "or", "plus", "y", "e", "et", "o", "ou", "ed", "и", "или",
			"und", "oder", "sowie", "en", "of", "och", "og", "eller", "i", "oraz", "ve", "dan", "na", "și", "sau",
			"και", "та", "і", "أو", "و", "और", "এবং", "및");

	/** As in "3 to 5". */
	static final Set<String> TO = WordKey.setOf("to", "through", "thru", "until", "till", "à", "a", "al", "até",
			"hasta", "bis", "tot", "fino", "по", "до", "إلى", "الى", "حتى");

	/** As in "from 3 to 5". */
	static final Set<String> FROM = WordKey.setOf("from", "between", "de", "des", "du", "del", "entre", "von",
			"zwischen", "van", "tussen", "da", "dalla", "dal", "tra", "fra", "с", "от", "из", "من", "بين");

	private Conjunctions() {
	}

}
