package org.afterword.imports.exports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The words of chats, in the languages that the tools speak. */
final class ChatWords {

	/** What stands before the sender, with what stands before the recipient. */
	private static final Map<String, Set<String>> FROM_TO = Map.ofEntries(Map.entry("from", Set.of("to")),
			Map.entry("von", Set.of("an")), Map.entry("de", Set.of("a", "à", "para", "pour")),
			Map.entry("da", Set.of("a")), Map.entry("van", Set.of("aan", "naar")), Map.entry("från", Set.of("till")),
			Map.entry("fra", Set.of("til")), Map.entry("od", Set.of("do", "komu", "za")),
			Map.entry("от", Set.of("кому", "для", "к", "до")), Map.entry("від", Set.of("до", "для", "кому")),
			Map.entry("من", Set.of("إلى", "الى")), Map.entry("kimden", Set.of("kime")),
			Map.entry("gönderen", Set.of("alıcı")), Map.entry("从", Set.of("到", "至")), Map.entry("來自", Set.of("至", "到")),
			Map.entry("来自", Set.of("至", "到", "发送至")), Map.entry("開始", Set.of("宛先", "終了")),
			Map.entry("送信元", Set.of("送信先", "宛先")), Map.entry("보낸", Set.of("받는")),
			Map.entry("dari", Set.of("ke", "kepada", "untuk")), Map.entry("từ", Set.of("đến", "tới")),
			Map.entry("lähettäjä", Set.of("vastaanottaja")), Map.entry("kutoka", Set.of("kwa")),
			Map.entry("ce", Set.of("vers")), Map.entry("de la", Set.of("către")));

	/** Recipients who are the whole audience. */
	private static final Set<String> EVERYONE = Set.of("everyone", "everybody", "all", "all attendees",
			"all participants", "all panelists and attendees", "panelists and attendees", "everyone in meeting",
			"everyone in the meeting", "everyone in webinar", "everyone in main session", "everyone in waiting room",
			"everyone publicly", "alle", "jeder", "alle teilnehmer", "alle teilnehmenden", "an alle", "jeden",
			"alle diskussionsteilnehmer und teilnehmer", "alle podiumsteilnehmer und teilnehmer", "todos", "a todos",
			"todas", "todas las personas", "todos los panelistas y asistentes", "todos los asistentes",
			"todos os painelistas e participantes", "todos os participantes", "tous", "toutes", "à tous",
			"tout le monde", "tous les participants", "tous les panélistes et participants", "tutti",
			"tutti i partecipanti", "tutti i panelist e partecipanti", "iedereen", "alla", "все", "всем", "всех", "всі",
			"усі", "всім", "всіх", "wszyscy", "wszystkich", "všichni", "všem", "mindenki", "toți", "toată lumea",
			"herkes", "الجميع", "للجميع", "جميع المشاركين", "所有人", "全员", "所有参会者", "全体", "大家", "全員", "皆", "皆さん", "みんな",
			"모두", "모든 사람", "전체", "semua", "semua orang", "tất cả", "mọi người", "kaikki", "kila mtu", "wote", "όλους",
			"όλοι", "सभी", "সবাই", "ทุกคน", "כולם", "همه", "svi", "svima");

	/** Recipients who are the hosts and speakers only. */
	private static final Set<String> PANEL = Set.of("hosts and panelists", "host and panelists", "all panelists",
			"panelists", "hosts", "host", "all hosts", "hosts and co-hosts", "organizers", "presenters",
			"alle podiumsteilnehmer", "alle diskussionsteilnehmer", "hosts und podiumsteilnehmer",
			"hosts und diskussionsteilnehmer", "gastgeber und diskussionsteilnehmer", "todos los panelistas",
			"anfitriones y panelistas", "hosts e painelistas", "anfitriões e painelistas", "todos os painelistas",
			"tous les panélistes", "hôtes et panélistes", "tutti i panelist", "host e panelist", "все панелисты",
			"организаторы и панелисты", "организаторы и участники дискуссии", "主持人和嘉宾", "主持人和专题讨论者", "主持人与嘉宾",
			"ホストとパネリスト", "すべてのパネリスト", "호스트 및 패널리스트", "المضيفون والمتحدثون", "المضيفون وأعضاء اللجنة");

