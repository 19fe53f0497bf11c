package org.afterword.kernel.questions;

import java.util.List;
import java.util.regex.Pattern;

import org.afterword.kernel.QuestionNumber;

/**
 * What looks like the number of a question and is none: quarters of a year, questions of
 * a survey or an exam, counts of things, products, verbs.
 */
final class FalsePositives {

	/** How many characters around the numbers are read. */
	private static final int NEAR = 60;

	private static final String SURVEY = "(?:survey|questionnaire|exam|examination|quiz|test|poll|census|interview|homework|exercise|worksheet|textbook|book|chapter|assignment|application|proposal|audit|contract|thesis"
			+ "|form|guide|appendix|annex|encuesta|cuestionario|examen|sondeo|formulario|enquête|sondage|formulaire|manuel|pesquisa|questionário|inquérito|prova|exame|formulário|teste"
			+ "|анкет\\p{L}*|опрос(?:а|е|у|ом|ник\\p{L}*)?|экзамен\\p{L}*|тест\\p{L}*|(?:ال|لل|ب)?(?:استبيان|استطلاع|امتحان|استمارة)\\p{L}{0,2})";

	private static final Pattern SURVEY_AFTER = ahead(
			"\\s*+\\(?(?:of|in|from|on|de|del|da|do|du|dans|en|em|no|na|из|в|на|من|في)?\\s*+(?:[\\p{L}\\p{N}'’]++\\s++){0,3}?"
					+ SURVEY + "(?!\\p{L})");

	private static final Pattern SURVEY_LINK = ahead(
			"\\s*+\\(?(?:of|in|from|on|de|del|da|do|du|dans|en|em|no|na|из|в|на|من|في|моей|моего|нашей|нашего)(?!\\p{L})|\\s++(?:анкет|опрос|экзамен|استبيان)");

	private static final Pattern SURVEY_BEFORE = of("(?<!\\p{L})(?:" + SURVEY
			+ "(?:['’]s)?,?(?:\\s+(?:asked|uses|has|as))?(?:\\s+(?:in|the))?\\s+|(?:问卷|考卷|试卷|考试|课本|练习|测验|調查|调查)的?\\s*)$");

	private static final String COUNT = "\\s++(?:(?:more|other|further|extra|different)\\s++)?(?:times?|people|persons?|others?|participants?|members?|farmers?|countries|years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|per\\s+cent"
			+ "|million|billion|thousand|hundred|pages?|words?|euros?|dollars?|am|pm|veces|personas|años|meses|semanas|días|horas|minutos|fois|personnes|ans|années|mois|semaines|jours|heures|vezes|pessoas|anos|dias"
			+ "|раз(?:а)?|человек\\p{L}*|лет|год(?:а|ов)?|дн(?:я|ей)|месяц\\p{L}*|недел\\p{L}*|мину\\p{L}*|час(?:а|ов)?|процент\\p{L}*|مرات|مرة|أشخاص|سنوات|سنة|أيام|يوم|دقائق|ساعات|أشهر"
			+ "|personen|leute[nr]?|menschen|teilnehmer\\p{L}*|jahren?|monaten?|wochen|tagen?|stunden|minuten|sekunden|mal|prozent|seiten|mensen|jaar|maanden|weken|dagen|uur|keer|procent"
			+ "|persone|anni|mesi|settimane|giorni|ore|minuti|volte|pagine|kişi\\p{L}*|yıl|ay|gün|saat|dakika|kez|osób|lat|razy)(?!\\p{L})"
			+ "|\\s*+(?:年|月|日|名|位|人|次|分钟|小时|天|岁|个|個|つ|件|回|時間|分間|명|개|년|월|일|시간)";

	private static final Pattern COUNTED = ahead(COUNT);

