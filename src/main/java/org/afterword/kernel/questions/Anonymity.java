package org.afterword.kernel.questions;

import java.util.Arrays;
import java.util.Set;

/**
 * Whether a label names nobody: "Anonymous", "anonymous attendee (12)", "Guest", "N.N.",
 * in the languages that webinars are held in. Those who ask so are never one person, and
 * nobody can say that they are it.
 */
public final class Anonymity {

	private static final int LONGEST = 80;

	/** Each of these alone says that a name is missing. */
	private static final Set<String> NAMELESS = QuestionForms.keys("anonymous", "anonymously", "anonymus", "anonimous",
			"annonymous", "anon", "anonym", "anonyme", "anonymer", "anonymes", "anonymen", "anonymní", "anónimo",
			"anónima", "anônimo", "anônima", "anonim", "anonimo", "anonima", "anonimowy", "anonimowa", "anonimno",
			"anoniem", "anonieme", "anonymt", "anonymi", "nimetön", "аноним", "анонимно", "анонимный", "анонимная",
			"анонимен", "анонім", "анонімно", "анонімний", "ανώνυμος", "ανώνυμη", "אנונימי", "אנונימית", "مجهول",
			"مجهولة", "المجهول", "ناشناس", "गुमनाम", "अज्ञात", "অজ্ঞাত", "익명", "ゲスト", "게스트", "guest", "guests", "gast",
			"gäste", "invitado", "invitada", "invité", "invitée", "convidado", "convidada", "гость", "гостья", "гість",
			"ضيف", "زائر", "misafir", "ospite", "gość", "unknown", "unnamed", "nameless", "noname", "unbekannt",
			"unbekannter", "desconocido", "desconocida", "desconhecido", "desconhecida", "inconnu", "inconnue",
			"sconosciuto", "onbekend", "okänd", "неизвестно", "неизвестный", "неизвестен", "nieznany", "bilinmeyen",
			"匿名", "未知", "不明", "无名", "無名", "无名氏", "無名氏", "访客", "訪客", "游客", "来宾", "來賓");

	private static final Set<String> PHRASES = QuestionForms.keys("no name", "without name", "without a name",
			"name withheld", "name unknown", "not known", "not named", "sin nombre", "sans nom", "sem nome",
			"senza nome", "ohne namen", "ohne name", "zonder naam", "без имени", "بدون اسم", "غير معروف", "غير معروفة",
			"مجهول الهوية", "ẩn danh", "ไม่ระบุชื่อ", "ไม่ประสงค์ออกนาม", "tanpa nama", "n a", "n n", "nn");

	/** With one of the words above, or with a number, these name nobody either. */
	private static final Set<String> ROLES = QuestionForms.keys("attendee", "attendees", "participant", "participants",
			"user", "viewer", "visitor", "member", "person", "caller", "asker", "questioner", "audience", "listener",
			"speaker", "asistente", "participante", "usuario", "usuaria", "usuário", "utilisateur", "utilisatrice",
			"participante", "auditeur", "teilnehmer", "teilnehmerin", "teilnehmende", "nutzer", "benutzer", "zuschauer",
			"deelnemer", "gebruiker", "partecipante", "utente", "участник", "участница", "пользователь", "слушатель",
			"зритель", "مشارك", "المشارك", "مستخدم", "حاضر", "katılımcı", "uczestnik", "peserta", "účastník", "the",
			"an", "a", "one", "no", "nr", "num");

	/** What telephones and tablets call themselves in a webinar. */
	private static final Set<String> DEVICES = QuestionForms.keys("iphone", "ipad", "ipod", "macbook", "imac",
			"android", "chromebook", "samsung", "huawei", "xiaomi", "redmi", "oneplus", "realme", "infinix", "tecno",
			"motorola", "smartphone", "tablet", "laptop", "desktop", "zoom", "teams", "webex", "skype");

	/** These are names of people too, without a model behind them. */
	private static final Set<String> MODELS = QuestionForms.keys("galaxy", "pixel", "nokia", "oppo", "vivo", "honor",
			"moto", "poco", "itel", "lenovo", "asus", "acer", "dell", "hp", "lg", "sony", "xperia", "surface", "sm",
			"google", "apple", "microsoft");

	private static final Set<String> OF_DEVICES = QuestionForms.keys("pro", "max", "mini", "plus", "ultra", "note",
			"lite", "air", "se", "tab", "fold", "flip", "phone", "pad", "user", "device", "rooms", "edge", "prime",
			"go", "xl", "fe", "gen", "th", "nd", "rd", "pc", "mobile", "app", "my", "the");

	private Anonymity() {
	}

	/** Whether nobody is named so. */
	public static boolean is(String label) {
		var name = named(label.strip());
		if (name.isEmpty() || name.length() > LONGEST) {
			return false;
		}
		var plain = new StringBuilder();
		var digits = false;
		for (var sign : (Iterable<Integer>) QuestionForms.key(name).codePoints()::iterator) {
			digits |= Character.isDigit(sign);
			if (Character.isLetter(sign) || QuestionForms.isMark(sign)) {
				plain.appendCodePoint(sign);
			}
			// "N.N." is one word, "Anonymous_3" is two.
			else if (sign != '.' && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
				plain.append(' ');
			}
		}
		var key = plain.toString().strip();
		if (PHRASES.contains(key) || key.startsWith("匿名")) {
			// "NA" and "NN" are initials of somebody, "N/A" and "N.N." of nobody.
			return (!key.equals("n a") || name.contains("/")) && (!key.equals("nn") || name.contains("."));
		}
		var words = key.split(" ");
		if (isDevice(name)) {
			return true;
		}
		var known = Arrays.stream(words).allMatch((word) -> NAMELESS.contains(word) || ROLES.contains(word));
		return known && (Arrays.stream(words).anyMatch(NAMELESS::contains) || (digits && words[0].length() > 3));
	}

	/** "iPhone 13 Pro", "Galaxy A12", "SM-A125F", "DESKTOP-4F3K2L1", "Zoom user". */
	private static boolean isDevice(String name) {
		var device = false;
		var model = false;
		var brand = false;
		for (var part : name.split("[\\s_-]+")) {
			var word = QuestionForms.key(part);
			var digits = part.chars().anyMatch(Character::isDigit);
			if (DEVICES.contains(word)) {
				device = true;
			}
			else if (MODELS.contains(word)) {
				brand = true;
			}
			else if (digits || OF_DEVICES.contains(word)) {
				model |= digits || !word.equals("user");
			}
			else {
				return false;
			}
		}
		return device || (brand && model);
	}

	/**
	 * Without what stands in brackets or behind a comma: an organisation, or a number.
	 */
	private static String named(String label) {
		var from = (!label.isEmpty() && "([（［@".indexOf(label.charAt(0)) >= 0) ? 1 : 0;
		var to = from;
		while (to < label.length() && "()[]（）［］,，".indexOf(label.charAt(to)) < 0) {
			to++;
		}
		return label.substring(from, to).strip();
	}

}
