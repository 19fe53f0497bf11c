package org.afterword.imports.lists;

import java.util.stream.Collectors;

import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.kernel.questions.Anonymity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Chats that are copied from the windows of Slack, Teams, Discord and WhatsApp. */
@Execution(ExecutionMode.CONCURRENT)
class CopiedChatsTests {

	@ParameterizedTest
	@ValueSource(strings = { "Ana Silva  10:07 AM\nHow deep is the well?\nBo Li  10:08 AM\nWho pays?",
			"Ana Silva 10:07 AM\nHow deep is the well?\nBo Li 10:08 AM\nWho pays?",
			"Ana Silva, 10:07 AM\nHow deep is the well?\n\nBo Li, 10:08 AM\nWho pays?",
			"Ana Silva  10:07\nHow deep is the well?\n2 replies\nBo Li  10:08\nWho pays?\n:thumbsup:\n3",
			"Ana Silva\n  10:07 AM\nHow deep is the well?\n\nBo Li\n  10:08 AM\nWho pays?",
			"Ana Silva\n10:07\nHow deep is the well?\nBo Li\n10:08\nWho pays?",
			"Ana Silva — Today at 10:07 AM\nHow deep is the well?\nBo Li — Yesterday at 10:08 PM\nWho pays?",
			"Ana Silva — 30/11/2026 10:07\nHow deep is the well?\nBo Li — 30/11/2026 10:08\nWho pays?",
			"Ana Silva:palm_tree:  10:07 AM\nHow deep is the well?\nBo Li (he/him)  10:08 AM\nWho pays?",
			"Ana Silva  [10:07 AM]\nHow deep is the well?\nBo Li  [10:08 AM]\nWho pays?",
			"Ana Silva\n11/30/2026 10:07 AM\nHow deep is the well?\nBo Li\n11/30/2026 10:08 AM\nWho pays?",
			"Meeting chat\nAna Silva\nEveryone\n10:07 AM\nHow deep is the well?\nBo Li\nEveryone\n10:08 AM\nWho pays?",
			"Ana Silva, [12.03.2024 10:07]\nHow deep is the well?\nBo Li, [12.03.2024 10:08]\nWho pays?",
			"Ana Silva, 12 Mar 2024, 10:07\nHow deep is the well?\nBo Li, 12 Mar 2024, 10:08\nWho pays?",
			"Ana Silva (Unverified)\n10:07\nHow deep is the well?\nBo Li (Guest)\n10:08\nWho pays?",
			"Ana Silva to Everyone\n10:07 AM\nHow deep is the well?\nBo Li to Everyone\n10:08 AM\nWho pays?",
			"[10:07] Ana Silva\nHow deep is the well?\n[10:08] Bo Li\nWho pays?" })
	void nameAndTimeOnSeparateLinesBeginAMessage(String chat) {
		assertThat(rows(chat)).isEqualTo("Ana Silva: How deep is the well? / Bo Li: Who pays?");
	}

