package org.afterword.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.afterword.AfterwordTest;
import org.afterword.NuChecker;
import org.afterword.TestMailServer;
import org.afterword.demo.StoryClock;
import org.afterword.member.Email;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** E-mails that are sent to a real mail server. */
@AfterwordTest
@ResourceLock(TestMailServer.LOCK)
class MailTests {

	@Autowired
	Mail mail;

	@Autowired
	MailDelivery delivery;

	@Autowired
	StoryClock clock;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	@AfterEach
	void theServerAnswers() {
		TestMailServer.begin();
	}

	@Test
	void aLetterArrivesAsTextAndAsHtmlThatSayTheSame() throws Exception {
		this.mail.send(Emails.about("Dry seeds"));
		this.delivery.deliver();
		var message = only();
		assertThat(message.getSubject()).isEqualTo("Dry seeds");
		assertThat(message.getFrom()).containsExactly(new InternetAddress(TestMailServer.USER, "Afterword"));
		assertThat(message.getAllRecipients()).containsExactly(new InternetAddress("tala@example.org"));
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(message.getHeader("Content-Language")).containsExactly("en");
		assertThat(message.getMessageID()).matches("<[0-9a-f-]{36}@forum\\.example\\.org>");
		var parts = (MimeMultipart) message.getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative");
		assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
		assertThat(((String) parts.getBodyPart(0).getContent()).replace("\r\n", "\n")).isEqualTo("""
				The seeds are dry

				They keep now.

				Look at them:
				https://forum.example.org/topics/seed-banks?post=3#p3

				Until then.

				--\s
				You get this because you follow the topic.
				https://forum.example.org/
				""");
		var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
		assertThat(html.select("h1").text()).isEqualTo("The seeds are dry");
		assertThat(html.select("a").eachAttr("href"))
			.containsExactly("https://forum.example.org/topics/seed-banks?post=3#p3", "https://forum.example.org/");
		assertThat(html.select("img, script, link, table, form")).isEmpty();
		assertThat(html.select("main p span").attr("style")).isEqualTo("color:#ad1f2d");
		assertThat(html.body().text()).contains("They keep now.", "Until then.", "because you follow the topic.");
		NuChecker.assertValidHtml((String) parts.getBodyPart(1).getContent());
	}

	@Test
	void aLetterBearsTheNameAndTheAccentOfTheCommunityAndAsksNobodyForAPicture() throws Exception {
		this.sql
			.sql("""
					insert into setting (name, value) values ('site.name', 'Reed & Beds'), ('site.accent.light', '#005f73')""")
			.update();
		this.mail.send(Emails.about("Dry seeds"));
		this.delivery.deliver();
		var message = only();
		assertThat(message.getFrom()).containsExactly(new InternetAddress(TestMailServer.USER, "Reed & Beds"));
		var parts = (MimeMultipart) message.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
		assertThat((String) parts.getBodyPart(0).getContent()).contains("Reed & Beds\r\nhttps://forum.example.org/");
		var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
		assertThat(html.select("main p bdi").first().text()).isEqualTo("Reed & Beds");
		assertThat(html.select("main p span").attr("style")).isEqualTo("color:#005f73");
		assertThat(html.select("img, link, [src], [background]")).isEmpty();
	}

	@Test
	void whatIsSentIsSentOnce() {
		this.mail.send(Emails.about("One"));
		this.mail.send(Emails.about("Two"));
		this.delivery.deliver();
		this.delivery.deliver();
		assertThat(TestMailServer.received()).hasSize(2);
		assertThat(states()).containsExactly("SENT", "SENT");
	}

	@Test
	void arabicRunsFromRightToLeft() throws Exception {
		this.mail.send(new EmailMessage(Email.of("salma@example.org"), Locale.of("ar"), "بذور جافة", "جفّت البذور",
				List.of(), null, List.of(), "لأنك تتابع الموضوع.", null, false));
		this.delivery.deliver();
		var message = only();
		assertThat(message.getSubject()).isEqualTo("بذور جافة");
		var html = Jsoup.parse((String) ((MimeMultipart) message.getContent()).getBodyPart(1).getContent());
		assertThat(html.select("html, body, main").eachAttr("dir")).containsExactly("rtl", "rtl", "rtl");
		assertThat(html.select("html, body, main").eachAttr("lang")).containsExactly("ar", "ar", "ar");
		assertThat(html.select("main a").attr("dir")).isEqualTo("ltr");
	}

