package org.afterword.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Notices sources that a text announces and does not link: "Here is a policy paper on
 * this:", and nothing follows. Lists lose their links when they are copied from mail or
 * from a page; whoever reads "the attached handbook" years later looks for it in vain.
 */
public final class Announcements {

	private static final int MOST = 20;

	private static final int LONGEST = 300;

	private static final Pattern SENTENCE = Pattern.compile("[^.!?;:\\n。！？；：؟؛]+[.!?;:。！？；：؟؛]?");

	private static final String SOURCE = "(?:reports?|handbooks?|manuals?|articles?|stud(?:y|ies)|websites?|toolkits?|brochures?|leaflets?|videos?|slides|presentations?"
			+ "|fact\\s?sheets?|guidelines?|guides?|papers?|briefs?|books?|documents?|publications?|pages?|links?|maps?|theses|thesis|minutes|contract|tables?|podcasts?|case\\s+studies)";

	/** What follows a source, and not the second half of another word. */
	private static final String ENGLISH_END = "(?=\\s*(?:$|[^\\p{L}\\s])|\\s+(?:on|about|of|by|for|from|in|to|that|which|with|below|attached|here|and|useful|helpful|we|I)(?!\\p{L}))";

	/** Up to four words in between, none of which says that there is none. */
	private static final String FEW = "(?:(?!(?:not|no|never|lost|if)(?!\\p{L}))[\\p{L}\\p{M}\\p{N}'’-]++\\s++){0,4}?";

	private static final String SHOWS = "(?:explains?|shows?|compares?|describes?|covers?|gives?|lists?|discusses|contains?|deals?|looks?|argues?|answers?|summari[sz]es?|(?:might|may|could|will|can)\\s+(?:also\\s+)?(?:be|help)|is\\s+(?:very\\s+)?(?:useful|helpful|excellent|good))";

	private static final String SEE = "(?:see|read|watch|recommend|consult|use|look\\s+at|take\\s+a\\s+look\\s+at|have\\s+a\\s+look\\s+at|check(?:\\s+out)?|found|find|try)";

	private static final List<Pattern> ENGLISH = List.of(
			of("(?<!\\p{L})here(?:\\s+is|\\s+are|['’]s)\\s+(?:an?|the|our|some|two|three|another)?\\s*(?<what>" + FEW
					+ SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})the\\s+following\\s+(?<what>" + FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:this|these)\\s+(?<what>" + FEW + SOURCE
					+ ")(?:\\s+(?:on|about|by|from)\\s+[\\p{L}\\s]{1,40}?)?\\s+(?:also\\s+|really\\s+)?" + SHOWS
					+ "(?!\\p{L})"),
			of("(?<!\\p{L})" + SEE + "\\s+(?:this|these)\\s+(?<what>" + FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:attached|enclosed)\\s+(?:(?:is|are|you\\s+will\\s+find|please\\s+find)\\s+)?(?:an?|the|our|some)?\\s*(?<what>"
					+ FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:I|we)(?:\\s+am|['’]m|\\s+are|\\s+have)?\\s+(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))\\s+(?:an?|the|our|some)?\\s*(?<what>"
					+ FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?<what>" + SOURCE + ")(?:,\\s*|\\s+(?:is\\s+|are\\s+)?)(?:attached|enclosed)(?!\\p{L})"),
			of("(?<!\\p{L})(?:see|find|read|look\\s+at|watch|in)\\s+(?:the\\s+|our\\s+)?(?<what>" + FEW + SOURCE
					+ ")(?:\\s+(?:on|about)\\s+[\\p{L}\\s]{1,40}?)?\\s+below(?!\\p{L})"),
			of("(?<!\\p{L})below\\s+(?:is|are)\\s+(?:an?|the|our|some)?\\s*(?<what>" + FEW + SOURCE + ")"
					+ ENGLISH_END),
			of("(?<!\\p{L})(?<what>" + SOURCE + ")[^.]{0,30}?[(,]\\s*(?:see|link)\\s+below"));

