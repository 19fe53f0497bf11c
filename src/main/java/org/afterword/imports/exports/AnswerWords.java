package org.afterword.imports.exports;

import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.imports.exports.Entry.Answer;
import org.afterword.imports.exports.Entry.State;
import org.afterword.imports.words.PlainWords;
import org.jspecify.annotations.Nullable;

/** What tools write into the cells of an answer or a status instead of an answer. */
final class AnswerWords {

	/** What replaces a private answer. */
	static final String PRIVATELY = "answered privately";

	private static final Set<String> LIVE = Set.of("live answered", "answered live", "live", "answered verbally",
			"verbally answered", "answered live.", "live beantwortet", "mündlich beantwortet", "respondida en vivo",
			"respondido en vivo", "contestada en vivo", "respondida en directo", "en vivo", "répondu en direct",
			"réponse en direct", "répondue en direct", "en direct", "respondida ao vivo", "respondido ao vivo",
			"ao vivo", "risposta dal vivo", "risposto dal vivo", "risposta in diretta", "dal vivo", "live beantwoord",
			"отвечено вживую", "отвечено устно", "ответ дан устно", "ответ в прямом эфире", "ライブ回答済み", "ライブで回答済み",
			"ライブで回答", "口頭で回答", "口頭で回答済み", "现场回答", "现场已回答", "已现场回答", "实时回答", "直播回答", "라이브로 답변함", "라이브 답변됨", "실시간 답변",
			"تمت الإجابة مباشرة", "أجيب مباشرة", "canlı yanıtlandı", "canlı cevaplandı");

	private static final Set<String> DISMISSED = Set.of("dismissed", "deleted", "rejected", "removed", "spam", "hidden",
			"ignored", "declined", "abgelehnt", "verworfen", "gelöscht", "ausgeblendet", "descartada", "descartado",
			"eliminada", "rechazada", "rejetée", "ignorée", "supprimée", "dispensada", "excluída", "rifiutata",
			"eliminata", "отклонен", "отклонено", "удалено", "却下", "削除済み", "已忽略", "已删除", "거부됨", "삭제됨", "مرفوض",
			"محذوف");

	private static final Set<String> ANSWERED = Set.of("answered", "yes", "true", "host_answered_publicly",
			"answered publicly", "resolved", "beantwortet", "ja", "respondida", "respondido", "sí", "contestada",
			"répondu", "répondue", "oui", "sim", "risposta", "beantwoord", "отвечено", "да", "回答済み", "已回答", "답변됨",
			"تمت الإجابة");

	private static final Set<String> PRIVATE = Set.of("private", "privately", "host_answered_privately", "privat",
			"privado", "privada", "privé", "privée", "privato", "private answer", "private reply", PRIVATELY,
			"privately answered", "privat beantwortet", "respondida en privado", "respondida de forma privada",
			"répondu en privé", "respondida em privado", "risposta privata", "非公開", "非公開で回答", "私下回答", "已私下回答", "비공개",
			"비공개로 답변함", "отвечено лично", "خاص", "تمت الإجابة بشكل خاص");

	/** "Answered by Host: text", in a few languages. */
	private static final Pattern BY = Pattern
		.compile("(?i)(?:answered by|beantwortet von|respondida por|répondu par)\\h{1,3}([^:\\n]{1,80}):\\s{0,3}");

	private AnswerWords() {
	}

	static @Nullable State state(String cell) {
		var plain = PlainWords.lowerCase(cell);
		if (LIVE.contains(plain)) {
			return State.ANSWERED_LIVE;
		}
		if (PRIVATE.contains(plain) || isMarkedPrivate(cell)) {
			return State.ANSWERED_PRIVATELY;
		}
		if (DISMISSED.contains(plain)) {
			return State.DISMISSED;
		}
		return ANSWERED.contains(plain) ? State.ANSWERED : null;
	}

	static boolean isLive(String cell) {
		return LIVE.contains(PlainWords.lowerCase(answer("", cell).text()));
	}

	/** Whether an answer is marked as seen by the asker only. */
	static boolean isMarkedPrivate(String cell) {
		var start = cell.strip().substring(0, Math.min(cell.strip().length(), 80));
		var head = start.indexOf(':') > 0 ? start.substring(0, start.indexOf(':')) : "";
		var plain = PlainWords.lowerCase(head.isEmpty() ? start : head);
		return PRIVATE.contains(PlainWords.lowerCase(head)) || PRIVATE.contains(plain)
				|| plain.startsWith("privately answered") || plain.startsWith(PRIVATELY)
				|| plain.startsWith("private answer") || plain.startsWith("private reply")
				|| startsWithPrivateBracket(start) || (!head.isEmpty() && PrivateMark.in(head))
				|| (head.length() > 0 && plain.endsWith(" privately"));
	}

	private static boolean startsWithPrivateBracket(String start) {
		return !start.isEmpty() && "([（［【".indexOf(start.charAt(0)) >= 0
				&& PrivateMark.in(start.split("[)\\]）］】]", 2)[0] + ")");
	}

	static Answer answer(String by, String cell) {
		var named = BY.matcher(cell);
		return named.lookingAt()
				? new Answer(by.isEmpty() ? named.group(1).strip() : by, cell.substring(named.end()).strip())
				: new Answer(by, cell);
	}

}