	/** In brackets, alone: "(Private Sector)" is an employer. */
	private static final Set<String> PRIVATE = Set.of("direct", "private", "privé", "privée", "privat", "dm", "pm",
			"privado", "privada", "privato", "privata", "direkt", "direto", "directo", "diretto", "en privado",
			"em privado", "in privato", "en privé", "özel", "私", "個人", "个人", "개인", "خاص", "خاصة", "निजी", "פרטי",
			"خصوصی", "riêng", "ส่วนตัว", "personal", "лс");

	/** In brackets, anywhere. */
	private static final List<String> SAYS_PRIVATE = List.of("direct message", "direct msg", "directmessage",
			"privately", "private message", "private chat", "only to", "direktnachricht", "direkte nachricht",
			"private nachricht", "persönliche nachricht", "mensaje directo", "mensaje privado", "message direct",
			"message privé", "mensagem direta", "mensagem privada", "mensagem particular", "messaggio diretto",
			"messaggio privato", "direct bericht", "privébericht", "личн", "приват", "прямое", "пряме", "особист",
			"doğrudan", "özel mesaj", "ダイレクト", "プライベート", "直接", "私信", "私聊", "单独", "直接消息", "私人", "직접", "다이렉트", "비공개",
			"رسالة مباشرة", "رسالة خاصة", "bezpośredni", "prywatn", "soukrom", "pesan langsung", "pesan pribadi",
			"tin nhắn trực tiếp", "tin nhắn riêng", "moja kwa moja", "faragha", "yksityi", "direktmeddelande",
			"privatmeddelande", "privat melding", "direkte besked");

	private static final Set<String> ROLES = Set.of("guest", "unverified", "external", "host", "co-host", "cohost",
			"me", "you", "organizer", "organiser", "presenter", "moderator", "attendee", "panelist", "gast", "extern",
			"invitado", "invité", "convidado", "ospite", "гость", "ضيف");

	private static final int LONGEST_NOTICE = 300;

	private static final Set<String> PARTICLES = Set.of("de", "da", "do", "dos", "das", "del", "della", "di", "du",
			"la", "le", "van", "von", "der", "den", "ten", "ter", "zu", "bin", "ibn", "bint", "al", "el", "y", "e",
			"af", "av", "und", "and", "&");

	/** What WhatsApp and its like say in the place of somebody's words. */
	private static final List<String> NOTICES = List.of("image omitted", "video omitted", "audio omitted",
			"sticker omitted", "gif omitted", "document omitted", "contact card omitted", "video note omitted",
			"media omitted", "this message was deleted", "you deleted this message",
			"messages and calls are end-to-end", "messages to this group are now secured",
			"messages you send to this group are", "waiting for this message", "missed voice call", "missed video call",
			"null", "bild weggelassen", "video weggelassen", "audio weggelassen", "sticker weggelassen",
			"diese nachricht wurde gelöscht", "nachrichten und anrufe sind ende-zu-ende", "imagen omitida",
			"video omitido", "audio omitido", "sticker omitido", "se eliminó este mensaje", "eliminaste este mensaje",
			"los mensajes y las llamadas están cifrados", "image absente", "vidéo absente", "audio omis",
			"ce message a été supprimé", "les messages et les appels sont chiffrés", "imagem ocultada", "vídeo omitido",
			"áudio ocultado", "figurinha omitida", "mensagem apagada", "as mensagens e as chamadas são protegidas",
			"изображение отсутствует", "это сообщение удалено", "данное сообщение удалено",
			"сообщения и звонки защищены", "تم حذف هذه الرسالة", "الرسائل والمكالمات مشفرة");

	/** Behind the name of who did it. */
	private static final List<String> DEEDS = List.of(" joined", " left", " was added", " added ", " removed ",
			" created ", " changed ", " pinned ", " started a call", " requested to join");

	/** The last ones: behind the recipient stand no more. */
	private static final int MOST_BRACKETS = 4;

