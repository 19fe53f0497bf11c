package org.afterword.shell;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.CommittingTest;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** How much a stranger and a member may send, over a real connection. */
@CommittingTest
class RequestBodiesTests {

	@Autowired
	Members members;

	@LocalServerPort
	int port;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = new Wire(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topics/new", "/language", "/confirmation", "/leaving", "/nowhere", "/", "/drafts/unsent",
			"/erasure", "/first-administrator", "/settings/email", "/topics/seed-banks/preview" })
	void whatAStrangerSendsIsSmall(String address) throws IOException {
		var answer = this.wire.post(address, "text=" + "x".repeat(70_000));
		assertThat(answer).startsWith("HTTP/1.1 413").contains("<h1", "too large", "64 KB");
		assertThat(this.wire.post(address, "text=" + "x".repeat(60_000))).doesNotStartWith("HTTP/1.1 413")
			.doesNotStartWith("HTTP/1.1 5");
	}

	@ParameterizedTest
	@CsvSource({ "/sign-in, 422", "/topics/seed-banks/replies, 403", "/topics/seed-banks/posts/3/edit, 403",
			"/join, 422" })
	void whereAStrangerSignsInAWholePostIsCarried(String address, int status) throws IOException {
		var words = "種".repeat(65_000);
		var field = (status == 403) ? "body" : "unsent.body";
		var answer = this.wire.post(address,
				this.wire.form("name", "nobody", "unsent-path", "/topics/seed-banks/replies", field, words));
		assertThat(answer.substring(0, 12)).isEqualTo("HTTP/1.1 " + status);
		assertThat(answer.chars().filter((sign) -> sign == '種').count()).isGreaterThanOrEqualTo(65_000 - 10);
		assertThat(this.wire.post(address, this.wire.form(field, words, "name", "x".repeat(80_000))).substring(0, 12))
			.isEqualTo("HTTP/1.1 413");
	}

	@Test
	void onlyASessionThatIsKnownMakesAMember() throws IOException {
		this.members.join(Newcomers.called("tala"));
		var large = this.wire.form("text", "x".repeat(900_000));
		for (var cookie : new String[] { "session=abc", "session=" + "A".repeat(43), "remembered=MTox",
				"remembered=%%%", "remembered=1", "SESSION=1", "session=", "session=" + "a".repeat(4_000),
				"remembered=OTk5OTk5OTk5OTk5OTk5OTk5OTk6eA", "session=\u0001" }) {
			assertThat(this.wire.post("/language", large, "Cookie: " + cookie)).as(cookie)
				.matches("(?s)HTTP/1.1 4(13|00).*");
		}
		this.wire.signIn("tala", Newcomers.PASSWORD);
		assertThat(this.wire.post("/language", this.wire.form("language", "en", "text", "x".repeat(900_000))))
			.startsWith("HTTP/1.1 303");
		assertThat(this.wire.post("/language", this.wire.form("language", "en", "text", "x".repeat(17_000_000))))
			.startsWith("HTTP/1.1 413");
		this.wire.post("/sign-out", this.wire.form());
		assertThat(this.wire.post("/language", large)).startsWith("HTTP/1.1 413");
	}

	@Test
	void aDeviceThatIsRememberedSendsAsAMember() throws IOException {
		this.members.join(Newcomers.called("tala"));
		this.wire.post("/sign-in", this.wire.form("name", "tala", "password", Newcomers.PASSWORD, "remember", "on"));
		this.wire.cookies().remove("session");
		assertThat(this.wire.post("/language", this.wire.form("language", "en", "text", "x".repeat(900_000))))
			.startsWith("HTTP/1.1 303");
	}

	@Test
	void aBodyInPiecesIsHeldToTheSameBounds() throws IOException {
		var piece = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
		assertThat(this.wire.post("/language", "5\r\ntext=\r\n" + piece.repeat(10) + "0\r\n\r\n",
				"Transfer-Encoding: chunked"))
			.startsWith("HTTP/1.1 400");
		assertThat(this.wire.post("/language", "5\r\ntext=\r\n" + piece.repeat(40) + "0\r\n\r\n",
				"Transfer-Encoding: chunked"))
			.startsWith("HTTP/1.1 413");
	}

	@Test
	void otherMethodsAndKindsAreHeldToTheSameBounds() throws IOException {
		for (var type : new String[] { "application/json", "text/plain", "nonsense", "x/y; charset=z", "" }) {
			assertThat(this.wire.post("/sign-in", "x".repeat(2_000_000), "Content-Type: " + type)).as(type)
				.startsWith("HTTP/1.1 413");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "utf-8", "UTF-8", "nonsense", "\"", "iso-8859-1", "utf-16", "x-user-defined", "utf-7" })
	void formsAreUtf8WhateverTheySay(String charset) throws IOException {
		var answer = this.wire.post("/sign-in", this.wire.form("name", "ñandú", "password", "guess"),
				"Content-Type: application/x-www-form-urlencoded; charset=" + charset);
		assertThat(answer).matches("(?s)HTTP/1.1 4(22|00).*");
		if (answer.startsWith("HTTP/1.1 422")) {
			assertThat(answer).contains("value=\"ñandú\"");
		}
	}

	@Test
	void aStrangersFormHasFewFields() throws IOException {
		var many = IntStream.range(0, 3_300).mapToObj((i) -> "a=" + i).collect(Collectors.joining("&"));
		assertThat(this.wire.post("/language", many)).matches("(?s)HTTP/1.1 4(00|13).*");
	}

	@Test
	void aStrangersFileLeadsToTheSignInPage() throws IOException {
		var body = "--b\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"a.png\"\r\n\r\n"
				+ "x".repeat(500_000) + "\r\n--b--\r\n";
		assertThat(this.wire.post("/settings/site/logo", body, "Content-Type: multipart/form-data; boundary=b"))
			.startsWith("HTTP/1.1 303")
			.contains("Location: /sign-in");
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data", "multipart/*", "*/*" })
	void aFormWhosePartsNobodyCanTellApartIsRefusedInWords(String type) throws IOException {
		assertThat(this.wire.post("/settings/site/logo", "--b\r\n", "Content-Type: " + type)).startsWith("HTTP/1.1 400")
			.contains("<main");
		assertThat(this.wire.post("/settings/site/logo", "", "Content-Type: " + type)).doesNotStartWith("HTTP/1.1 5");
	}

	@Test
	void fieldsOfTheAddressAndOfTheFormStandTogether() throws IOException {
		var answer = this.wire.post("/sign-in?to=/questions", this.wire.form("name", "x", "password", "y"));
		assertThat(answer).contains("name=\"to\" value=\"/questions\"");
	}

	@Test
	void aFormThatIsNoTextIsRefusedInWords() throws IOException {
		for (var body : new String[] { "name=%", "name=%zz", "%%%=1", "name=%e4%" }) {
			assertThat(this.wire.post("/sign-in", body)).as(body).startsWith("HTTP/1.1 400").contains("<h1");
		}
		// Nothing in it.
		assertThat(this.wire.post("/sign-in", "&&&=&")).matches("(?s)HTTP/1.1 4(00|03).*");
	}

}
