package org.afterword.site;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SiteSettingsPageTests {

	private static final String PAGE = "/settings/site";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient sql;

	Browser ines;

	@BeforeEach
	void inesRunsTheSite() {
		this.story.tell();
		this.ines = this.browser.as(this.story.ines());
	}

	@ParameterizedTest
	@CsvSource({ "community, site-name site-address site-zone site-language site-welcome site-rules",
			"look, site-accent-light site-accent-dark", "reading, reading", "joining, joining",
			"posts, hold-posts hold-days", "reasons, reasons-flag", "staff, codes-staff", "'', site-name",
			"no-such-part, site-name" })
	void eachSectionHasItsSettingsWithAReasonAndOneButton(String part, String ids) {
		var page = this.ines.open(PAGE + "?part=" + part);
		for (var id : ids.split(" ", -1)) {
			assertThat(page.has("#" + id)).as(id).isTrue();
			assertThat(page.text("#" + id + "-hint")).as(id).isNotEmpty();
		}
		assertThat(page.all("main form[action=/settings/site][method=post] .button:not(.quiet)")).hasSize(1);
		assertThat(page.text("main").split("default", -1)).as("said once").hasSize(2);
		assertThat(page.has("[name=reset]")).isFalse();
	}

	@Test
	void whatWasChangedGoesBackToItsDefault() {
		settle("hold.days", "9", "30");
		assertThat(this.ines.open(PAGE + "?part=posts").texts("label:has([name=reset])").toString())
			.contains("Back to the default: 30");
		this.ines.send(PAGE, "hold.days", "9", "stood.hold.days", "9", "reset", "hold.days");
		assertThat(this.settings.find("hold.days")).isEmpty();
	}

	@Test
	void whoSavesASectionStaysThere() {
		var page = this.ines.send(PAGE, "part", "posts", "hold.posts", "4", "stood.hold.posts", "1");
		assertThat(page.address()).isEqualTo(PAGE + "?part=posts");
		assertThat(page.value("hold.posts")).isEqualTo("4");
	}

	@Test
	void theTimeZoneIsChosenFromAListAndWhatIsNoneIsRefused() {
		var page = this.ines.open(PAGE);
		assertThat(page.all("#site-zone optgroup").eachAttr("label")).contains("Africa", "America", "Asia", "Pacific");
		assertThat(page.all("#site-zone option[selected]").eachAttr("value")).containsExactly("UTC");
		assertThat(page.text("#site-zone option[value=Africa/Dakar]")).isEqualTo("Dakar (UTC)");
		assertThat(page.text("#site-zone option[value=Asia/Kathmandu]")).isEqualTo("Kathmandu (UTC+05:45)");
		assertThat(this.ines.in(Locale.of("ar")).open(PAGE).text("#site-zone option[value=Asia/Amman]"))
			.startsWith("عم");
		settle("site.zone", "Asia/Amman", "UTC");
		assertThat(this.ines.open(PAGE).all("#site-zone option[selected]").eachAttr("value"))
			.containsExactly("Asia/Amman");
		for (var no : new String[] { "Mars/Olympus", "Asia", "", "UTC+99", "../etc" }) {
			assertThat(this.ines.send(PAGE, "site.zone", no, "stood.site.zone", "Asia/Amman").status()).as(no)
				.isEqualTo(422);
		}
	}

	@Test
	void theNameOfTheCommunityStandsOnTopOfEveryPage() {
		assertThat(this.browser.open("/").text(".wordmark")).isEqualTo("Afterword");
		settle("site.name", "Common <Ground>", "");
		var page = this.browser.open("/questions");
		assertThat(page.text(".wordmark")).isEqualTo("Common <Ground>");
		assertThat(page.text("title")).endsWith(" · Common <Ground>");
	}

	@ParameterizedTest
	@CsvSource({ "invited, joining, site-zone", "JOIN who, joining, hold-days", "DAYS account, hold-days, joining",
			"posts held, hold-links, reading", "hold.links, hold-links, hold-days" })
	void oneFindsASettingByItsWords(String words, String found, String other) {
		var page = this.ines.open(PAGE + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20"));
		assertThat(page.has("#" + found)).isTrue();
		assertThat(page.has("#" + other)).isFalse();
	}

	@Test
	void inArabicOneSearchesInArabic() {
		var page = this.ines.in(Locale.of("ar"))
			.open(PAGE + "?q=" + URLEncoder.encode("قواعد", StandardCharsets.UTF_8));
		assertThat(page.has("#site-rules")).isTrue();
		assertThat(page.has("#hold-days")).isFalse();
	}

	@Test
	void aSearchThatFindsNothingSaysSo() {
		assertThat(this.ines.open(PAGE + "?q=gamification").text("main")).contains("No settings found.");
	}

	@Test
	void allOfAFormCountsOrNothing() {
		var page = this.ines.send(PAGE, "hold.posts", "4", "stood.hold.posts", "1", "hold.links", "many",
				"stood.hold.links", "3");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.value("hold.posts")).isEqualTo("4");
		assertThat(page.value("hold.links")).isEqualTo("many");
		assertThat(page.text("[role=alert]")).contains("Write a number from 0 to 999.");
		assertThat(this.settings.find("hold.posts")).isEmpty();
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsNotOverwrittenUnseen() {
		settle("hold.posts", "2", "1");
		var page = this.ines.send(PAGE, "hold.posts", "5", "stood.hold.posts", "1");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#hold-posts-error")).contains("to: 2");
		assertThat(page.value("stood.hold.posts")).isEqualTo("2");
		// Whoever left it as it was changes nothing, whatever it is by now.
		this.ines.send(PAGE, "hold.posts", "1", "stood.hold.posts", "1");
		assertThat(this.settings.find("hold.posts")).contains("2");
	}

	@Test
	void theLogSaysWhoChangedWhatAndNoWordsOfPeople() {
		settle("hold.posts", "2", "1");
		settle("site.rules", "Ask Noor first.", "");
		assertThat(this.sql
			.sql("select before::text || after::text from audit_entry where act = 'change-setting' order by id")
			.query(String.class)
			.list()).hasSize(2)
			.satisfiesExactly((number) -> assertThat(number).contains("hold.posts", "\"2\""),
					(words) -> assertThat(words).contains("site.rules").doesNotContain("Noor"));
	}

	@Test
	void theLogCallsASettingAsItsPageDoes() {
		settle("hold.posts", "2", "1");
		assertThat(this.ines.open("/moderation/log").text(".log"))
			.contains("How many first posts of a member are held");
	}

	@ParameterizedTest
	@ValueSource(strings = { "noor", "amara" })
	void nobodyButAdministratorsSettles(String handle) {
		var other = this.browser.as(this.story.person(handle));
		assertThat(other.open(PAGE).status()).isEqualTo(403);
		assertThat(other.send(PAGE, "hold.posts", "5", "stood.hold.posts", "1").status()).isEqualTo(403);
		assertThat(other.upload(PAGE + "/logo", "picture", "logo.png", picture("png", 20, 20)).status()).isEqualTo(403);
		assertThat(other.delete(PAGE + "/logo").status()).isEqualTo(403);
		assertThat(this.settings.find("hold.posts")).isEmpty();
	}

	@Test
	void aFormThatMakesUpASettingSettlesNothing() {
		this.ines.send(PAGE, "mail.server", "evil.example", "stood.mail.server", "", "site.logo", "x",
				"stood.site.logo", "", "made.up", "1", "stood.made.up", "");
		assertThat(this.sql.sql("select count(*) from setting").query(Integer.class).single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "site.accent.light, #ff8d8a, 1.96", "site.accent.light, #767676, 4.", "site.accent.dark, #ad1f2d, 2.",
			"site.accent.light, red, six digits", "site.accent.light, #12345, six digits" })
	void aColourThatCannotBeReadIsRefusedWithItsContrast(String name, String colour, String words) {
		var page = this.ines.send(PAGE, name, colour, "stood." + name, "#000000");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + name.replace('.', '-') + "-error")).contains(words);
	}

	@Test
	void aColourThatCanBeReadStandsOnEveryPage() {
		assertThat(this.browser.open("/").has("link[href^=/accent.css]")).isFalse();
		settle("site.accent.light", "#245C8F", "#ad1f2d");
		var sheet = this.browser.open("/").all("link[href^=/accent.css]").attr("href");
		var page = this.browser.openOnly(sheet);
		assertThat(page.header("Content-Type")).startsWith("text/css");
		assertThat(page.header("Cache-Control")).contains("max-age=31536000", "public");
		assertThat(page.html()).contains("--accent:#245c8f", "light-dark(#245c8f,#ff8d8a)");
		assertThat(this.browser.openOnly("/accent.css?v=red%3B%7Dbody%7B").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "Mars/Olympus, 422", "'', 422", "Africa/Dakar, 303" })
	void aZoneThatIsNoneIsRefused(String typed, int status) {
		assertThat(this.ines.sendOnly(PAGE, "site.zone", typed, "stood.site.zone", "UTC").status()).isEqualTo(status);
	}

	@Test
	void whatTheEnvironmentSaysWins() {
		assertThat(this.ines.open(PAGE).text("#site-address-hint")).contains("environment");
		this.ines.send(PAGE, "site.address", "https://evil.example", "stood.site.address", "");
		assertThat(this.settings.find("site.address")).isEmpty();
	}

	@Test
	void strangersReadTheWelcomeAndEverybodyTheRules() {
		assertThat(this.browser.open("/rules").status()).isEqualTo(404);
		assertThat(this.browser.open("/").has("a[href=/rules]")).isFalse();
		settle("site.welcome", "Ask *anything* <script>alert(1)</script>", "");
		settle("site.rules", "# With each other\n\n1. Listen first.", "");
		assertThat(this.browser.open("/").texts(".prose em")).contains("anything");
		assertThat(this.browser.open("/").has("script")).isFalse();
		assertThat(this.browser.as(this.story.noor()).open("/").text("main")).doesNotContain("Ask anything");
		assertThat(this.browser.open("/rules").text(".prose li")).isEqualTo("Listen first.");
		assertThat(this.browser.open("/rules").text(".prose h2")).isEqualTo("With each other");
		assertThat(this.browser.open("/").has(".colophon a[href=/rules]")).isTrue();
		assertThat(this.browser.open("/join").has("main a[href=/rules]")).isTrue();
	}

	@Test
	void theNameAndTheLanguageOfTheSiteCountAtOnce() {
		settle("site.name", "Grain & Water", "");
		settle("site.language", "ar", "en");
		assertThat(this.browser.open("/").text(".colophon")).contains("Grain & Water");
		assertThat(this.browser.in(Locale.FRENCH).open("/").all("html").attr("lang")).isEqualTo("ar");
		assertThat(this.browser.open("/").all("html").attr("lang")).isEqualTo("en");
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "gif" })
	void aPictureBecomesTheLogo(String format) throws IOException {
		var page = this.ines.upload(PAGE + "/logo", "picture", "logo." + format, picture(format, 800, 200));
		assertThat(page.text("[role=status]")).contains("Saved");
		var image = this.browser.open("/").all(".masthead img");
		assertThat(image.attr("alt")).isNotEmpty();
		assertThat(image.attr("height")).isEqualTo("96");
		assertThat(image.attr("width")).isEqualTo("384");
		var logo = this.browser.openOnly(image.attr("src"));
		assertThat(logo.header("Content-Type")).isEqualTo("image/png");
		assertThat(logo.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(this.browser.openOnly("/logo.png?v=older").status()).isEqualTo(404);
		this.ines.delete(PAGE + "/logo");
		assertThat(this.browser.open("/").text(".masthead .wordmark")).isEqualTo("Afterword");
		assertThat(this.browser.openOnly(image.attr("src")).status()).isEqualTo(404);
	}

	@Test
	void nothingButThePictureIsKeptOfAFile() throws IOException {
		var bytes = new ByteArrayOutputStream();
		bytes.write(picture("png", 40, 40));
		bytes.write("<script>alert('kept')</script>".getBytes(StandardCharsets.UTF_8));
		this.ines.upload(PAGE + "/logo", "picture", "logo.png", bytes.toByteArray());
		var kept = this.sql.sql("select png from site_logo").query(byte[].class).single();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script");
		assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(40);
	}

	@Test
	void whatIsNoPictureIsRefusedInWords() {
		assertThat(refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
			.contains("SVG can contain programs");
		assertThat(refused(new byte[0])).contains("Choose a picture first");
		assertThat(refused(new byte[Logo.LARGEST + 1])).contains("larger than 1,000 KB");
		assertThat(refused(picture("gif", Logo.WIDEST + 1, 2))).contains("at most 4,000");
		assertThat(refused("\u0089PNG\r\n\u001a\n and then nothing".getBytes(StandardCharsets.ISO_8859_1)))
			.contains("not a PNG, JPEG or GIF picture");
		assertThat(this.sql.sql("select count(*) from site_logo").query(Integer.class).single()).isZero();
	}

	private String refused(byte[] file) {
		var page = this.ines.upload(PAGE + "/logo", "picture", "logo", file);
		assertThat(page.status()).isEqualTo(422);
		return page.text("#picture-error");
	}

	private void settle(String name, String value, String stood) {
		assertThat(this.ines.send(PAGE, name, value, "stood." + name, stood).text("[role=status]")).contains("Saved");
	}

	private static byte[] picture(String format, int width, int height) {
		var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var pen = picture.createGraphics();
		pen.setColor(Color.RED);
		pen.fillRect(0, 0, width / 2, height);
		pen.dispose();
		var bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(picture, format, bytes);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
