package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.afterword.kernel.Budget;

/**
 * Notices sources that a text announces and does not link: "Here is a policy paper on
 * this:", and nothing follows. Lists lose their links when they are copied from mail or
 * from a page; whoever reads "the attached handbook" years later looks for it in vain.
 */
public final class Announcements {

	private static final int MOST = 20;

	private static final int LONGEST = 300;

	private static final Pattern SENTENCE = Pattern.compile("[^.!?;:\\n。！？；：؟؛]+[.!?;:。！？；：؟؛]?");

	// The patterns are for sentences with single spaces: none has to decide between them.

	private static final String SOURCE = "(?:reports?|handbooks?|manuals?|articles?|stud(?:y|ies)|websites?|toolkits?|brochures?|leaflets?|videos?|slides|presentations?"
			+ "|fact ?sheets?|guidelines?|guides?|papers?|briefs?|books?|documents?|publications?|pages?|links?|maps?|theses|thesis|minutes|contract|tables?|podcasts?|case studies)";

	/** What follows a source, and not the second half of another word. */
	private static final String ENGLISH_END = "(?= ?(?:$|[^\\p{L} ])| (?:on|about|of|by|for|from|in|to|that|which|with|below|attached|here|and|useful|helpful|we|I)(?!\\p{L}))";

	/** Up to four words in between, none of which says that there is none. */
	private static final String FEW = "(?:(?!(?:not|no|never|lost|if)(?!\\p{L}))[\\p{L}\\p{M}\\p{N}'’-]++ ){0,4}?";

	/** What a source is on: up to eight words. */
	private static final String TOPIC = "\\p{L}++(?: \\p{L}++){0,7}?";

	private static final String SHOWS = "(?:explains?|shows?|compares?|describes?|covers?|gives?|lists?|discusses|contains?|deals?|looks?|argues?|answers?|summari[sz]es?|(?:might|may|could|will|can) (?:also )?(?:be|help)|is (?:very )?(?:useful|helpful|excellent|good))";

	private static final String SEE = "(?:see|read|watch|recommend|consult|use|look at|take a look at|have a look at|check(?: out)?|found|find|try)";

	private static final List<Pattern> ENGLISH = List.of(
			of("(?<!\\p{L})here(?: is| are|['’]s) (?:(?:an?|the|our|some|two|three|another) )?(?<what>"
					+ FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})the following (?<what>" + FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:this|these) (?<what>" + FEW + SOURCE + ")(?: (?:on|about|by|from) " + TOPIC
					+ ")? (?:also |really )?" + SHOWS + "(?!\\p{L})"),
			of("(?<!\\p{L})" + SEE + " (?:this|these) (?<what>" + FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:attached|enclosed) (?:(?:is|are|you will find|please find) )?(?:(?:an?|the|our|some) )?(?<what>"
					+ FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?:I|we)(?: am|['’]m| are| have)? (?:attach(?:ed|ing)?|enclos(?:e|ed|ing)) (?:(?:an?|the|our|some) )?(?<what>"
					+ FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?<what>" + SOURCE + ")(?:, ?| (?:is |are )?)(?:attached|enclosed)(?!\\p{L})"),
			of("(?<!\\p{L})(?:see|find|read|look at|watch|in) (?:the |our )?(?<what>" + FEW + SOURCE
					+ ")(?: (?:on|about) " + TOPIC + ")? below(?!\\p{L})"),
			of("(?<!\\p{L})below (?:is|are) (?:(?:an?|the|our|some) )?(?<what>" + FEW + SOURCE + ")" + ENGLISH_END),
			of("(?<!\\p{L})(?<what>" + SOURCE + ")[^.]{0,30}?[(,] ?(?:see|link) below"));

	private static final String SPANISH_SOURCE = "(?:informes?|manual(?:es)?|guías?|artículos?|estudios?|documentos?|v[ií]deos?|enlaces?|libros?|folletos?|presentaci(?:ón|ones)|páginas?|sitio|publicaci(?:ón|ones))";

