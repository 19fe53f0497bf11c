package org.afterword.mail;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.TestMailServer;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ViewResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@AfterwordTest
@ResourceLock(TestMailServer.LOCK)
class OutboxPageTests {

	private static final String PAGE = "/administration/mail";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Mail mail;

	@Autowired
	MailDelivery delivery;

	@Autowired
	Outbox outbox;

	@Autowired
	JdbcClient sql;

	@Autowired
	ViewResolver thymeleafViewResolver;

	@BeforeEach
	void tell() {
		this.story.tell();
		TestMailServer.begin();
	}

	@AfterEach
	void theServerAnswers() {
		TestMailServer.begin();
	}

	@Test
	void theAdministratorSeesThatNothingIsAmiss() {
		var page = this.browser.as(this.story.ines()).open(PAGE);
		assertThat(page.text(".standing")).isEqualTo("E-mail is sent by " + TestMailServer.place() + ".");
		assertThat(page.text("main")).contains("No e-mail was refused.", "No e-mails are waiting.");
		assertThat(page.has(".notice")).isFalse();
	}

	@Test
	void aWrongPasswordIsToldInPlainWordsWithWhatTheServerSaid() {
		TestMailServer.changePassword();
		this.mail.send(Emails.about("Dry seeds"));
		this.delivery.deliver();
		var ines = this.browser.as(this.story.ines());
		var page = ines.open(PAGE);
		assertThat(page.text(".notice")).contains("does not accept our user name and password", "It said: 535",
				"none is lost");
		assertThat(page.text(".log")).contains("tala@example.org", "Dry seeds");

		TestMailServer.begin();
		this.delivery.deliver();
		assertThat(TestMailServer.received()).as("left alone for a while").isEmpty();
		assertThat(ines.send(PAGE + "/line").text("[role=status]")).contains("Trying");
		this.delivery.deliver();
		assertThat(TestMailServer.received()).hasSize(1);
		assertThat(ines.open(PAGE).has(".notice")).isFalse();
	}

	@Test
	void aRefusedLetterIsShownAndCanBeSentAgain() {
		this.mail.send(Emails.about("Dry seeds"));
		this.sql.sql("""
				update mail_outbox set state = 'FAILED', next_attempt_at = null, attempts = 1, problem = 'REFUSED',
				answer = '550 <b>Nobody</b>'""").update();
		var ines = this.browser.as(this.story.ines());
		var page = ines.open(PAGE);
		assertThat(page.text(".log")).contains("does not accept this e-mail for this address", "550 <b>Nobody</b>");
		var address = page.all(".log form").attr("action");
		assertThat(ines.send(address).text("[role=status]")).isEqualTo("It waits to be sent again.");
		this.delivery.deliver();
		assertThat(TestMailServer.received()).hasSize(1);
		assertThat(ines.send(address).status()).isEqualTo(422);
	}

	@Test
	void aLetterToNobodyCannotBeSentAgain() {
		assertThat(this.browser.as(this.story.ines()).send(PAGE + "/99/sending").status()).isEqualTo(404);
		assertThat(this.browser.as(this.story.ines()).send(PAGE + "/x/sending").status()).isEqualTo(404);
	}

	@Test
	void nobodyElseSeesIt() {
		assertThat(this.browser.as(this.story.amara()).open(PAGE).status()).isEqualTo(403);
		assertThat(this.browser.as(this.story.noor()).send(PAGE + "/line").status()).isEqualTo(403);
		assertThat(this.browser.open(PAGE).address()).startsWith("/sign-in");
	}

	@Test
	void everyLetterCanBeReadInDevelopment() throws Exception {
		this.mail.send(Emails.about("Dry seeds"));
		var id = this.sql.sql("select id from mail_outbox").query(Long.class).single();
		var pages = MockMvcBuilders.standaloneSetup(new SentMailController(this.outbox))
			.setViewResolvers((name, locale) -> this.thymeleafViewResolver.resolveViewName(name, locale))
			.build();
		assertThat(pages.perform(get("/dev/mail")).andReturn().getResponse().getContentAsString())
			.contains("/dev/mail/" + id, "Dry seeds", "tala@example.org", "waiting");
		assertThat(pages.perform(get("/dev/mail/" + id)).andReturn().getResponse().getContentAsString())
			.contains("<a href=\"https://forum.example.org/topics/seed-banks?post=3#p3\">", "They keep now.");
		var html = pages.perform(get("/dev/mail/" + id + "/html")).andReturn().getResponse();
		assertThat(html.getContentType()).isEqualTo(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		assertThat(html.getHeader("Content-Security-Policy")).contains("default-src 'none'");
		assertThat(html.getContentAsString()).contains("<h1", "The seeds are dry");
	}

	@Test
	void noLetterCanBeReadElsewhere() {
		assertThat(this.browser.as(this.story.ines()).open("/dev/mail").status()).isEqualTo(404);
		assertThat(this.browser.as(this.story.ines()).open("/dev/mail/1").status()).isEqualTo(404);
	}

}
