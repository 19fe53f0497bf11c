package org.afterword.kernel.questions;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class AnonymityTests {

	@ParameterizedTest
	@ValueSource(strings = { "Anonymous", "anonymous", "ANONYMOUS", "anonymous attendee", "Anonymous Attendee (12)",
			"Anonymous Attendee 12", "Anonymous 3", "Anonymous3", "Anonymous_3", "anonymous-3", "(anonymous)",
			"[Anonymous]", "@Anonymous", "Anonymous (FAO)", "Anonymous, Kenya", "An anonymous participant",
			"Anonymous user #4", "Anon", "Anon.", "Guest", "guest 7", "Guest (2)", "Guest user", "Participant 12",
			"Attendee 3", "Anonym", "Anonymer Gast", "Gast", "Unbekannt", "Anonymer Teilnehmer", "Anónimo", "Anonimo",
			"Anónima", "Asistente anónimo", "Invitado", "Desconocido", "Anonyme", "Participant anonyme", "Invité",
			"Inconnue", "Anônimo", "Anônima", "Participante anônimo", "Convidado", "匿名", "匿名用户", "匿名 3", "匿名参会者",
			"匿名希望", "无名氏", "访客", "Аноним", "аноним", "Анонимный участник", "Гость", "Неизвестный", "مجهول", "مجهولة",
			"مشارك مجهول", "ضيف", "مجهول الهوية", "N.N.", "N. N.", "n.n.", "Unknown", "unknown", "Unknown caller",
			"No name", "noname", "n/a", "N/A", "Sin nombre", "익명", "Anonim", "Anoniem", "Ano\u0302nimo" })
	void aLabelWithoutANameIsNobody(String label) {
		assertThat(Anonymity.is(label)).as(label).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "MB", "NN", "M.B.", "NA", "N", "AN", "Ann Onymous", "Edgar Guest", "Anonda", "Nia",
			"Noor Haddad", "Unknown Mortal Orchestra", "Participants", "Member", "Gastón", "An", "Dr. Osei", "User",
			"无双", "ليلى", "Анна" })
	void whoeverHasANameIsSomebody(String label) {
		assertThat(Anonymity.is(label)).as(label).isFalse();
	}

}