	private static final List<Pattern> SPANISH = List.of(
			of("(?<!\\p{L})aquí (?:está|están|hay|tienen|va|(?:les|te|os) dejo) (?:(?:el|la|los|las|una?|un) )?(?<what>"
					+ SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:el|la|los|las) siguientes? (?<what>" + SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:en )?est[eao]s? (?<what>" + SPANISH_SOURCE + ") (?:sobre " + TOPIC
					+ " )?(?:lo |la |se )?(?:explica|muestra|compara|describe|trata|contiene|responde|resume|analiza)n?(?!\\p{L})"),
			of("(?<!\\p{L})(?:adjunt[oa]|adjuntamos|dejo|comparto) (?:(?:el|la|los|las|una?|un) )?(?<what>"
					+ SPANISH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + SPANISH_SOURCE + ") (?:adjunt[oa]s?|que adjunto|anex[oa]s?)(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + SPANISH_SOURCE
					+ ") (?:que \\p{L}++ )?(?:abajo|a continuación|más abajo)(?!\\p{L})"));

	private static final String FRENCH_SOURCE = "(?:rapports?|manuels?|guides?|articles?|études?|documents?|vidéos?|liens?|livres?|brochures?|présentations?|pages?|site|note(?: de synthèse)?|publications?)";

