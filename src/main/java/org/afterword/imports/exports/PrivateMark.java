package org.afterword.imports.exports;

import java.util.List;
import java.util.Set;

import org.afterword.imports.words.PlainWords;

/** Marks of messages to one person: "(Direct Message)", "(Privately)", "(私信)". */
final class PrivateMark {

	/** Only the last brackets of a header are read. */
	private static final int MOST_BRACKETS = 4;

	/** A longer text that begins like a mark is something else, in characters. */
	private static final int LONGEST_MARK = 30;

	private static final String OPENING = "([（［【";

	private static final String CLOSING = ")]）］】";

	/** Marks alone in brackets: "(Private Sector)" is an employer. */
	private static final Set<String> WHOLE = Set.of("direct", "private", "privé", "privée", "privat", "dm", "pm",
			"privado", "privada", "privato", "privata", "direkt", "direto", "directo", "diretto", "en privado",
			"em privado", "in privato", "en privé", "özel", "私", "個人", "个人", "개인", "خاص", "خاصة", "निजी", "פרטי",
			"خصوصی", "riêng", "ส่วนตัว", "personal", "лс");

	/** Marks anywhere in brackets. */
	private static final List<String> PHRASES = List.of("direct message", "direct msg", "directmessage", "privately",
			"private message", "private chat", "only to", "direktnachricht", "direkte nachricht", "private nachricht",
			"persönliche nachricht", "mensaje directo", "mensaje privado", "message direct", "message privé",
			"mensagem direta", "mensagem privada", "mensagem particular", "messaggio diretto", "messaggio privato",
			"direct bericht", "privébericht", "личн", "приват", "прямое", "пряме", "особист", "doğrudan", "özel mesaj",
			"ダイレクト", "プライベート", "直接", "私信", "私聊", "单独", "直接消息", "私人", "직접", "다이렉트", "비공개", "رسالة مباشرة", "رسالة خاصة",
			"bezpośredni", "prywatn", "soukrom", "pesan langsung", "pesan pribadi", "tin nhắn trực tiếp",
			"tin nhắn riêng", "moja kwa moja", "faragha", "yksityi", "direktmeddelande", "privatmeddelande",
			"privat melding", "direkte besked");

	private PrivateMark() {
	}

	/** Whether the header of a message has such a mark in brackets. */
	static boolean in(String header) {
		var looked = 0;
		for (var open = opening(header, header.length() - 1); open >= 0
				&& looked++ < MOST_BRACKETS; open = opening(header, open - 1)) {
			var inside = PlainWords.lowerCase(header.substring(open + 1, closing(header, open + 1)));
			if (WHOLE.contains(inside) || PHRASES.stream().anyMatch(inside::contains)) {
				return true;
			}
		}
		return false;
	}

	/** Whether words in brackets say only that the message is private. */
	static boolean is(String words) {
		var inside = PlainWords.lowerCase(words);
		return WHOLE.contains(inside) || isPhrase(inside);
	}

	/** The same without words that may also begin a question: "(direct) costs". */
	static boolean isSurely(String words) {
		return isPhrase(PlainWords.lowerCase(words));
	}

	private static boolean isPhrase(String inside) {
		// "личн" begins several words; "privately owned" means something else.
		return inside.startsWith("direct message") || inside.startsWith("privately to ")
				|| inside.startsWith("only to ") || inside.startsWith("private to ")
				|| PHRASES.stream()
					.anyMatch((one) -> inside.equals(one) || (inside.length() <= LONGEST_MARK && inside.startsWith(one)
							&& Character.isLetter(inside.charAt(one.length()))));
	}

	private static int opening(String header, int from) {
		for (var at = from; at >= 0; at--) {
			if (OPENING.indexOf(header.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

	private static int closing(String header, int from) {
		var at = from;
		while (at < header.length() && CLOSING.indexOf(header.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

}
