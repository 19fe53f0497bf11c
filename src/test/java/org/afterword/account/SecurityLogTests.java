package org.afterword.account;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.kernel.SecurityLog;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SecurityLogTests {

	private final Logger log = (Logger) LoggerFactory.getLogger("org.afterword.security");

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@BeforeEach
	void listen() {
		this.lines.start();
		this.log.setLevel(Level.INFO);
		this.log.addAppender(this.lines);
	}

	@AfterEach
	void leave() {
		this.log.detachAppender(this.lines);
		this.log.setLevel(null);
	}

	@Test
	void whoComesInAndWhoIsRefusedIsWrittenByNumber() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.browser.send("/sign-in", "name", "tala", "password", "not her password");
		this.browser.send("/sign-in", "name", "nobody\r\nsign-in account=1", "password", "guess");
		this.browser.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		assertThat(said()).hasSize(3);
		assertThat(said().getFirst()).isEqualTo("sign-in-refused for=password account=" + tala);
		assertThat(said().get(1)).isEqualTo("sign-in-refused for=password account=none");
		assertThat(said().getLast()).startsWith("sign-in account=" + tala + " session=");
	}

	@Test
	void whatSomebodyMayNotDoIsWritten() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.browser.send("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		this.browser.open("/moderation/log");
		assertThat(said()).last().isEqualTo("act-refused account=" + tala + " act=GET address=/moderation/log");
		this.members.join(Newcomers.called("oba"));
		this.browser.open("/members/oba/access");
		assertThat(said()).last().isEqualTo("act-refused account=" + tala + " act=GET address=/members/*/access");
	}

	@Test
	void oneLineStaysOneLine() {
		SecurityLog.note("tried", "address", "/x\r\n\u2028sign-in");
		assertThat(said()).containsExactly("tried address=/x???sign-in");
	}

	private List<String> said() {
		// Others use the forum beside this test, in threads of their own.
		var here = Thread.currentThread().getName();
		return this.lines.list.stream()
			.filter((line) -> line.getThreadName().equals(here))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

}
