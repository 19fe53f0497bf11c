package org.afterword.shell;

import java.util.Locale;

import jakarta.servlet.http.Cookie;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@AfterwordTest
class LanguagePageTests {

	private static final Locale ARABIC = Locale.of("ar");

	private static final String TOPIC = "/topics/seed-banks";

	private static final String LATIN_WORDS = "[A-Za-z]{2,}";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	MockMvc mvc;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	@Test
	void theFrontPageIsArabicForWhoAsksForIt() {
		var page = this.browser.in(ARABIC).open("/");
		assertThat(page.all("html").attr("lang")).isEqualTo("ar");
		assertThat(page.all("html").attr("dir")).isEqualTo("rtl");
		assertThat(page.text("h1")).isEqualTo("سُئلت في ندوة، ويُجاب عنها بعدها");
		assertThat(page.text("#waiting")).isEqualTo("ما زالت تنتظر إجابة");
		assertThat(page.text(".contents time")).isEqualTo("17 سبتمبر 2026");
		assertThat(page.text(".masthead nav")).doesNotContainPattern(LATIN_WORDS);
	}

	@Test
	void theTopicIsArabicAroundWhatPeopleWrote() {
		var page = this.browser.in(ARABIC).open(TOPIC);
		assertThat(page.text(".post .prose")).contains("two power cuts and one rooster");
		assertThat(page.text("#p1 .post-head time")).isEqualTo("17 سبتمبر 2026، 16:05");
		assertThat(page.text("#p1 .byline i")).isEqualTo("ميسّر");
		assertThat(page.texts(".tab").getFirst()).startsWith("عن السؤال ");
		assertThat(page.text(".drawer > summary")).startsWith("سجل الأسئلة: ");
		page.all(".post-actions, .views, .pager, .rubric, .status")
			.forEach((part) -> assertThat(part.text()).doesNotContainPattern(LATIN_WORDS));
	}

	/** The signs and dots at its ends stand between the same two isolates. */
	@Test
	void aCutTextKeepsItsDotsWithItself() {
		var page = this.browser.in(ARABIC).open(TOPIC + "/questions/5");
		assertThat(page.texts("[rel=prev], [rel=next]")).isNotEmpty()
			.allMatch((words) -> words.matches("[0-9a-z]+ \\u2068[^\\u2068\\u2069]+…\\u2069"));
		var english = this.browser.open(TOPIC + "/questions/5");
		assertThat(english.texts("[rel=prev], [rel=next]")).isNotEmpty().allMatch((words) -> words.endsWith("…"));
	}

	@Test
	void whatPeopleWroteKeepsItsDirection() {
		var page = this.browser.in(ARABIC).open(TOPIC);
		assertThat(page.all(".prose")).isNotEmpty().allMatch((prose) -> prose.attr("dir").equals("auto"));
		assertThat(page.all(".byline a, .masthead summary, .register small > a"))
			.allMatch((name) -> name.children().is("bdi"));
	}

