package org.afterword.mail;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.afterword.AfterwordTest;
import org.afterword.demo.StoryClock;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** E-mails that a mail server does not accept at once. */
@AfterwordTest
class MailDeliveryTests {

	private static final Site SITE = Site.of("", ZoneId.of("UTC"), URI.create("https://forum.example.org/"));

	@Autowired
	Mail mail;

	@Autowired
	StoryClock clock;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionOperations transactions;

	@ParameterizedTest
	@CsvSource(textBlock = """
			RCPT, 550 5.1.1 Nobody is called like this, FAILED, REFUSED
			RCPT, 450 4.2.1 Greylisted; come back, WAITING, LATER
			RCPT, 552 5.2.2 The box is full, FAILED, REFUSED
			DATA, 451 4.3.0 Not now, WAITING, LATER
			DATA, 554 5.7.1 Looks like advertising, FAILED, REFUSED
			DATA, '', WAITING, LOST
			MAIL, 451 4.7.1 Not so fast, WAITING, LATER
			""")
	void whatTheServerSaysOfALetterDecidesItsFateAlone(String heard, String answer, String state, String problem)
			throws Exception {
		try (var server = new ScriptedServer(Map.of(heard, answer))) {
			this.mail.send(Emails.about("One"));
			delivery(server.port()).deliver();
			assertThat(letter("state")).isEqualTo(state);
			assertThat(letter("problem")).isEqualTo(problem);
			assertThat(letter("answer")).contains(answer.isEmpty() ? "" : answer.substring(4));
			assertThat(lineProblem()).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			MAIL, 553 5.7.1 Not your address, SENDER
			MAIL, 530 5.7.0 Come in first, REFUSED_US
			EHLO, 554 5.7.1 Not from your network, REFUSED_US
			""")
	void whatTheServerSaysOfUsHoldsAllLettersBack(String heard, String answer, String problem) throws Exception {
		try (var server = new ScriptedServer(Map.of(heard, answer, "HELO", answer))) {
			this.mail.send(Emails.about("One"));
			this.mail.send(Emails.about("Two"));
			delivery(server.port()).deliver();
			assertThat(lineProblem()).isEqualTo(problem);
			assertThat(this.sql.sql("select count(*) from mail_outbox where state = 'WAITING' and attempts = 0")
				.query(Integer.class)
				.single()).isEqualTo(2);
		}
	}

	@Test
	void oneThatIsRefusedDoesNotHoldTheNextOneBack() throws Exception {
		try (var server = new ScriptedServer(Map.of("RCPT TO:<nobody@", "550 5.1.1 Nobody", "RCPT TO:<hangs@", ""))) {
			this.mail.send(Emails.to("nobody@example.org", "One", null, false));
			this.mail.send(Emails.to("hangs@example.org", "Two", null, false));
			this.mail.send(Emails.to("tala@example.org", "Three", null, false));
			delivery(server.port()).deliver();
			assertThat(this.sql.sql("select state from mail_outbox order by id").query(String.class).list())
				.containsExactly("FAILED", "WAITING", "SENT");
			assertThat(server.taken).hasValue(1);
		}
	}

	@Test
	void aLetterIsTriedForAboutThreeDaysLessAndLessOften() throws Exception {
		try (var server = new ScriptedServer(Map.of("RCPT", "450 4.2.1 Later"))) {
			var delivery = delivery(server.port());
			this.mail.send(Emails.about("One"));
			var written = instant("written_at");
			var last = Duration.ZERO;
			while (letter("state").equals("WAITING")) {
				var next = instant("next_attempt_at");
				this.clock.at(next, delivery::deliver);
				var pause = letter("state").equals("WAITING") ? Duration.between(next, instant("next_attempt_at"))
						: last;
				assertThat(pause).isGreaterThanOrEqualTo(last);
				last = pause;
				if (letter("state").equals("FAILED")) {
					assertThat(Duration.between(written, next)).isBetween(Duration.ofDays(2), Duration.ofDays(4));
				}
			}
			assertThat(letter("attempts")).isEqualTo(Integer.toString(MailDelivery.MOST_ATTEMPTS));
		}
	}

	@Test
	void whereNoServerIsNamedEveryLetterWaits() {
		this.mail.send(Emails.about("One"));
		var line = new SmtpServer((JavaMailSenderImpl) null, SITE, "");
		new MailDelivery(line, this.sql, this.transactions, this.clock).deliver();
		assertThat(line.isConfigured()).isFalse();
		assertThat(letter("state")).isEqualTo("WAITING");
		assertThat(letter("attempts")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "forum", "forum@example.org, all@example.org", "forum@example.org\r\nBcc: all@example.org",
			"Forum <forum@example.org> x" })
	void aSenderThatIsNotOneAddressStopsTheStart(String from) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SmtpServer((JavaMailSenderImpl) null, SITE, from));
	}

	@ParameterizedTest
	@ValueSource(strings = { "forum.example.org", "ftp://forum.example.org", "https://forum.example.org/?a=b",
			"https://ana@forum.example.org", "https:///forum" })
	void anAddressOfTheSiteThatIsNoneStopsTheStart(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> Site.of("", ZoneId.of("UTC"), URI.create(address)));
	}

	private MailDelivery delivery(int port) {
		var server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		return new MailDelivery(new SmtpServer(server, SITE, "forum@example.org"), this.sql, this.transactions,
				this.clock);
	}

	private String letter(String column) {
		return this.sql.sql("select coalesce(" + column + "::text, '') from mail_outbox").query(String.class).single();
	}

	private Instant instant(String column) {
		return this.sql.sql("select " + column + " from mail_outbox")
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
	}

	private @Nullable String lineProblem() {
		return this.sql.sql("select problem from mail_line").query(String.class).optional().orElse(null);
	}

}