	private static final Pattern QUARTER_AFTER = ahead(
			"\\s*+(?:of\\s++|in\\s++|[/,-]\\s*+)?FY\\s*+['’]?\\p{Nd}{2}(?:\\p{Nd}{2})?+(?!\\p{Nd})|\\s*+(?:['’/,(-]|of|in|for|FY|fiscal)?\\s*+(?:of\\s++)?(?:FY\\s*+)?(?:(?:19|20)\\p{Nd}{2}(?!\\p{Nd})|['’]\\p{Nd}{2}(?!\\p{Nd})|this\\s+year|next\\s+year|last\\s+year)"
					+ "|\\s++(?:(?!(?:asks?|asked|about|is|was|had|has|have|and|or|says?|said|speaks?|wants?|mentions?|the|our|their|those|these|for|to|with|which|that|on|in)\\s)\\p{L}++\\s++){0,2}?(?:revenues?|results?|earnings|sales|profits?|growth|budgets?|figures|forecasts?|gdp|targets?|quarters?|guidance|margins?|financials|spending|performance|planning|roadmap"
					+ "|milestones?|deliverables?|reports?|reporting|outlook|estimates?|incomes?|goals?|objectives?|kpis?|okrs?|orders|shipments|deadlines?|launch(?:es)?|releases?|cash|deliveries|numbers|yoy|qoq|umsatz|ergebnis\\p{L}*|quartal\\p{L}*|trimestres?|exports?|imports|turnover|inflation|output|losses|bonus(?:es)?|ventas|ingresos|resultados|chiffre|recettes|ventes|receitas|vendas|выручк\\p{L}*|прибыл\\p{L}*)(?!\\p{L})");

	private static final Pattern QUARTER_BEFORE = of(
			"(?:(?<!\\p{L})(?:(?:end|start|beginning|middle|rest|quarters?|half|close)\\s+of|early|late|mid|by|during|since|until|till|fiscal|fy|this\\s+year['’]s|last\\s+year['’]s|next"
					+ "|revenue\\s+(?:in|for)|results\\s+(?:in|for)|sales\\s+(?:in|for)|growth\\s+in|quarters?:?)|(?:19|20)\\p{Nd}{2},?|FY\\s?['’]?\\p{Nd}{2,4},?)[\\s-]+$");

	/** "Ich frage 5 Leute", "wij vragen 5 mensen". */
	private static final Pattern ASKS_BEFORE = of("(?<!\\p{L})(?:ich|wir|sie|ik|wij|we)\\s++$");

	/** "Um zu fragen"; but "zu Frage 5" and "zu Fragen 5 und 7" mention questions. */
	private static final Pattern TO_BEFORE = of("(?<!\\p{L})(?:zu|te)\\s++$");

	private static final Pattern TO_ASK = Pattern.compile("(?:fragen|vragen)(?!\\p{L})");

	private static final Pattern ASKS = of("(?:fragen?|vraag|vragen)(?!\\p{L})");

	private static final Pattern PRODUCT_BEFORE = of(
			"(?<!\\p{L})(?:audi|infiniti|samsung|leica|pentax|chery|qled|boeing|bombardier|dash\\s+8|de\\s+havilland"
					+ "|co-?enzym\\p{L}*|vitamins?|vitamina|ubiquinone|quartil\\p{L}*|percentil\\p{L}*|коэнзим|кофермент|اودي|أودي|ауди|奥迪|アウディ|コエンザイム|辅酶)\\s*$");

	private static final Pattern PRODUCT_AFTER = ahead(
			"\\s++(?:co-?enzym\\p{L}*|engines?|filters?|models?|fever|creams?|serums?|supplements?|capsules?|tablets?|pills?"
					+ "|suvs?|cars?|sedans?|hybrids?|tdi|tfsi|e-?tron|quattro|steel|aircraft|planes?|turboprops?|tvs?|panels?|soundbars?"
					+ "|journals?|quartiles?|percentiles?|receptors?|proteins?|lubricants?|fieber|fièvre|fiebre|febbre)(?!\\p{L})");

