package org.afterword.kernel.questions;

import java.util.Arrays;
import java.util.Set;

import org.afterword.kernel.text.Characters;

/**
 * Recognises labels that name nobody: "Anonymous", "anonymous attendee (12)", "Guest",
 * "N.N.", "iPhone 13", in the languages that webinars are held in. Questions with such a
 * label may come from several people, and nobody can claim them.
 */
public final class Anonymity {

	private static final int LONGEST = 80;

	/** Each of these words alone says that a name is missing. */
	private static final Set<String> NAMELESS = WordKey.setOf("anonymous", "anonymously", "anonymus", "anonimous",
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

	private static final Set<String> PHRASES = WordKey.setOf("no name", "without name", "without a name",
			"name withheld", "name unknown", "not known", "not named", "sin nombre", "sans nom", "sem nome",
			"senza nome", "ohne namen", "ohne name", "zonder naam", "без имени", "بدون اسم", "غير معروف", "غير معروفة",
			"مجهول الهوية", "ẩn danh", "ไม่ระบุชื่อ", "ไม่ประสงค์ออกนาม", "tanpa nama", "n a", "n n", "nn");

	/**
	 * Together with one of the words above, or with a number, these name nobody either.
	 */
	private static final Set<String> ROLES = WordKey.setOf("attendee", "attendees", "participant", "participants",
			"user", "viewer", "visitor", "member", "person", "caller", "asker", "questioner", "audience", "listener",
			"speaker", "asistente", "participante", "usuario", "usuaria", "usuário", "utilisateur", "utilisatrice",
			"participante", "auditeur", "teilnehmer", "teilnehmerin", "teilnehmende", "nutzer", "benutzer", "zuschauer",
			"deelnemer", "gebruiker", "partecipante", "utente", "участник", "участница", "пользователь", "слушатель",
			"зритель", "مشارك", "المشارك", "مستخدم", "حاضر", "katılımcı", "uczestnik", "peserta", "účastník", "the",
			"an", "a", "one", "no", "nr", "num");

	/** The names that phones, computers and programs give themselves in a webinar. */
	private static final Set<String> DEVICES = WordKey.setOf("iphone", "ipad", "ipod", "macbook", "imac", "android",
			"chromebook", "samsung", "huawei", "xiaomi", "redmi", "oneplus", "realme", "infinix", "tecno", "motorola",
			"smartphone", "tablet", "laptop", "desktop", "zoom", "teams", "webex", "skype");

	/** These may be names of people, unless a model follows. */
	private static final Set<String> BRANDS = WordKey.setOf("galaxy", "pixel", "nokia", "oppo", "vivo", "honor", "moto",
			"poco", "itel", "lenovo", "asus", "acer", "dell", "hp", "lg", "sony", "xperia", "surface", "sm", "google",
			"apple", "microsoft");

	/** What names of devices consist of besides. */
	private static final Set<String> DEVICE_ADDITIONS = WordKey.setOf("pro", "max", "mini", "plus", "ultra", "note",
			"lite", "air", "se", "tab", "fold", "flip", "phone", "pad", "user", "device", "rooms", "edge", "prime",
			"go", "xl", "fe", "gen", "th", "nd", "rd", "pc", "mobile", "app", "my", "the");

	private Anonymity() {
	}

	/** Whether the label is nobody's name. */
	public static boolean is(String label) {
		var name = withoutAddition(label.strip());
		if (name.isEmpty() || name.length() > LONGEST) {
			return false;
		}
		var key = words(WordKey.of(name));
		if (PHRASES.contains(key) || key.startsWith("匿名")) {
			// "NA" and "NN" are initials of somebody, "N/A" and "N.N." of nobody.
			return (!key.equals("n a") || name.contains("/")) && (!key.equals("nn") || name.contains("."));
		}
		return isDevice(name) || isRole(key.split(" "), name);
	}

	/** The letters alone: "N.N." is one word, "Anonymous_3" ends in a space. */
	private static String words(String key) {
		var words = new StringBuilder();
		key.codePoints().forEach((character) -> {
			if (Character.isLetter(character) || Characters.isMark(character)) {
				words.appendCodePoint(character);
			}
			else if (character != '.' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
				words.append(' ');
			}
		});
		return words.toString().strip();
	}

	/** "Anonymous attendee", "Participant 12". */
	private static boolean isRole(String[] words, String name) {
		if (!Arrays.stream(words).allMatch((word) -> NAMELESS.contains(word) || ROLES.contains(word))) {
			return false;
		}
		var numbered = words[0].length() > 3 && WordKey.of(name).codePoints().anyMatch(Character::isDigit);
		return numbered || Arrays.stream(words).anyMatch(NAMELESS::contains);
	}

	/** "iPhone 13 Pro", "Galaxy A12", "SM-A125F", "DESKTOP-4F3K2L1", "Zoom user". */
	private static boolean isDevice(String name) {
		var device = false;
		var model = false;
		var brand = false;
		for (var word : name.split("[\\s_-]+")) {
			var key = WordKey.of(word);
			var hasDigit = word.chars().anyMatch(Character::isDigit);
			if (DEVICES.contains(key)) {
				device = true;
			}
			else if (BRANDS.contains(key)) {
				brand = true;
			}
			else if (hasDigit || DEVICE_ADDITIONS.contains(key)) {
				model |= hasDigit || !key.equals("user");
			}
			else {
				return false;
			}
		}
		return device || (brand && model);
	}

	/** The label up to a bracket or comma, where an organisation or a number follows. */
	private static String withoutAddition(String label) {
		var from = (!label.isEmpty() && "([（［@".indexOf(label.charAt(0)) >= 0) ? 1 : 0;
		var to = from;
		while (to < label.length() && "()[]（）［］,，".indexOf(label.charAt(to)) < 0) {
			to++;
		}
		return label.substring(from, to).strip();
	}

}
