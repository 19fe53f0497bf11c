package org.afterword.kernel.questions;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * Finds "the fifth question" and "question five" in seven languages: numbers that are
 * written in words. Only where it is certain: "the first question is who pays" counts the
 * speaker's own questions, so one to three need the list that they stand in.
 */
final class SpelledNumbers {

	/** Below this, people count their own questions. */
	private static final int OWN = 3;

	private static final int MOST_TRIED = 300;

	private static final Map<String, Integer> VALUES = new HashMap<>();

	private static final String SPACE = "[\\s\\u00A0\\u202F]";

	/** Bounded, and never given back: whatever is written takes time by its length. */
	private static final String SPACES = SPACE + "{1,8}+";

	private static final String MAYBE_SPACES = SPACE + "{0,8}+";

	private static final String BEGINNING = "(?<![\\p{L}\\p{M}\\p{N}_@#/\\\\.-])";

	private static final String ENGLISH_ORDINAL = "(?:" + values(1,
			"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")
			+ "|[0-9]{1,3}(?:st|nd|rd|th))";

	private static final String SPANISH_ORDINAL = values(1,
			"primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima decimotercera decimocuarta decimoquinta decimosexta decimoséptima decimoctava decimonovena vigésima");

	private static final String FRENCH_ORDINAL = "(?:" + values(1,
			"première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième")
			+ "|seconde|[0-9]{1,3}(?:[eᵉ]|è|ème|eme|ère|re))";

	private static final String PORTUGUESE_ORDINAL = "(?:décima" + SPACE
			+ "(?:primeira|segunda|terceira|quarta|quinta|sexta|sétima|oitava|nona)|"
			+ values(1,
					"primeira segunda terceira quarta quinta sexta sétima oitava nona décima décima-primeira décima-segunda")
			+ "|vigésima)";

	private static final String RUSSIAN_ORDINAL = "(?:" + values(1,
			"перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат")
			+ "|четвёрт)(?:ый|ой|ий|ого|ому|ым|ом|ьего|ьему|ьим|ьем)";

	private static final String ARABIC_ORDINAL = "(?:ال(?:حادي|حادية|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)" + SPACE
			+ "عشر|" + values(1, "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر", "الاول")
			+ "|العشرين)";

	private static final String CHINESE_NUMBER = "[一二三四五六七八九十]{1,3}";

	private static final String LIST = "(?:list|register|page|webinar|above|lista|registro|liste|registre|relevé|списк\\p{L}*|реестр\\p{L}*|(?:ال|لل)?(?:قائمة|سجل)|列表|清单)";

	/** "… on the list" makes even the first one certain. */
	private static final Pattern ON_LIST = of(MAYBE_SPACES
			+ "(?:on|of|in|from|de|del|da|du|dans|sur|en|na|no|в|из|на|في|من|)" + MAYBE_SPACES
			+ "(?:the|this|our|your|la|esta|nuestra|cette|notre|ta|a|esta|этом|этого|нашем|)" + MAYBE_SPACES + LIST);

	private static final Pattern OF_SOMETHING = of(
			SPACES + "(?:of|from|del|de|du|da|do|повестки|дня)" + SPACES + "\\p{L}");

	private static final List<Pattern> ORDINALS = List.of(
			of(BEGINNING + "the" + SPACES + "(?<one>" + ENGLISH_ORDINAL + ")(?:" + MAYBE_SPACES + "(?:,|and|or|&)"
					+ SPACES + "(?:the" + SPACES + ")?(?<other>" + ENGLISH_ORDINAL + "))?" + SPACES
					+ "questions?(?!\\p{L})"),
			of(BEGINNING + "la" + SPACES + "(?<one>" + SPANISH_ORDINAL + ")" + SPACES + "pregunta(?!\\p{L})"),
			of(BEGINNING + "la" + SPACES + "(?<one>" + FRENCH_ORDINAL + ")" + SPACES + "question(?!\\p{L})"),
			of(BEGINNING + "(?:a|à|da|na|pela)" + SPACES + "(?<one>" + PORTUGUESE_ORDINAL + ")" + SPACES
					+ "(?:pergunta|quest[ãa]o)(?!\\p{L})"),
			of(BEGINNING + "(?<one>" + RUSSIAN_ORDINAL + "|\\p{Nd}{1,3}-(?:й|го|му|м))" + SPACES
					+ "вопрос(?:а|у|ом|е)?(?!\\p{L})"),
			of(BEGINNING + "[وفبل]?(?:ال|لل)سؤال" + SPACES + "(?<one>" + ARABIC_ORDINAL + ")(?!\\p{L})"),
			of("第(?<one>" + CHINESE_NUMBER + ")[个個道条條]?(?:问题|問題|提问|质问|質問|题|題|问(?!卷)|問)"));