	@Test
	void theReplyFormAsksAndRefusesInArabic() {
		var reader = this.browser.as(this.story.noor()).in(ARABIC);
		var form = reader.open(TOPIC + "/replies/new");
		assertThat(form.text("h1")).isEqualTo("رد");
		assertThat(form.text("label[for=body]")).isEqualTo("ردّك");
		assertThat(form.text("main button")).isEqualTo("أدرجه في نصّي انشر الرد معاينة");
		var refused = reader.send(TOPIC + "/replies", "body", " ", "key", form.value("key"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("#problems")).isEqualTo("أمر واحد يحتاج إلى تصحيح");
		assertThat(refused.text("#body-error")).isEqualTo("اكتب شيئًا أولًا.");
	}

	@ParameterizedTest
	@CsvSource({ "ar-EG, ar", "ar, ar", "en-GB, en", "fr, en", "zh-Hant, en" })
	void aBrowserIsAnsweredInItsLanguageOrInEnglish(String asked, String given) {
		assertThat(this.browser.in(Locale.forLanguageTag(asked)).open("/").all("html").attr("lang")).isEqualTo(given);
	}

	@Test
	void theFirstLanguageWeKnowIsTheOneThatIsMeant() throws Exception {
		assertThat(language("fr, ar;q=0.8, en;q=0.7", null)).isEqualTo("ar");
		assertThat(language("fr, en;q=0.8, ar;q=0.7", null)).isEqualTo("en");
		assertThat(language("*", null)).isEqualTo("en");
		assertThat(language(null, null)).isEqualTo("en");
	}

	@Test
	void whatWasChosenCountsMoreThanWhatTheBrowserAsksFor() throws Exception {
		assertThat(language("en", "ar")).isEqualTo("ar");
		assertThat(language("ar", "en")).isEqualTo("en");
		assertThat(language("ar", "xx")).isEqualTo("ar");
		assertThat(language("ar", "!%22<")).isEqualTo("ar");
	}

	@Test
	void choosingALanguageSetsItsCookieAndNoOther() {
		var page = this.browser.open(TOPIC + "?post=1");
		assertThat(this.browser.cookies()).isEmpty();
		assertThat(page.all(".colophon form").attr("action")).isEqualTo("/language");
		var choice = page.all(".colophon button");
		assertThat(choice.text()).isEqualTo("العربية");
		assertThat(choice.attr("lang")).isEqualTo("ar");
		var done = this.browser.sendForged("/language", choice.attr("name"), choice.attr("value"), "to",
				page.value("to"));
		assertThat(done.status()).isEqualTo(303);
		assertThat(done.header("Location")).isEqualTo(TOPIC + "?post=1");
		assertThat(done.header("Set-Cookie")).startsWith("lang=ar;")
			.contains("Path=/;", "Max-Age=31536000", "HttpOnly", "SameSite=Lax");
		var arabic = this.browser.open(TOPIC);
		assertThat(arabic.all("html").attr("dir")).isEqualTo("rtl");
		assertThat(arabic.text(".colophon button")).isEqualTo("English");
		assertThat(this.browser.cookies()).containsExactly("lang");
	}

	@Test
	void theChoiceStaysWhenOneSignsInAndOut() {
		this.browser.sendForged("/language", "language", "ar", "to", "/sign-in?to=/settings");
		assertThat(this.browser.open("/sign-in").text("h1")).isEqualTo("تسجيل الدخول");
		this.browser.send("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD);
		assertThat(this.browser.open("/settings").text("h1")).isEqualTo("الإعدادات");
		this.browser.send("/sign-out");
		assertThat(this.browser.open("/").all("html").attr("lang")).isEqualTo("ar");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "/error", "" })
	void choosingALanguageLeadsNobodyAway(String to) {
		assertThat(this.browser.sendForged("/language", "language", "ar", "to", to).header("Location")).isEqualTo("/");
	}

	@Test
	void aLanguageThatWeDoNotSpeakIsNotChosen() {
		var page = this.browser.sendForged("/language", "language", "fr", "to", "/");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.header("Set-Cookie")).isNull();
	}

	@Test
	void theAnswerToAFormOffersNoWayToLoseWhatWasTyped() {
		var refused = this.browser.send("/sign-in", "name", "noor", "password", "wrong");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.has(".colophon form")).isFalse();
		assertThat(this.browser.open("/no-such-page").has(".colophon form")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", TOPIC, "/no-such-page", "/sign-in" })
	void whatKeepsPagesIsToldThatTheyDifferByLanguageAndReader(String address) {
		assertThat(this.browser.openOnly(address).header("Vary")).contains("Accept-Language", "Cookie");
		assertThat(this.browser.in(ARABIC).openOnly(address).header("Content-Language")).isEqualTo("ar");
	}

	private String language(String asked, String chosen) throws Exception {
		var request = get("/");
		if (asked != null) {
			request.header("Accept-Language", asked);
		}
		if (chosen != null) {
			request.cookie(new Cookie("lang", chosen));
		}
		var html = this.mvc.perform(request).andReturn().getResponse().getContentAsString();
		return html.replaceFirst("(?s).*<html lang=\"([a-z]+)\".*", "$1");
	}

}