	@Test
	void aTimeAloneContinuesWithTheLastSender() {
		assertThat(rows("Ana Silva  10:07 AM\nHow deep is the well?\n10:08\nAnd who digs?\nBo  10:09 AM\nWho pays?"))
			.isEqualTo("Ana Silva: How deep is the well? / Ana Silva: And who digs? / Bo: Who pays?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kofi G  10:08 AM\n(privately)\nis my boss here?",
			"Kofi G  10:08 AM\nis my boss here?\n(privately)", "Kofi G  10:08 AM\nis my boss here?\n\n(privately)",
			"Kofi G\n  10:08 AM\n(privately) is my boss here?", "Kofi G  10:08 AM\n(Direct message)\nis my boss here?",
			"Kofi G (DM)  10:08 AM\nis my boss here?", "Direct Message\nKofi G  10:08 AM\nis my boss here?",
			"Kofi G\nDirect Message\n10:08 AM\nis my boss here?", "Kofi G\n(Личное сообщение)\n10:08\nis my boss here?",
			"Only visible to you\nKofi G  10:08\nis my boss here?",
			"Kofi to Ana Silva (Privately)\n10:08 AM\nis my boss here?",
			"Kofi to Ana Silva\n10:08 AM\nis my boss here?", "You to Kofi (Direct Message)\n10:08 AM\nis my boss here?",
			"Kofi to Ana (Direct Message)\nis my boss here?", "Kofi to Ana (Direct Message):\nis my boss here?",
			"[10:08] Kofi G\n(privately)\nis my boss here?", "Kofi G\n(privately)\nis my boss here?",
			"- (privately) is my boss here?", "(private message) is my boss here?",
			"From Kofi to Everyone 10:08 AM\n(privately)\nis my boss here?",
			"30/11/2026, 10:08 - Kofi: (privately) is my boss here?" })
	void whatIsMarkedPrivateIsLeftOutAndCounted(String message) {
		for (var chat : new String[] { "Ana Silva  10:07 AM\nHow deep is the well?\n\n%s",
				"1. Ana: How deep is the well?\n\n%s" }) {
			var list = Pasted.of(chat.formatted(message));
			assertThat(list.toString()).as(list.words()).doesNotContain("boss");
			assertThat(list.messages()).isEqualTo(1);
			assertThat(list.reading().rows()).extracting(Row::text).contains("How deep is the well?");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1. MB: Who pays (privately) for it?", "1. TW: (privately owned) wells, who digs them?",
			"1. KG: (Private sector) Who mends?", "1. (direct) costs: who pays them?",
			"1. (private) land: who digs there?", "1. (Personal view) Who digs?", "- (only two wells) Who digs?" })
	void ordinaryWordsInBracketsAreNotAMark(String question) {
		var list = Pasted.of(question + "\n");
		assertThat(list.messages()).isZero();
		assertThat(list.reading().rows()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"Programme\nOpening 10:00\nAna Silva, director\nWells 10:30\nBo Li, engineer\nLunch 12:00\nAll together\n",
			"Opening  10:00 AM\nAna Silva\nWells  10:30 AM\nBo Li\n", "09:00 Opening\n09:30 Wells\n" })
	void aProgrammeAboveAListIsNoChat(String programme) {
		assertThat(rows(programme + "\n1. MB: Who pays?\n2. TW: Who digs?")).isEqualTo("MB: Who pays? / TW: Who digs?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[12/03/24, 10:07:40] ~ Ana: How deep is the well?",
			"[12/03/24, 10:07:40 AM] ~\u00a0Ana: How deep is the well?",
			"[12.03.24, 10:07:40] Ana: How deep is the well?",
			"\u200e[12/03/24, 10:07:40] ~ Ana: \u200eHow deep is the well?",
			"12/03/2024, 10:07 - Ana: How deep is the well?", "3/12/24, 10:07\u202fAM - Ana: How deep is the well?",
			"12.03.24, 10:07 - Ana: How deep is the well?", "[10:07 AM, 3/12/2024] Ana: How deep is the well?",
			"12/03/2024, 10:07 - Ana: How deep is the well? <This message was edited>",
			"2024-03-12, 10:07 - Ana: How deep is the well?" })
	void noticesOfPhonesAreNotQuestions(String message) {
		var stamp = message.contains("[") ? "[12/03/24, 10:06:00] " : "12/03/2024, 10:06 - ";
		for (var notice : new String[] { "Messages and calls are end-to-end encrypted. Who can read them? Nobody.",
				"Bo joined using this group's invite link", "Bo left", "Bo added +221 77 123 45 67",
				"Bo created group \"Wells: who pays?\"",
				"Bo changed the subject from \"Wells\" to \"Pumps: who pays?\"", "Bo: <Media omitted>",
				"Bo: image omitted", "Bo: This message was deleted", "Bo: <Medien ausgeschlossen>",
				"Bo: IMG-20240312-WA0001.jpg (file attached)", "Bo: <attached: 00000012-PHOTO.jpg>", "Bo: Bo was added",
				"+221 77 123 45 67 left" }) {
			assertThat(rows(stamp + notice + "\n" + message + "\n" + stamp + notice)).as(notice)
				.isEqualTo("Ana: How deep is the well?");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "iPhone", "iPhone (2)", "iPhone 13 Pro Max", "iPad (4)", "Galaxy A12", "Samsung SM-A125F",
			"SM-A125F", "DESKTOP-4F3K2L1", "LAPTOP-AB12CD", "Zoom user", "Zoom User 2", "Redmi Note 9", "vivo 1904",
			"Android", "Pixel 6a", "HUAWEI P30 lite", "Teams user", "Nokia G20", "My iPhone" })
	void aDeviceIsNotAnAsker(String name) {
		assertThat(Anonymity.is(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ana's iPhone", "iPhone de Ana", "Honor", "Honor Balfour", "Dell", "Max", "HP", "LG", "SM",
			"Pixel", "Nokia", "Prime", "Mini", "SE", "Zoe", "Moto", "Max Pro" })
	void aNameThatResemblesADeviceIsAnAsker(String name) {
		assertThat(Anonymity.is(name)).isFalse();
	}

	private static String rows(String text) {
		return Pasted.of(text + "\n")
			.reading()
			.rows()
			.stream()
			.map((row) -> row.asker() + ": " + row.text())
			.collect(Collectors.joining(" / "));
	}

}