	private static final Pattern OWN_BEFORE = of(
			"(?:(?<!\\p{L})(?:мой|моего|моему|наш|нашего|его|её|их|каждый|этот|еще|ещё|мое|моё|mein(?:e|er|en)?|unsere?r?|seine?r?|ihrer?|my|our|his|her|their|your"
					+ "|ma|mon|ta|sa|notre|votre|leur|mi|tu|su|nuestra|vuestra|minha|nossa|sua|mia|nostra|mijn|ons|onze|min|mitt|vår|moje|mojej|naše|moja|benim|bizim|mənim|mening|내|나의|우리|मेरा|मेरे|আমার)"
					+ SPACES + "|[我你他她]们?的|另|每|私の)$");

	private static final Pattern REFERS_BEFORE = of("(?<!\\p{L})(?:zur|die|der|à" + SPACE + "la|a" + SPACE
			+ "la|alla|sulla|nella|à|na|к|ко|на|по|до|o|k|ke|til|till|op|bij|de)" + SPACES + "$");

	private static final String DOTTED = "(?:Frage|soru(?:ya|da|yu|dan|nun)?|sual(?:a|da|ın)?|kérdés(?:re|ben|hez|sel|t)?|kysymy(?:s|kseen|stä|ksessä)|küsimus(?:e)?"
			+ "|sp[øö]rsm[åa]l(?:et)?|sp[øö]rgsm[åa]l(?:et)?|fr[åa]ga(?:n)?|ot[áa]zk(?:a|e|u|y|ou)|ot[áa]zce|pytani(?:e|a|u|em)|pitanj(?:e|a|u)|питањ(?:е|а|у)|vprašanj(?:e|a|u)"
			+ "|galdera(?:ri)?|jautājum(?:s|u|am)|klausim(?:as|ą|ui))";

	private static final String HYPHENATED = "(?:вопрос(?:а|у|ом|е)?|питання|питанню|запитання|въпрос(?:а|ът)?|пытанн[ея]|сұрақ\\p{L}{0,4}|суроо\\p{L}{0,4}|сорау\\p{L}{0,4}|асуулт\\p{L}{0,4}|савол\\p{L}{0,4}"
			+ "|savol\\p{L}{0,4}|sual\\p{L}{0,4}|sorag\\p{L}{0,4}|întrebare|demando\\p{L}{0,2}|pytani(?:e|a|u|em)|галдера)";

	/** "5. Frage", "5ª pregunta", "5-savol", "5번 질문": the number before the word. */
	private static final Pattern NUMERALS = of(
			"(?<![\\p{L}\\p{M}\\p{N}_@#/\\\\.,:-])(?<one>\\p{Nd}{1,3})(?:" + "(?:\\." + SPACE + "{0,3}+" + DOTTED
					+ "|\\.?[ªºᵃ°]" + SPACE + "{0,3}+(?:pregunta|cuestión|quest[ãa]o|pergunta|domanda|quesito)|[ao]"
					+ SPACE + "{1,3}+(?:pregunta|quest[ãa]o|pergunta|domanda)|(?:ème|eme|ième|e|è|ᵉ|de|ste)" + SPACE
					+ "{1,3}+(?:question|vraag)|:[ea]" + SPACE + "{1,3}+fr[åa]ga(?:n)?|-?η(?:ς)?" + SPACE
					+ "{1,3}+ερώτησης?|-(?:\\p{L}{1,4}+" + SPACE + "{1,3}+|" + SPACE + "{0,3}+)" + HYPHENATED
					+ "|['’]?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü)" + SPACE + "{1,3}+soru(?:ya|da|yu|dan|nun)?|"
					+ SPACE + "?(?:वां|वाँ|वें|वीं)" + SPACE + "{1,3}+(?:प्रश्न|सवाल)|" + SPACE + "?(?:নং|নম্বর|ম|তম)"
					+ SPACE + "{1,3}+(?:প্রশ্ন(?:ের|টি)?|সওয়াল))(?![\\p{L}\\p{M}])|" + SPACE + "?번째?" + SPACE
					+ "{0,3}+(?:질문|문항)|(?:番目?|つ目|問目)の?質問)(?!" + SPACE + "{0,3}+[\\p{Nd}#№])");

	private static final String ENGLISH = values(1,
			"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty");

	private static final String SPANISH = values(2,
			"dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte");

	private static final String FRENCH = values(2,
			"deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt");

