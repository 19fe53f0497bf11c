package org.afterword.imports.exports;

import java.util.Map;
import java.util.Set;

import org.afterword.imports.words.PlainWords;
import org.jspecify.annotations.Nullable;

/** The words for senders and recipients of messages, in the languages of the tools. */
final class Recipients {

	/** The words before the recipient, by the word before the sender. */
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

	/** Recipients who are the hosts and panelists only. */
	private static final Set<String> PANEL = Set.of("hosts and panelists", "host and panelists", "all panelists",
			"panelists", "hosts", "host", "all hosts", "hosts and co-hosts", "organizers", "presenters",
			"alle podiumsteilnehmer", "alle diskussionsteilnehmer", "hosts und podiumsteilnehmer",
			"hosts und diskussionsteilnehmer", "gastgeber und diskussionsteilnehmer", "todos los panelistas",
			"anfitriones y panelistas", "hosts e painelistas", "anfitriões e painelistas", "todos os painelistas",
			"tous les panélistes", "hôtes et panélistes", "tutti i panelist", "host e panelist", "все панелисты",
			"организаторы и панелисты", "организаторы и участники дискуссии", "主持人和嘉宾", "主持人和专题讨论者", "主持人与嘉宾",
			"ホストとパネリスト", "すべてのパネリスト", "호스트 및 패널리스트", "المضيفون والمتحدثون", "المضيفون وأعضاء اللجنة");

	private Recipients() {
	}

	/**
	 * The words that may come before the recipient; none if the word is unknown.
	 * @param from the word before the sender, in lower case
	 */
	static Set<String> wordsAfter(String from) {
		return FROM_TO.getOrDefault(from, Set.of());
	}

	/** Null for a recipient who is a person. */
	static @Nullable Audience audience(String recipient) {
		var plain = PlainWords
			.lowerCase(recipient.replace("(", " ").replace(")", " ").replace("（", " ").replace("）", " "));
		if (PANEL.contains(plain)) {
			return Audience.PANEL;
		}
		return EVERYONE.contains(plain) ? Audience.EVERYONE : null;
	}

}