	private static final List<Pattern> FRENCH = List.of(
			of("(?<!\\p{L})voici (?:le |la |les |l['’]|une? |des |notre )?(?<what>" + FRENCH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + FRENCH_SOURCE + ") suivante?s?(?!\\p{L})"),
			of("(?<!\\p{L})(?:ce|cet|cette|ces) (?<what>" + FRENCH_SOURCE + ") (?:sur " + TOPIC
					+ " )?(?:l['’]|les? |la )?(?:explique|montre|compare|décrit|traite|contient|répond|résume|analyse)(?:nt)?(?!\\p{L})"),
			of("(?<!\\p{L})(?:regardez|voyez|lisez|consultez) (?:ce|cet|cette|ces) (?<what>" + FRENCH_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:ci-joint|ci-joints|je joins|nous joignons) (?:le |la |les |l['’]|une? )?(?<what>"
					+ FRENCH_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + FRENCH_SOURCE
					+ ") (?:ci-jointe?s?|en pièce jointe|en annexe|ci-dessous)(?!\\p{L})"));

	private static final String PORTUGUESE_SOURCE = "(?:relatórios?|manua(?:l|is)|guias?|artigos?|estudos?|documentos?|v[ií]deos?|links?|livros?|folhetos?|apresentaç(?:ão|ões)|páginas?|publicaç(?:ão|ões))";

	private static final List<Pattern> PORTUGUESE = List.of(
			of("(?<!\\p{L})aqui (?:está|estão|vai|fica) (?:(?:o|a|os|as|um|uma) )?(?<what>" + PORTUGUESE_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})segue(?:m)? (?:em anexo )?(?:(?:o|a|os|as) )?(?<what>" + PORTUGUESE_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:o|a|os|as) seguintes? (?<what>" + PORTUGUESE_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})est[ea]s? (?<what>" + PORTUGUESE_SOURCE + ") (?:sobre " + TOPIC
					+ " )?(?:explica|mostra|compara|descreve|trata|contém|responde|resume|analisa)m?(?!\\p{L})"),
			of("(?<!\\p{L})recomendo est[ea]s? (?<what>" + PORTUGUESE_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + PORTUGUESE_SOURCE + ") (?:em anexo|anex[oa]s?|abaixo)(?!\\p{L})"));

	private static final String ARABIC_SOURCE = "(?:(?:ال)?(?:تقرير|دليل|دراسة|مقال|مقالة|كتاب|كتيب|رابط|وثيقة|فيديو|عرض))";

	private static final List<Pattern> ARABIC = List.of(
			of("(?<!\\p{L})(?:إليكم|اليكم|إليك|هاكم|أرفق(?: لكم)?|مرفق|نرفق(?: لكم)?) (?<what>" + ARABIC_SOURCE
					+ ")(?!\\p{L})"),
			of("(?<!\\p{L})هذ[اه] (?<what>" + ARABIC_SOURCE + ") [يت](?:قارن|شرح|بين|وضح|صف|تناول|لخص)(?!\\p{L})"),
			of("(?<!\\p{L})(?<what>" + ARABIC_SOURCE + ") (?:التالي|التالية|أدناه|المرفق|المرفقة)(?!\\p{L})"));

	private static final String RUSSIAN_SOURCE = "(?:отчёт|отчет|стать|инструкци|руководств|исследовани|документ|видео|ссылк|книг|брошюр|презентаци|доклад)\\p{L}{0,3}";

	private static final List<Pattern> RUSSIAN = List.of(
			of("(?<!\\p{L})вот (?<what>(?:\\p{L}++ )?" + RUSSIAN_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:прилагаю|прикладываю|прикрепляю|во вложении|смотрите|смотри|см\\.) (?<what>(?:\\p{L}++ )?"
					+ RUSSIAN_SOURCE + ")(?!\\p{L})"),
			of("(?<!\\p{L})(?:в )?эт(?:ом|ой|от|а) (?<what>" + RUSSIAN_SOURCE
					+ ") (?:сравнива|описыва|объясня|показыва|рассматрива|содерж)\\p{L}+"),
			of("(?<!\\p{L})(?:следующ|приложенн)\\p{L}{2,3} (?<what>" + RUSSIAN_SOURCE + ")(?!\\p{L})"));

	private static final String CHINESE_SOURCE = "(?:报告|報告|手册|手冊|指南|论文|論文|文章|研究|视频|影片|链接|連結|文件|文档|资料)";

	private static final List<Pattern> CHINESE = List.of(
			of("(?:以下是|这是|這是)[^，。：？！]{0,16}?(?<what>" + CHINESE_SOURCE + ")(?=[：:。，]|$)"),
			of("[这這][份篇本个個][^，。：？！]{0,4}?(?<what>" + CHINESE_SOURCE + ")(?:比较|比較|介绍|介紹|说明|說明|解释|解釋|包含)"),
			of("附件(?:是|中的|里的|為|为)[^，。：？！]{0,10}?(?<what>" + CHINESE_SOURCE + ")"));

	private static final List<Pattern> ALL = List.of(ENGLISH, SPANISH, FRENCH, PORTUGUESE, ARABIC, RUSSIAN, CHINESE)
		.stream()
		.flatMap(List::stream)
		.toList();

	/** How a paragraph begins that brings something else, too. */
	private static final Pattern ANOTHER = of(
			"(?:(?:also|another|in addition|additionally|besides|moreover|furthermore|and (?:also|another)"
					+ "|también|además|otro|otra|aussi|également|de plus|en outre|un autre|une autre|também|além disso|outro|outra"
					+ "|ayrıca|außerdem|auch|ещё|еще|также|кроме того|أيضًا|أيضا|كذلك|بالإضافة)(?!\\p{L})|另外|此外|还有|還有)");

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
	private static final Pattern AND_ANOTHER = of(" and (?:an?|the|our) (?<what>" + FEW + SOURCE + ")" + ENGLISH_END);

	/** Somebody asks for it, or says that it is yet to come. */
	private static final Pattern WANTED = of(
			"(?<!\\p{L})(?:will send|would (?:love|like)|need|should|if you|si (?:tienen|vous|alguien)|necesitamos|precisamos|il nous faut|нужн\\p{L}+|نحتاج|我们需要)(?!\\p{L})");

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
	public static List<Announced> in(MarkupDocument document) {
		var announced = new ArrayList<Announced>();
		var passages = document.passages();
		for (var at = 0; at < passages.size() && announced.size() < MOST; at++) {
			var passage = passages.get(at);
			var linked = passage.linked() || (at + 1 < passages.size() && brings(passages.get(at + 1)));
			if (!linked && !passage.quoted()) {
				read(passage.words(), announced);
			}
		}
		return List.copyOf(announced.subList(0, Math.min(MOST, announced.size())));
	}

	/** Whether a paragraph holds the address that the one before it announced. */
	private static boolean brings(Passage next) {
		return next.linked() && !ANOTHER.matcher(Budget.watched(next.words().strip())).lookingAt();
	}

	private static void read(String words, List<Announced> announced) {
		var sentences = SENTENCE.matcher(Budget.watched(words));
		while (announced.size() < MOST && sentences.find()) {
			var sentence = withSingleSpaces(sentences.group().replace("\uFFFC", ""));
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
		return (sentence.length() <= LONGEST) ? sentence : sentence.substring(0, LONGEST).strip() + "…";
	}

	/** So that no pattern has to decide between spaces. */
	private static String withSingleSpaces(String words) {
		var plain = new StringBuilder(words.length());
		for (var at = 0; at < words.length(); at++) {
			var gap = Character.isWhitespace(words.charAt(at)) || Character.isSpaceChar(words.charAt(at));
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
