package org.afterword.imports.exports;

import java.util.List;
import java.util.regex.Pattern;

import org.afterword.imports.words.PlainWords;

/** Messages written by a chat tool, not by a person. */
final class ChatNotices {

	/** In characters. */
	private static final int LONGEST = 300;

	/** What WhatsApp and similar tools show in place of a message. */
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

	/** What people did, after their names. */
	private static final List<String> ACTIONS = List.of(" joined", " left", " was added", " added ", " removed ",
			" created ", " changed ", " pinned ", " started a call", " requested to join");

	/** "Reacted to “…” with 👍", "Removed a 👍 reaction from “…”". */
	private static final Pattern REACTION = Pattern.compile(
			"(?i)(?:reacted to|removed (?:a|an) \\S{1,20} reaction|add(?:ed)? |remove(?:d)? |liked |loved |disliked |laughed at )"
					+ ".{0,400}");

	private ChatNotices() {
	}

	/** Whether the tool wrote the message: "<Media omitted>", "Ana left". */
	static boolean is(String sender, String text) {
		if (text.length() > LONGEST) {
			return false;
		}
		var words = PlainWords.lowerCase(text);
		var bracketed = words.startsWith("<") && words.indexOf('>') == words.length() - 1;
		var attached = words.startsWith("<attached:") || words.endsWith("(file attached)");
		var own = !sender.isEmpty() && words.startsWith(PlainWords.lowerCase(sender) + " ")
				&& ACTIONS.stream().anyMatch(words.substring(sender.length())::startsWith);
		return bracketed || attached || own || NOTICES.stream().anyMatch(words::startsWith);
	}

	/** Whether the tool notes that somebody reacted to a message. */
	static boolean isReaction(String text) {
		return REACTION.matcher(text).matches() && (MessageText.hasQuotes(text) || hasEmoji(text));
	}

	private static boolean hasEmoji(String text) {
		return text.codePoints().anyMatch((character) -> character > 0x2190 && !Character.isLetterOrDigit(character));
	}

}