	private static final String PORTUGUESE = values(3,
			"três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte")
			+ "|" + values(16, "dezesseis dezessete") + "|" + values(19, "dezenove") + "|" + values(2, "duas");

	private static final String RUSSIAN = values(2,
			"два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать");

	private static final String ARABIC = values(3, "ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة");

	private static final String ALSO = "(?:" + MAYBE_SPACES + "(?:,|&)" + MAYBE_SPACES + "|" + SPACES
			+ "(?:and|or|y|e|et|и)" + SPACES + ")";

	private static final List<Pattern> CARDINALS = List.of(cardinals("questions?", "(?:numbers?|nos?\\.?)", ENGLISH),
			cardinals("preguntas?", "(?:números?|n[°º]\\.?)", SPANISH),
			cardinals("questions?", "(?:numéros?|n[°º]\\.?)", FRENCH),
			cardinals("(?:perguntas?|quest(?:ão|ões|ao|oes))", "(?:números?|n[°º]\\.?)", PORTUGUESE),
			cardinals("вопрос(?:а|у|ом|е|ы|ов|ам|ами|ах)?", "(?:под" + SPACES + ")?(?:номер(?:ом)?|№)", RUSSIAN),
			cardinals("[وفب]?(?:ال|لل)?سؤال", "رقم", ARABIC),
			of("(?:问题|問題)第?(?<all>" + CHINESE_NUMBER + "(?:[、和与及]" + CHINESE_NUMBER + "){0,19}+)"));

	/** After a number in words stands the end of a sentence, or a word that goes on. */
	private static final Pattern CHINESE_AFTER = of("(?:$|[^\\p{L}\\p{N}]|[很是的我也和与及提问最中里说讲])");

	private static final Pattern SCRIPT_AFTER = of(MAYBE_SPACES + "(?:$|[^\\p{L}\\p{N}\\s%])");

	private static final Pattern PIECE = Pattern.compile("[\\p{L}\\p{M}-]+");

	/** "We question two of the bills": a verb, and no question. */
	private static final Pattern VERB_BEFORE = of(
			"(?<!\\p{L})(?:i|we|you|they|us|(?<!(?:back|come|came|go|turn|return|as|answer|reply|respond|speak|regard|respect|next|thanks)\\s)to|not|don['’]t|may|might|can|could|should|would|will|shall|must|never|always|often|also|who)"
					+ SPACES + "$");

	/** Without one of these no question is spoken of. */
	private static final Pattern ANY_QUESTION = of("(?:quest|pregunta|pergunta|вопрос|سؤال|[题題问問])");

	private SpelledNumbers() {
	}

	static List<QuestionWords.Found> in(String text) {
		var found = new ArrayList<QuestionWords.Found>();
		var numerals = NUMERALS.matcher(text);
		for (var tried = 0; tried < MOST_TRIED && numerals.find(); tried++) {
			ordinal(text, numerals, found);
		}
		if (!ANY_QUESTION.matcher(text).find()) {
			return found;
		}
		for (var pattern : ORDINALS) {
			var matcher = pattern.matcher(text);
			for (var tried = 0; tried < MOST_TRIED && matcher.find(); tried++) {
				ordinal(text, matcher, found);
			}
		}
		for (var pattern : CARDINALS) {
			var matcher = pattern.matcher(text);
			for (var tried = 0; tried < MOST_TRIED && matcher.find(); tried++) {
				cardinal(text, matcher, found);
			}
		}
		return found;
	}

	/** The number before its word at the beginning of a text; null for none. */
	static QuestionForms.@Nullable Value numbered(String text) {
		var matcher = NUMERALS.matcher(text);
		if (!matcher.lookingAt()) {
			return null;
		}
		var digits = matcher.group("one");
		return new QuestionForms.Value(Digits.value(digits), matcher.end(), digits.length(), true);
	}

	/** Whether "question" is a verb here. */
	static boolean isVerb(CharSequence text, int start) {
		return VERB_BEFORE.matcher(text.subSequence(Math.max(0, start - 24), start)).find();
	}

	private static void ordinal(String text, Matcher matcher, List<QuestionWords.Found> found) {
		var numbers = new ArrayList<QuestionNumber>();
		add(numbers, ordinalValue(matcher.group("one")));
		if (matcher.pattern().namedGroups().containsKey("other") && matcher.group("other") != null) {
			add(numbers, ordinalValue(matcher.group("other")));
		}
		var after = text.subSequence(matcher.end(), Math.min(text.length(), matcher.end() + 40));
		var onList = ON_LIST.matcher(after).lookingAt();
		var own = numbers.stream().anyMatch((number) -> number.major() <= OWN);
		var before = text.subSequence(Math.max(0, matcher.start() - 12), matcher.start());
		if (numbers.isEmpty() || (own && !onList && !isReferredTo(matcher, before))
				|| (!onList && OF_SOMETHING.matcher(after).lookingAt()) || OWN_BEFORE.matcher(before).find()) {
			return;
		}
		found(text, matcher.start(), matcher.end(), numbers, found);
	}