	private static final String SPANISH_SOURCE = "(?:informes?|manual(?:es)?|guías?|artículos?|estudios?|documentos?|v[ií]deos?|enlaces?|libros?|folletos?|presentaci(?:ón|ones)|páginas?|sitio|publicaci(?:ón|ones))";

	private static final List<Pattern> SPANISH = List.of(of(
			"(?<!\\p{L})aquí\\s+(?:está|están|hay|tienen|va|(?:les|te|os)\\s+dejo)\\s+(?:el|la|los|las|una?|un)?\\s*(?<what>"
					+ SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:el|la|los|las)\\s+siguientes?\\s+(?<what>" + SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:en\\s+)?est[eao]s?\\s+(?<what>" + SPANISH_SOURCE
					+ ")\\s+(?:sobre\\s+[\\p{L}\\s]{1,40}?\\s+)?(?:lo\\s+|la\\s+|se\\s+)?(?:explica|muestra|compara|describe|trata|contiene|responde|resume|analiza)n?(?!\\p{L})"),
			of("(?<!\\p{L})(?:adjunt[oa]|adjuntamos|dejo|comparto)\\s+(?:el|la|los|las|una?|un)?\\s*(?<what>"
					+ SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + SPANISH_SOURCE + ")\\s+(?:adjunt[oa]s?|que\\s+adjunto|anex[oa]s?)(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + SPANISH_SOURCE
					+ ")\\s+(?:que\\s+\\p{L}+\\s+)?(?:abajo|a\\s+continuación|más\\s+abajo)(?!\\p{L})"));

	private static final String FRENCH_SOURCE = "(?:rapports?|manuels?|guides?|articles?|études?|documents?|vidéos?|liens?|livres?|brochures?|présentations?|pages?|site|note(?:\\s+de\\s+synthèse)?|publications?)";