	private ChatWords() {
	}

	static boolean isFrom(String word) {
		return FROM_TO.containsKey(plain(word));
	}

	static Set<String> toAfter(String from) {
		return FROM_TO.getOrDefault(plain(from), Set.of());
	}

	static @Nullable Audience audience(String recipient) {
		var plain = plain(recipient.replace("(", " ").replace(")", " ").replace("（", " ").replace("）", " "));
		if (PANEL.contains(plain)) {
			return Audience.PANEL;
		}
		return EVERYONE.contains(plain) ? Audience.EVERYONE : null;
	}

	/** Whether the head of a message says that it was for one person. */
	static boolean isMarkedPrivate(String head) {
		var looked = 0;
		for (var open = opening(head, head.length() - 1); open >= 0
				&& looked++ < MOST_BRACKETS; open = opening(head, open - 1)) {
			var inside = plain(head.substring(open + 1, closing(head, open + 1)));
			if (PRIVATE.contains(inside) || SAYS_PRIVATE.stream().anyMatch(inside::contains)) {
				return true;
			}
		}
		return false;
	}

	/** Whether the words, which stood in brackets, say nothing but that it is private. */
	static boolean saysPrivate(String words) {
		var inside = plain(words);
		return PRIVATE.contains(inside) || saysIt(inside);
	}

	/** The same without the words that may as well begin a question: "(direct) costs". */
	static boolean surelySaysPrivate(String words) {
		return saysIt(plain(words));
	}

	private static boolean saysIt(String inside) {
		// "личн" begins several words; "privately owned" says something else.
		return inside.startsWith("direct message") || inside.startsWith("privately to ")
				|| inside.startsWith("only to ") || inside.startsWith("private to ")
				|| SAYS_PRIVATE.stream()
					.anyMatch((one) -> inside.equals(one) || (inside.length() <= 30 && inside.startsWith(one)
							&& Character.isLetter(inside.charAt(one.length()))));
	}

	/** What tools write behind a name: "(Guest)", "(Unverified)". */
	static boolean isRole(String bracketed) {
		return ROLES.contains(plain(bracketed.substring(1, bracketed.length() - 1)));
	}

	/** "van der Berg", "Ana de Souza". */
	static boolean isParticle(String word) {
		return PARTICLES.contains(word);
	}

	/**
	 * Whether a message is none of somebody's words: "<Media omitted>", "Ana left".
	 */
	static boolean isNotice(String sender, String text) {
		if (text.length() > LONGEST_NOTICE) {
			return false;
		}
		var words = plain(text);
		var bracketed = words.startsWith("<") && words.indexOf('>') == words.length() - 1;
		var attached = words.startsWith("<attached:") || words.endsWith("(file attached)");
		var own = !sender.isEmpty() && words.startsWith(plain(sender) + " ")
				&& DEEDS.stream().anyMatch(words.substring(sender.length())::startsWith);
		return bracketed || attached || own || NOTICES.stream().anyMatch(words::startsWith);
	}

	static String withoutEdited(String text) {
		var words = "<This message was edited>";
		return text.endsWith(words) ? text.substring(0, text.length() - words.length()).strip() : text;
	}

	private static int opening(String head, int from) {
		for (var at = from; at >= 0; at--) {
			if ("([（［【".indexOf(head.charAt(at)) >= 0) {
				return at;
			}
		}
		return -1;
	}

	private static int closing(String head, int from) {
		var at = from;
		while (at < head.length() && ")]）］】".indexOf(head.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

	static String plain(String words) {
		var plain = new StringBuilder();
		var space = false;
		var small = words.toLowerCase(Locale.ROOT);
		for (var at = 0; at < small.length(); at++) {
			var sign = small.charAt(at);
			if (Character.isWhitespace(sign)) {
				space = !plain.isEmpty();
			}
			else {
				plain.append(space ? " " : "").append(sign);
				space = false;
			}
		}
		return plain.toString();
	}

	/** Who could read a message. */
	enum Audience {

		EVERYONE, PANEL, ONE_PERSON

	}

}
