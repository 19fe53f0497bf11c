package org.afterword.kernel.text;

import java.util.stream.Stream;

import org.afterword.Pace;
import org.afterword.kernel.markup.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Text that shows nothing is empty, and text that shows anything is not. */
class BlankTests {

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\t\n", "\u00a0", "\u2003\u3000", "\u200b", "\u200b \u200b", "\u2800", "\u3164",
			"\u115f\u1160", "\uffa0", "\u00ad", "\ufeff", "\u2060\u2061\u2064", "\u200e\u200f\u061c", "\u202e",
			"\u2066\u2069", "\ufe0f", "\u180e", "\u034f", "\udb40\udc41", "\udb40\udc20\udb40\udc7f", "\u0301",
			"\u0301\u0302 \u0483", "\u0e31", "\ud834\udd59", "\ufffc", "\u0000", "\u001f\u007f\u0085", "\u2028\u2029",
			"\ud800", "&nbsp;", "&#160;&#xA0;", "&#8203;", "&zwnj;&shy;", "&ZeroWidthSpace;", "---", "***", "_ _ _",
			"- - -", "#", "##", "###### ", ">", "> >", ">\n>\n", "-", "*", "+", "- -", "**", "****", "__", "~~~~", "``",
			"`", "[]()", "[ ]( )", "![]()", "![](<>)", "[](\"\")", "[]", "- [ ]", "> - # ", "<br>", "<br/><BR />",
			"<p></p>", "<div>\u200b</div>", "<b><i></i></b>", "<!-- -->", "<hr>", "&lt;br&gt;", "|||",
			"| | |\n|---|---|\n| | |", "|:--|--:|", "| |\n|:-:|", "```\n```", "```java\n\n```", "~~~\n~~~", "\\", "===",
			"\u200b**\u200b**", "#\u2800", "---\n\n&nbsp;\n\n> \u3164" })
	void whatShowsNothingIsEmpty(String text) {
		assertThat(Blank.is(text)).isTrue();
		assertThat(Blank.stripped(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "7", "?", "!", "…", "...", "👍", "❤️", "👩‍🌾", "🇰🇪", "#️⃣", "1.", "+1", "-1", ":)",
			":-)", ":-|", ">:(", "<3", "<-", "(-)", "%", "$", "&", "&amp;", "é", "e\u0301", "ก็", "हि", "한", "م", "ـ",
			"©", "<grin>", "[x]", "[a]()", "[](a)", "![](https://a.example.org/b.png)", "**a**", "# a", "> a", "- a",
			"---\na", "`a`", "```\na\n```", "```\n```\na", "| a |\n|---|", "a\u200b", "<b>a</b>", "a<br>", "&nbsp;a",
			"<!-- a", "&nothing;" })
	void whatShowsAnythingIsNot(String text) {
		assertThat(Blank.is(text)).isFalse();
		assertThat(Blank.stripped(text)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			thai               | ผู้ใหญ่ที่นี่รู้ว่าน้ำอยู่ที่ไหน
			devanagari         | क्षत्रिय हिन्दी स्त्रीँ
			tibetan            | བསྒྲུབས་ ཧྐྵྨླྺྼྻྂ
			hebrew, cantillated | בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים
			vietnamese, apart  | Tiếng Việt ự ở
			arabic, vocalised  | بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ
			burmese            | ကြွေးကျွန်ုပ်
			khmer              | ស្ត្រី ក្សត្រិយ៍
			emoji              | 👩🏽‍🌾 ❤️‍🔥 🏴\uDB40\uDC67\uDB40\uDC62
			ipa                | ã̰̌́
			""")
	void scriptsKeepTheirMarks(String script, String text) {
		assertThat(Characters.withFewMarks(text)).as(script).isEqualTo(text);
		assertThat(Characters.line(text)).as(script).isEqualTo(text);
		assertThat(Characters.clean(text)).as(script).isEqualTo(text);
	}

	static Stream<String> towers() {
		return Stream.of("\u0301", "\u0336", "\u20dd", "\u0489", "\u064e", "\u0e49", "\ud834\udd67")
			.map((mark) -> mark.repeat(40));
	}

	@ParameterizedTest
	@MethodSource("towers")
	void aTowerOfMarksIsCut(String marks) {
		var eight = marks.substring(0, marks.length() / 5);
		assertThat(Characters.withFewMarks("Z" + marks + "a" + marks + "!")).isEqualTo("Z" + eight + "a" + eight + "!");
		assertThat(Markup.read("Z" + marks + "a").text()).isEqualTo("Z" + eight + "a");
		assertThat(Characters.line("Z" + marks)).isEqualTo("Z" + eight);
		assertThat(Characters.withFewMarks("Z" + "\u200b\u0301".repeat(40))).hasSize(1 + 40 + 8);
	}

	@ParameterizedTest
	@CsvSource({ "a\u202Eb, ab", "\u2067Amara\u2069, Amara", "\u200FAmara\u200E, Amara", "A\u200Bm\uFEFFa, Ama",
			"'a  \u00A0b\u2028c', a b c", "'\u0000a\u0007b', 'a b'", "می\u200cروم, می\u200cروم", "a\u00ADb, ab",
			"\u061C1, 1" })
	void aLineKeepsNoTurnAndNothingUnseen(String typed, String line) {
		assertThat(Characters.line(typed)).isEqualTo(line);
	}

	@Test
	void anyLengthIsReadAtOnce() {
		Stream
			.of("<br>", "&nbsp;", "[]()", "![", "[ ", "|-", "| ", "```\n", "~~~~\n", "<!--", "---\n", "\u0301", " \t",
					"&#", "<b ", "\u200b")
			.forEach(
					(piece) -> Pace.assertTakesNoSecond(piece, () -> Blank.is(piece.repeat(400_000 / piece.length()))));
	}

}
