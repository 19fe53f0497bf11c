package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words for numbers in seven languages: as parts of patterns that find them, and what
 * they are worth.
 */
final class NumberWords {

	/** The value of each word below, by {@link #key}. The first language wins. */
	private static final Map<String, Integer> VALUES = new HashMap<>();

	/** A space within a number. */
	private static final String SPACE = "[\\s\\u00A0\\u202F]";

	static final String ENGLISH_ORDINAL = "(?:" + values(1,
			"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
			+ "|[0-9]{1,3}(?:st|nd|rd|th))";

	static final String SPANISH_ORDINAL = values(1,
			"primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima decimotercera decimocuarta decimoquinta decimosexta decimoséptima decimoctava decimonovena vigésima");

	static final String FRENCH_ORDINAL = "(?:" + values(1,
			"première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième")
			+ "|seconde|[0-9]{1,3}(?:[eᵉ]|è|ème|eme|ère|re))";

	static final String PORTUGUESE_ORDINAL = "(?:décima" + SPACE
			+ "(?:primeira|segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona)|"
			+ values(1,
					"primeira segunda terceira quarta quinta sexta sétima oitava nona décima décima-primeira décima-segunda")
			+ "|vigésima)";

	static final String RUSSIAN_ORDINAL = "(?:" + values(1,
			"перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат")
			+ "|четвёрт)(?:ый|ой|ий|ого|ому|ым|ом|ьего|ьему|ьим|ьем)";

	static final String ARABIC_ORDINAL = "(?:ال(?:حادي|حادية|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)" + SPACE + "عشر|"
			+ values(1, "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر", "الاول") + "|العشرين)";

	static final String CHINESE = "[一二三四五六七八九十]{1,3}";

	static final String ENGLISH = values(1,
			"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");

	static final String SPANISH = values(2,
			"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte");

	static final String FRENCH = values(2,
			"deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt");

	static final String PORTUGUESE = values(3,
			"três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte")
			+ "|" + values(16, "dezesseis dezessete") + "|" + values(19, "dezenove") + "|" + values(2, "duas");

	static final String RUSSIAN = values(2,
			"два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать");

	static final String ARABIC = values(3, "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة");

	private static final String CHINESE_DIGITS = "一二三四五六七八九";

	private static final int SHORTEST_STEM = 3;

	private NumberWords() {
	}

	/** The value of a cardinal number; 0 if it is unknown. */
	static int cardinal(String word) {
		return VALUES.getOrDefault(key(word), 0);
	}

	/** The value of an ordinal number in words or digits; 0 if it is unknown. */
	static int ordinal(String words) {
		if (Character.UnicodeScript.of(words.codePointAt(0)) == Character.UnicodeScript.HAN) {
			return chinese(words);
		}
		if (Character.isDigit(words.codePointAt(0))) {
			return Digits.value(words.replaceFirst("\\P{Nd}.*+$", ""));
		}
		var key = key(words);
		var parts = key.split("[\\s\\u00A0-]+");
		if (parts.length > 1 && !VALUES.containsKey(key)) {
			return teen(parts);
		}
		var value = ofStem(key);
		return (value > 0) ? value : switch (key) {
			case "vigesima", "العشرين" -> 20;
			case "seconde" -> 2;
			default -> 0;
		};
	}

	/** "décima sexta", "الثاني عشر": ten, and the rest. */
	private static int teen(String[] parts) {
		var unit = parts[0].equals("decima") ? parts[1] : parts[0];
		return 10 + (unit.startsWith("الحادي") ? 1 : VALUES.getOrDefault(unit, 0));
	}

	/** Russian ordinals end in many ways; the value belongs to the stem. */
	private static int ofStem(String key) {
		for (var length = key.length(); length >= SHORTEST_STEM; length--) {
			var value = VALUES.get(key.substring(0, length));
			if (value != null) {
				return value;
			}
		}
		return 0;
	}

	/** The value of a number up to 99 in Chinese. */
	static int chinese(String words) {
		var ten = words.indexOf('十');
		if (ten < 0) {
			return (words.length() == 1) ? CHINESE_DIGITS.indexOf(words) + 1 : 0;
		}
		var tens = (ten == 0) ? 1 : CHINESE_DIGITS.indexOf(words.charAt(0)) + 1;
		var units = (ten + 1 < words.length()) ? CHINESE_DIGITS.indexOf(words.charAt(ten + 1)) + 1 : 0;
		return tens * 10 + units;
	}

	/**
	 * A pattern for any of these words, each worth one more than the one before.
	 * @param alsoFirst other spellings of the first word
	 */
	private static String values(int first, String words, String... alsoFirst) {
		var value = first;
		var list = words.split(" ");
		for (var word : list) {
			VALUES.putIfAbsent(key(word), value++);
		}
		for (var also : alsoFirst) {
			VALUES.putIfAbsent(key(also), first);
		}
		var all = new ArrayList<>(List.of(list));
		all.addAll(List.of(alsoFirst));
		// The longest first: "sixteen" is not "six".
		all.sort((one, other) -> other.length() - one.length());
		return "(?:" + String.join("|", all) + ")";
	}

	/** In lower case without accents: people write "septima" and "séptima". */
	private static String key(String word) {
		return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

}
