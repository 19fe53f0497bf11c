package org.afterword.shell;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@AfterwordTest
class SecurityHeadersTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	MockMvc mvc;

	@LocalServerPort
	int port;

	@LocalManagementPort
	int managementPort;

	@ParameterizedTest
	@ValueSource(strings = { "/nothing-here", "/first-administrator?token=x", "/afterword.css" })
	void everyAnswerTellsBrowsersWhatOurPagesDoNotDo(String address) {
		assertTellsBrowsersWhatPagesDoNotDo(this.browser.openOnly(address));
	}

	/** On every other address: {@link PermissionMatrixTests} asks this of each. */
	static void assertTellsBrowsersWhatPagesDoNotDo(Page page) {
		assertThat(page.header("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'",
					"frame-ancestors 'none'", "form-action 'self'")
			.doesNotContain("unsafe")
			.doesNotContain("*");
		assertThat(page.header("X-Content-Type-Options")).as(page.address()).isEqualTo("nosniff");
		assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(page.header("Permissions-Policy")).contains("camera=()");
		assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
		assertThat(page.html()).doesNotContainPattern("<script(?![^>]* src=)|<style|\\son[a-z]+=|style=\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/nothing-here", "/members/nobody-here", "/afterword.css" })
	void strangersReadWithoutASessionAndWithoutACookie(String address) {
		assertThat(this.browser.openOnly(address).header("Set-Cookie")).isNull();
		assertThat(this.browser.sessionStatementsFor(address)).isEmpty();
	}

	@Test
	void theDoorGivesOneCookieAndNoSession() {
		var page = this.browser.open("/sign-in");
		assertThat(this.browser.cookies()).containsExactly("csrf");
		assertThat(page.header("Set-Cookie")).contains("HttpOnly");
		assertThat(this.browser.sessionStatementsFor("/sign-in")).isEmpty();
	}

	@Test
	void noOtherSiteMakesABrowserSendItsCookies() throws Exception {
		assertThat(open(this.port, "/sign-in").headers().allValues("Set-Cookie")).singleElement()
			.asString()
			.startsWith("csrf=")
			.contains("SameSite=Lax");
	}

	@Test
	void behindTlsCookiesAreSecureAndBrowsersStayThere() throws Exception {
		var response = this.mvc.perform(get("/sign-in").secure(true)).andReturn().getResponse();
		assertThat(response.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
		assertThat(response.getHeader("Set-Cookie")).contains("Secure");
		assertThat(this.browser.open("/sign-in").header("Strict-Transport-Security")).isNull();
	}

	@Test
	void filesMayBeKeptAndPagesAreAskedForAgain() {
		assertThat(this.browser.openOnly("/afterword.css").header("Cache-Control")).contains("max-age=31536000",
				"public");
		assertThat(this.browser.openOnly("/").header("Cache-Control")).isEqualTo("private, no-cache");
	}

	@Test
	void noBrowserKeepsWhatIsNobodyElses() {
		var tala = this.browser.as(this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow());
		assertThat(tala.openOnly("/settings").header("Cache-Control")).isEqualTo("no-store");
		assertThat(tala.openOnly("/settings/sessions").header("Cache-Control")).isEqualTo("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH", "DELETE" })
	void strangersChangeNothing(String method) {
		for (var address : new String[] { "/topics/any/replies", "/topics/any/lock", "/anything" }) {
			var page = this.browser.ask(HttpMethod.valueOf(method), address);
			assertThat(page.status()).isEqualTo(303);
			assertThat(page.header("Location")).isEqualTo("/sign-in");
		}
	}

	@Test
	void aMembersFormFromAnotherSiteIsRefused() {
		this.members.join(Newcomers.called("tala"));
		this.browser.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD);
		var refused = this.browser.sendForged("/topics/any/replies", "body", "x");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("main")).contains("without the security token of our own page");
		assertThat(this.browser.sendForged("/topics/any/replies", "body", "x", "_csrf", "guess").status())
			.isEqualTo(403);
	}

	@Test
	void theTokenOfAPageIsNotTheOneInTheCookie() {
		var one = this.browser.open("/sign-in").value("_csrf");
		var other = this.browser.open("/sign-in").value("_csrf");
		assertThat(one).isNotEqualTo(other);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/topics/%00", "/topics/seed%2Fbanks", "/?x=%ff", "/members?q=%ff", "/sign-in?to=%ff" })
	void anAddressThatLostAPieceIsAnsweredInWords(String address) throws Exception {
		var answer = open(this.port, address);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("This address or form is not valid", "All topics")
			.doesNotContain("HTTP Status");
		assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
	}

	@Test
	void aFormThatCannotBeReadIsAnsweredInWords() throws Exception {
		var form = HttpRequest.newBuilder(address(this.port, "/sign-in"))
			.header("Content-Type", "multipart/form-data")
			.POST(HttpRequest.BodyPublishers.ofString("name=tala"));
		var answer = open(form.build());
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("This address or form is not valid");
	}

	@Test
	void thePageOfErrorsIsNoAddressOfItsOwn() throws Exception {
		var answer = open(this.port, "/error");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("All topics");
	}

	@Test
	void itsHealthIsToldOnAPortOfItsOwn() throws Exception {
		var health = open(this.managementPort, "/actuator/health");
		assertThat(health.statusCode()).isEqualTo(200);
		assertThat(health.body()).contains("UP");
		assertThat(health.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(open(this.managementPort, "/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(this.browser.openOnly("/actuator/health").status()).isEqualTo(404);
	}

	private static HttpResponse<String> open(int port, String address) throws Exception {
		return open(HttpRequest.newBuilder(address(port, address)).build());
	}

	private static HttpResponse<String> open(HttpRequest request) throws Exception {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

	private static URI address(int port, String address) {
		return URI.create("http://127.0.0.1:" + port + address);
	}

}