	/**
	 * What may follow the last number of a list: the end, punctuation, or a word that is
	 * no counted thing.
	 */
	private static final Pattern LIST_ENDS = ahead(
			"\\s*+(?:$|(?:[mtsnljdc]|qu)[’']\\p{L}|[^\\p{L}\\p{N}\\s$€£%#@'’]|[’'](?!s)|(?=[\\p{L}&&[^\\p{IsLatin}]])(?!"
					+ COUNT.replace("\\s+", "\\s*") + ")"
					+ "|(?:and|or|is|are|was|were|be|been|has|have|had|do|does|did|can|could|should|would|will|may|might|must|in|on|of|at|to|for|from|with|by|as|about|above|below|here|there|both|all|also|too|together|please"
					+ "|yet|already|anyway|too|instead|next|later|because|since|but|so|than|that|which|who|whose|where|when|while|if|i|we|you|they|he|she|it|my|our|your|his|her|their|its|this|these|those|the|a|an|again|respectively|still|not|never|seem|deserve|need"
					+ "|ask|asked|raise|raised|concern|touch|overlap|belong|follow|remain|were|look|go|share|get|got|make|mean|relate|fit|come|came|point|how|what|why|only|first|now|today|yesterday|really|hello|thanks"
					+ "|e|o|u|es|son|fue|fueron|de|del|en|al|para|por|con|como|sobre|que|se|no|ya|también|el|la|los|las|un|una|me|te|le|les|mi|tu|su|ambas|ambos|porque|pero|y|tratan|piden"
					+ "|et|ou|est|sont|du|des|au|aux|pour|par|avec|comme|sur|qui|ne|nous|vous|je|il|elle|ils|elles|un|une|ce|ces|mon|ma|mes|car|mais|aussi|portent"
					+ "|foi|são|da|do|dos|das|em|na|à|ao|com|não|também|os|as|um|uma|eu|nós|porque|mas|tratam)(?!\\p{L}))");

	/** "We question two of the bills." */
	private static final Pattern VERB_BEFORE = of(
			"(?<!\\p{L})(?:i|we|you|they|us|(?<!(?:back|come|came|go|turn|return|as|answer|reply|respond|speak|regard|respect|next|thanks)\\s)to|not|don['’]t|may|might|can|could|should|would|will|shall|must|never|always|often|also|who)"
					+ "[\\s\\u00A0\\u202F]{1,8}+$");

	private FalsePositives() {
	}

	/**
	 * Whether the text before the numbers says that they are no questions of the topic.
	 * @param brief whether they are introduced by "Q" and not by a word
	 */
	static boolean isBefore(CharSequence text, int start, boolean brief, List<QuestionNumber> numbers) {
		var before = text.subSequence(Math.max(0, start - NEAR), start);
		if (SURVEY_BEFORE.matcher(before).find()) {
			return true;
		}
		return brief && (PRODUCT_BEFORE.matcher(before).find()
				|| (mayBeQuarter(numbers) && QUARTER_BEFORE.matcher(before).find()));
	}

	/** Whether the text behind the numbers says so. */
	static boolean isAfter(CharSequence text, int end, boolean brief, List<QuestionNumber> numbers) {
		var after = text.subSequence(end, Math.min(text.length(), end + NEAR));
		if (COUNTED.matcher(after).lookingAt()) {
			return true;
		}
		if (SURVEY_LINK.matcher(after).lookingAt() && SURVEY_AFTER.matcher(after).lookingAt()) {
			return true;
		}
		return brief && (PRODUCT_AFTER.matcher(after).lookingAt()
				|| (mayBeQuarter(numbers) && QUARTER_AFTER.matcher(after).lookingAt()));
	}

	/** Whether the word "question" is a verb in English. */
	static boolean isVerbInEnglish(CharSequence text, int start) {
		return VERB_BEFORE.matcher(text.subSequence(Math.max(0, start - 24), start)).find();
	}

	/** Whether the word for a question is a verb in German or Dutch. */
	static boolean isVerb(CharSequence text, int start) {
		if (!ASKS.matcher(text).region(start, text.length()).lookingAt()) {
			return false;
		}
		var before = text.subSequence(Math.max(0, start - 8), start);
		return ASKS_BEFORE.matcher(before).find()
				|| (TO_BEFORE.matcher(before).find() && TO_ASK.matcher(text).region(start, text.length()).lookingAt());
	}

	private static boolean mayBeQuarter(List<QuestionNumber> numbers) {
		return numbers.stream().allMatch((number) -> number.major() <= 4 && !number.isSub());
	}

	/** Whether a list of numbers may end here: no counted thing follows. */
	static boolean isEndOfList(CharSequence text, int place) {
		return LIST_ENDS.matcher(text.subSequence(place, Math.min(text.length(), place + NEAR))).lookingAt();
	}

	/** A pattern that is tried at one place only. */
	private static Pattern ahead(String pattern) {
		return of("\\A(?:" + pattern + ")");
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