	/** "Zur 2. Frage": nobody speaks so of a question of their own. */
	private static boolean isReferredTo(Matcher matcher, CharSequence before) {
		return matcher.pattern().equals(NUMERALS) && REFERS_BEFORE.matcher(before).find();
	}

	private static void cardinal(String text, Matcher matcher, List<QuestionWords.Found> found) {
		var numbers = new ArrayList<QuestionNumber>();
		var words = matcher.group("all");
		if (Character.UnicodeScript.of(words.codePointAt(0)) == Character.UnicodeScript.HAN) {
			for (var piece : words.split("[、和与及]")) {
				add(numbers, chinese(piece));
			}
		}
		else {
			var pieces = PIECE.matcher(words);
			while (pieces.find()) {
				var value = VALUES.get(key(pieces.group()));
				if (value != null) {
					add(numbers, value);
				}
			}
		}
		var end = matcher.end();
		var rest = text.subSequence(end, Math.min(text.length(), end + 40));
		var certain = switch (Character.UnicodeScript.of(words.codePointAt(0))) {
			case HAN -> CHINESE_AFTER.matcher(rest).lookingAt();
			case LATIN ->
				QuestionTraps.endsList(text, end) && (matcher.group("sign") != null || !isVerb(text, matcher.start()));
			default -> SCRIPT_AFTER.matcher(rest).lookingAt();
		};
		if (certain && !numbers.isEmpty()) {
			found(text, matcher.start(), end, numbers, found);
		}
	}

	private static void found(String text, int start, int end, List<QuestionNumber> numbers,
			List<QuestionWords.Found> found) {
		if (found.stream().noneMatch((other) -> start < other.end() && other.start() < end)
				&& !QuestionTraps.isTrapBefore(text, start, false, numbers)
				&& !QuestionTraps.isTrapAfter(text, end, false, numbers)) {
			found.add(QuestionWords.found(text, start, end, numbers));
		}
	}

	private static void add(List<QuestionNumber> numbers, int value) {
		if (value > 0) {
			numbers.add(QuestionNumber.of(value));
		}
	}

	private static int ordinalValue(String words) {
		if (Character.UnicodeScript.of(words.codePointAt(0)) == Character.UnicodeScript.HAN) {
			return chinese(words);
		}
		if (Character.isDigit(words.codePointAt(0))) {
			return Digits.value(words.replaceFirst("\\P{Nd}.*+$", ""));
		}
		var pieces = key(words).split("[\\s\\u00A0-]+");
		if (pieces.length > 1 && !VALUES.containsKey(key(words))) {
			// "décima sexta", "الثاني عشر": ten, and the rest.
			var other = pieces[0].equals(key("décima")) ? pieces[1] : pieces[0];
			return 10 + (other.startsWith("الحادي") ? 1 : VALUES.getOrDefault(other, 0));
		}
		var key = key(words);
		for (var length = key.length(); length >= 3; length--) {
			// Russian ordinals end in many ways; the value belongs to the stem.
			var value = VALUES.get(key.substring(0, length));
			if (value != null) {
				return value;
			}
		}
		return switch (key) {
			case "vigesima", "العشرين" -> 20;
			case "seconde" -> 2;
			default -> 0;
		};
	}

	private static int chinese(String words) {
		var ten = words.indexOf('十');
		var digits = "一二三四五六七八九";
		if (ten < 0) {
			return (words.length() == 1) ? digits.indexOf(words) + 1 : 0;
		}
		var tens = (ten == 0) ? 1 : digits.indexOf(words.charAt(0)) + 1;
		return tens * 10 + ((ten + 1 < words.length()) ? digits.indexOf(words.charAt(ten + 1)) + 1 : 0);
	}

	private static Pattern cardinals(String word, String sign, String numbers) {
		var one = "(?:" + numbers + ")(?![\\p{L}\\p{M}-])";
		return of(BEGINNING + word + "(?<sign>" + SPACES + sign + ")?" + SPACES + "(?<all>" + one + "(?:" + ALSO + one
				+ "){0,9})");
	}

	/** An alternative of words; each is worth one more than the one before. */
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

	/** Without accents, so that "septima" and "séptima" are one. */
	private static String key(String word) {
		return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