	private static final List<Pattern> FRENCH = List.of(
			of("(?<!\\p{L})voici\\s+(?:le\\s+|la\\s+|les\\s+|l['’]|une?\\s+|des\\s+|notre\\s+)?(?<what>"
					+ FRENCH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + FRENCH_SOURCE + ")\\s+suivante?s?(?!\\p{L})"),
			of("(?<!\\p{L})(?:ce|cet|cette|ces)\\s+(?<what>" + FRENCH_SOURCE
					+ ")\\s+(?:sur\\s+[\\p{L}\\s]{1,40}?\\s+)?(?:l['’]|les?\\s+|la\\s+)?(?:explique|montre|compare|décrit|traite|contient|répond|résume|analyse)(?:nt)?(?!\\p{L})"),
			of("(?<!\\p{L})(?:regardez|voyez|lisez|consultez)\\s+(?:ce|cet|cette|ces)\\s+(?<what>" + FRENCH_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:ci-joint|ci-joints|je\\s+joins|nous\\s+joignons)\\s+(?:le\\s+|la\\s+|les\\s+|l['’]|une?\\s+)?(?<what>"
					+ FRENCH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + FRENCH_SOURCE
					+ ")\\s+(?:ci-jointe?s?|en\\s+pièce\\s+jointe|en\\s+annexe|ci-dessous)(?!\\p{L})"));

	private static final String PORTUGUESE_SOURCE = "(?:relatórios?|manua(?:l|is)|guias?|artigos?|estudos?|documentos?|v[ií]deos?|links?|livros?|folhetos?|apresentaç(?:ão|ões)|páginas?|publicaç(?:ão|ões))";

	private static final List<Pattern> PORTUGUESE = List.of(
			of("(?<!\\p{L})aqui\\s+(?:está|estão|vai|fica)\\s+(?:o|a|os|as|um|uma)?\\s*(?<what>" + PORTUGUESE_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})segue(?:m)?\\s+(?:em\\s+anexo\\s+)?(?:o|a|os|as)?\\s*(?<what>" + PORTUGUESE_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:o|a|os|as)\\s+seguintes?\\s+(?<what>" + PORTUGUESE_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})est[ea]s?\\s+(?<what>" + PORTUGUESE_SOURCE
					+ ")\\s+(?:sobre\\s+[\\p{L}\\s]{1,40}?\\s+)?(?:explica|mostra|compara|descreve|trata|contém|responde|resume|analisa)m?(?!\\p{L})"),
			of("(?<!\\p{L})recomendo\\s+est[ea]s?\\s+(?<what>" + PORTUGUESE_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + PORTUGUESE_SOURCE + ")\\s+(?:em\\s+anexo|anex[oa]s?|abaixo)(?!\\p{L})"));

	private static final String ARABIC_SOURCE = "(?:(?:ال)?(?:تقرير|دليل|دراسة|مقال|مقالة|كتاب|كتيب|رابط|وثيقة|فيديو|عرض))";

	private static final List<Pattern> ARABIC = List.of(
			of("(?<!\\p{L})(?:إليكم|اليكم|إليك|هاكم|أرفق(?:\\s+لكم)?|مرفق|نرفق(?:\\s+لكم)?)\\s+(?<what>" + ARABIC_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})هذ[اه]\\s+(?<what>" + ARABIC_SOURCE
					+ ")\\s+[يت](?:قارن|شرح|بين|وضح|صف|تناول|لخص)(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + ARABIC_SOURCE + ")\\s+(?:التالي|التالية|أدناه|المرفق|المرفقة)(?!\\p{L})"));

	private static final String RUSSIAN_SOURCE = "(?:отчёт|отчет|стать|инструкци|руководств|исследовани|документ|видео|ссылк|книг|брошюр|презентаци|доклад)\\p{L}{0,3}";

	private static final List<Pattern> RUSSIAN = List.of(
			of("(?<!\\p{L})вот\\s+(?<what>(?:\\p{L}+\\s+)?" + RUSSIAN_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:прилагаю|прикладываю|прикрепляю|во\\s+вложении|смотрите|смотри|см\\.)\\s+(?<what>(?:\\p{L}+\\s+)?"
					+ RUSSIAN_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:в\\s+)?эт(?:ом|ой|от|а)\\s+(?<what>" + RUSSIAN_SOURCE
					+ ")\\s+(?:сравнива|описыва|объясня|показыва|рассматрива|содерж)\\p{L}+"),
			of("(?<!\\p{L})(?:следующ|приложенн)\\p{L}{2,3}\\s+(?<what>" + RUSSIAN_SOURCE + ")(?!\\p{L})"));

	private static final String CHINESE_SOURCE = "(?:报告|報告|手册|手冊|指南|论文|論文|文章|研究|视频|影片|链接|連結|文件|文档|资料)";

	private static final List<Pattern> CHINESE = List.of(
			of("(?:以下是|这是|這是)[^，。：？！]{0,16}?(?<what>" + CHINESE_SOURCE + ")(?=[：:。，]|$)"),
			of("[这這][份篇本个個][^，。：？！]{0,4}?(?<what>" + CHINESE_SOURCE + ")(?:比较|比較|介绍|介紹|说明|說明|解释|解釋|包含)"),
			of("附件(?:是|中的|里的|為|为)[^，。：？！]{0,10}?(?<what>" + CHINESE_SOURCE + ")"));

	private static final List<Pattern> ALL = List.of(ENGLISH, SPANISH, FRENCH, PORTUGUESE, ARABIC, RUSSIAN, CHINESE)
		.stream()
		.flatMap(List::stream)
		.toList();

	/**
	 * One of these stands in the name of every kind of source above, in small letters.
	 */
	private static final List<String> STEMS = List.of("report", "handbook", "manual", "manuel", "article", "stud",
			"site", "toolkit", "brochure", "leaflet", "video", "vídeo", "vidéo", "slide", "presentation",
			"présentation", "presentaci", "apresentaç", "fact", "guid", "guía", "guia", "paper", "brief", "book",
			"document", "publica", "page", "página", "link", "map", "thes", "minutes", "contract", "table", "podcast",
			"informe", "artículo", "artigo", "estud", "étude", "enlace", "libro", "livro", "livre", "folleto",
			"folheto", "sitio", "rapport", "lien", "note", "relatório", "manua", "تقرير", "دليل", "دراسة", "مقال",
			"كتاب", "كتيب", "رابط", "وثيقة", "فيديو", "عرض", "отчёт", "отчет", "стать", "инструкци", "руководств",
			"исследовани", "документ", "видео", "ссылк", "книг", "брошюр", "презентаци", "доклад", "报告", "報告", "手册",
			"手冊", "指南", "论文", "論文", "文章", "研究", "视频", "影片", "链接", "連結", "文件", "文档", "资料");

	/** "Here are a report and a map:" announces two. */
	private static final Pattern AND_ANOTHER = of(
			"\\s+and\\s+(?:an?|the|our)\\s+(?<what>" + FEW + SOURCE + ")" + ENGLISH_END);

	/** Somebody asks for it, or says that it is yet to come. */
	private static final Pattern WANTED = of(
			"(?<!\\p{L})(?:will\\s+send|would\\s+(?:love|like)|need|should|if\\s+you|si\\s+(?:tienen|vous|alguien)|necesitamos|precisamos|il\\s+nous\\s+faut|нужн\\p{L}+|نحتاج|我们需要)(?!\\p{L})");

	private Announcements() {
	}

	/**
	 * A source that is announced and has no address.
	 *
	 * @param what the words that name it: "policy paper"
	 * @param sentence that announces it
	 */
	public record Announced(String what, String sentence) {
	}

	/**
	 * Whether a line names any kind of source. Much cheaper than reading it: of a long
	 * text, only such lines need be read.
	 */
	public static boolean mayBeIn(String line) {
		var small = line.toLowerCase(Locale.ROOT);
		return STEMS.stream().anyMatch(small::contains);
	}

	/**
	 * What a text announces where neither its paragraph nor the next one holds an
	 * address; nothing of what it quotes. The first 20.
	 */
	public static List<Announced> in(Markup.Document document) {
		var announced = new ArrayList<Announced>();
		var passages = document.passages();
		for (var at = 0; at < passages.size() && announced.size() < MOST; at++) {
			var passage = passages.get(at);
			var linked = passage.linked() || (at + 1 < passages.size() && passages.get(at + 1).linked());
			if (!linked && !passage.quoted()) {
				read(passage.words(), announced);
			}
		}
		return List.copyOf(announced.subList(0, Math.min(MOST, announced.size())));
	}

	private static void read(String words, List<Announced> announced) {
		var sentences = SENTENCE.matcher(Budget.watched(words));
		while (announced.size() < MOST && sentences.find()) {
			var sentence = sentences.group().strip();
			var asks = sentence.endsWith("?") || sentence.endsWith("？") || sentence.endsWith("؟");
			if (!asks && mayBeIn(sentence) && !WANTED.matcher(Budget.watched(sentence)).find()) {
				sentence(sentence, announced);
			}
		}
	}

	private static void sentence(String sentence, List<Announced> announced) {
		var read = clip(sentence);
		for (var pattern : ALL) {
			var matcher = pattern.matcher(Budget.watched(read));
			if (matcher.find()) {
				announced.add(new Announced(matcher.group("what").strip(), read));
				var another = AND_ANOTHER.matcher(read).region(matcher.end(), read.length());
				if (another.lookingAt()) {
					announced.add(new Announced(another.group("what").strip(), read));
				}
				return;
			}
		}
	}

	private static String clip(String sentence) {
		var plain = withSingleSpaces(sentence.replace("\uFFFC", ""));
		return (plain.length() <= LONGEST) ? plain : plain.substring(0, LONGEST).strip() + "…";
	}

	/** So that no pattern has to decide between spaces. */
	private static String withSingleSpaces(String words) {
		var plain = new StringBuilder(words.length());
		for (var at = 0; at < words.length(); at++) {
			var gap = Character.isWhitespace(words.charAt(at));
			if (!gap) {
				plain.append(words.charAt(at));
			}
			else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
				plain.append(' ');
			}
		}
		return plain.toString().strip();
	}

	private static Pattern of(String pattern) {
		return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
