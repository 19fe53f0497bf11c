package org.afterword.imports.lists;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.afterword.imports.exports.Entry;
import org.afterword.imports.words.PlainWords;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.member.Email;

/** The askers of an export, with their e-mail addresses kept apart. */
final class ExportAskers {

	/** What webinar tools call people without a name, and whoever copied the text. */
	private static final Set<String> NOBODY = Set.of("anonymous", "anonymous attendee", "anonymous user",
			"anonymous participant", "guest", "guest user", "unknown", "me", "you", "n/a", "-", "anonym", "anonymer",
			"anonymer teilnehmer", "gast", "ich", "anónimo", "anónima", "asistente anónimo", "participante anónimo",
			"invitado", "yo", "anonyme", "participant anonyme", "invité", "moi", "anônimo", "participante anônimo",
			"convidado", "eu", "anonimo", "partecipante anonimo", "ospite", "аноним", "анонимный участник", "гость",
			"я", "匿名", "匿名参会者", "匿名の出席者", "匿名参加者", "访客", "익명", "익명 참가자", "مجهول", "حاضر مجهول", "ضيف", "anonim",
			"misafir");

	private final AskerAddresses addresses = new AskerAddresses();

	/** Whether the tool says that nobody is named. */
	static boolean isAnonymous(Entry entry) {
		return NOBODY.contains(PlainWords.singleSpaced(entry.asker()).toLowerCase(Locale.ROOT));
	}

	/**
	 * The label of an asker.
	 * @param name in the words of the entry; empty if anonymous
	 */
	String label(Entry entry, String name) {
		var email = MailAddresses.in(name).stream().map(MailAddresses.Found::address).findFirst().orElse(entry.email());
		return this.addresses.add(AddressInLine.removedFrom(name), isAnonymous(entry) ? "" : email);
	}

	Map<String, Email> addresses() {
		return Map.copyOf(this.addresses.found());
	}

}