	@Test
	void whatRunsTheOtherWayStandsByItselfInBothParts() throws Exception {
		this.mail.send(new EmailMessage(Email.of("salma@example.org"), Locale.of("ar"), "دعوة",
				"يدعوك \u2068Amara (Dakar)\u2069", List.of("السبب: \u2068Lost.\u2069\n\u2068Twice!\u2069"), null,
				List.of(), "لأن \u2068Amara\u2069 أعطت عنوانك.", null, false));
		this.delivery.deliver();
		var parts = (MimeMultipart) only().getContent();
		assertThat((String) parts.getBodyPart(0).getContent()).contains("يدعوك \u2068Amara (Dakar)\u2069");
		var html = Jsoup.parse((String) parts.getBodyPart(1).getContent());
		assertThat(html.select("h1 bdi").text()).isEqualTo("Amara (Dakar)");
		assertThat(html.select("main p:not(:first-child) bdi").eachText()).containsExactly("Lost.", "Twice!", "Amara");
		assertThat(html.text()).contains("السبب: Lost. Twice!").doesNotContain("\u2068", "\u2069");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Seeds\r\nBcc: all@example.org", "Seeds\nBcc: all@example.org",
			"Seeds\r\n\r\nBcc: all@example.org", "Seeds\u2028Bcc: all@example.org", "Seeds\u0000Bcc: all@example.org" })
	void noSubjectBecomesAHeaderOfItsOwn(String subject) throws Exception {
		this.mail.send(Emails.about(subject));
		this.delivery.deliver();
		var message = only();
		assertThat(message.getSubject()).isEqualTo("Seeds Bcc: all@example.org");
		assertThat(message.getHeader("Bcc")).isNull();
		assertThat(source(message)).doesNotContainPattern("(?im)^bcc:");
		assertThat(message.getAllRecipients()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala@example.org\r\nBcc: all@example.org", "tala@example.org, all@example.org",
			"tala@example.org\u0000", "Tala <tala@example.org>" })
	void noAddressHidesAnother(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> Emails.to(address, "Seeds", null, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "seeds", "/a\r\nb", "/a b", "/\"onclick" })
	void noButtonLeadsAway(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> new EmailMessage.Button("Press", path));
	}

	@Test
	void whatPeopleWroteIsTextInALetter() throws Exception {
		this.mail.send(new EmailMessage(Email.of("tala@example.org"), Locale.ENGLISH, "<b>Seeds</b>", "<i>dry</i>",
				List.of("one\n<script>alert(1)</script>"), null, List.of(), "why", null, false));
		this.delivery.deliver();
		var html = Jsoup.parse((String) ((MimeMultipart) only().getContent()).getBodyPart(1).getContent());
		assertThat(html.select("script, i, b")).isEmpty();
		assertThat(html.select("h1").text()).isEqualTo("<i>dry</i>");
		assertThat(html.body().text()).contains("one <script>alert(1)</script>");
	}

	@Test
	void theLongestLetterStaysUnder40Kilobytes() throws Exception {
		for (var sign : List.of("seeds and a few more words ", "ب", "あ")) {
			TestMailServer.begin();
			var most = (EmailMessage.LONGEST - 2_600) / 2 / sign.getBytes(StandardCharsets.UTF_8).length;
			this.mail.send(new EmailMessage(Email.of("tala@example.org"), Locale.ENGLISH, "Long", "Long",
					List.of(sign.repeat(most)), null, List.of(), "why", null, false));
			this.delivery.deliver();
			var out = new ByteArrayOutputStream();
			only().writeTo(out);
			assertThat(out.size()).as(sign).isBetween(26_000, 40 * 1024);
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.mail.send(new EmailMessage(Email.of("tala@example.org"), Locale.ENGLISH, "Too long",
					"Long", List.of("a".repeat(EmailMessage.LONGEST)), null, List.of(), "why", null, false)));
	}

	@Test
	void aServerThatIsAwayForAnHourLosesNothing() throws Exception {
		var noon = Instant.parse("2026-11-26T12:00:00Z");
		TestMailServer.stop();
		this.clock.at(noon, () -> {
			this.mail.send(Emails.about("One"));
			this.mail.send(Emails.about("Two"));
			this.delivery.deliver();
		});
		var id = this.sql.sql("select message_id from mail_outbox order by id limit 1").query(String.class).single();
		var knocks = 0;
		for (var minute = 1; minute < 60; minute++) {
			var before = failures();
			this.clock.at(noon.plus(Duration.ofMinutes(minute)), this.delivery::deliver);
			knocks += failures() - before;
		}
		assertThat(knocks).as("knocks in an hour, less and less often").isBetween(3, 6);
		assertThat(states()).containsExactly("WAITING", "WAITING");
		assertThat(this.sql.sql("select problem from mail_line").query(String.class).single()).isEqualTo("UNREACHABLE");

		TestMailServer.begin();
		this.clock.at(noon.plus(Duration.ofMinutes(90)), this.delivery::deliver);
		assertThat(TestMailServer.received()).extracting(MimeMessage::getSubject).containsExactly("One", "Two");
		assertThat(TestMailServer.received().getFirst().getMessageID()).isEqualTo(id);
		assertThat(TestMailServer.received().getFirst().getSentDate()).isEqualTo(noon);
		assertThat(states()).containsExactly("SENT", "SENT");
		assertThat(failures()).isZero();
	}

	@Test
	void aWrongPasswordKeepsEveryLetterAndWhatTheServerSaid() {
		TestMailServer.changePassword();
		this.mail.send(Emails.about("One"));
		this.delivery.deliver();
		assertThat(TestMailServer.received()).isEmpty();
		assertThat(states()).containsExactly("WAITING");
		assertThat(this.sql.sql("select problem || ' ' || answer from mail_line").query(String.class).single())
			.startsWith("PASSWORD 535");
	}

	@Test
	void aLetterWhoseTransactionFailsIsNeverSent() {
		this.sql.sql("savepoint before").update();
		this.mail.send(Emails.about("One"));
		this.sql.sql("rollback to savepoint before").update();
		this.delivery.deliver();
		assertThat(TestMailServer.received()).isEmpty();
	}

	@Test
	void whatWouldComeTooLateDoesNotLeave() {
		var now = this.clock.instant();
		this.mail.send(Emails.to("tala@example.org", "Good", now.plusSeconds(60), true));
		this.mail.send(Emails.to("tala@example.org", "Late", now.minusSeconds(1), true));
		this.delivery.deliver();
		assertThat(TestMailServer.received()).hasSize(1);
		assertThat(states()).containsExactly("SENT", "TOO_LATE");
	}

	@Test
	void aKeyIsForgottenAsSoonAsItHasLeftAndEveryWordAfter30Days() {
		this.mail.send(Emails.to("tala@example.org", "Key", null, true));
		this.mail.send(Emails.about("News"));
		this.delivery.deliver();
		assertThat(subjectsWithWords()).containsExactly("News");
		this.clock.at(this.clock.instant().plus(Duration.ofDays(29)), this.delivery::forget);
		assertThat(subjectsWithWords()).containsExactly("News");
		this.mail.send(Emails.about("Waits"));
		this.clock.at(this.clock.instant().plus(Duration.ofDays(31)), this.delivery::forget);
		assertThat(subjectsWithWords()).containsExactly("Waits");
		assertThat(states()).containsExactly("SENT", "SENT", "WAITING");
	}

	private static MimeMessage only() {
		assertThat(TestMailServer.received()).hasSize(1);
		return TestMailServer.received().getFirst();
	}

	private static String source(MimeMessage message) throws Exception {
		var out = new ByteArrayOutputStream();
		message.writeTo(out);
		return out.toString(StandardCharsets.UTF_8);
	}

	private List<String> states() {
		return this.sql.sql("select state from mail_outbox order by id").query(String.class).list();
	}

	private List<String> subjectsWithWords() {
		return this.sql.sql("select subject from mail_outbox where plain is not null order by id")
			.query(String.class)
			.list();
	}

	private int failures() {
		return this.sql.sql("select coalesce(max(failures), 0) from mail_line").query(Integer.class).single();
	}

}
