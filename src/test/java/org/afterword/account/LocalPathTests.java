package org.afterword.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class LocalPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/topics/seed-banks", "/topics/seed-banks?page=2#p21", "/questions?status=open",
			"/topics/a/replies/new?to=3&quote=3", "/members/%D8%A7" })
	void placesInTheForumAreKept(String path) {
		assertThat(LocalPath.of(path).value()).isEqualTo(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example",
			"/\t/evil.example", "/\n/evil.example", "/%0d%0aSet-Cookie:x=1 y", "javascript:alert(1)",
			"/..//evil.example", "/%5cevil.example", "/%2f/evil.example", "/a//evil.example", "topics", "", " /topics",
			"/a b", "/\u202etopics", "/%zz", "/sign-in", "/sign-in?to=/sign-in", "/sign-out", "/join",
			"/first-administrator?token=x", "/error" })
	void nobodyIsLedAwayOrRoundInCircles(String path) {
		assertThat(LocalPath.of(path)).isEqualTo(LocalPath.HOME);
	}

	@Test
	void aHugeAddressLeadsHome() {
		assertThat(LocalPath.of("/" + "a".repeat(100_000))).isEqualTo(LocalPath.HOME);
		assertThat(LocalPath.of(null)).isEqualTo(LocalPath.HOME);
	}

	@ParameterizedTest
	@CsvSource({ "http://localhost/topics/a/replies/new?to=3, /sign-in?to=%2Ftopics%2Fa%2Freplies%2Fnew%3Fto%3D3",
			"http://evil.example/topics/a, /sign-in", "http://localhost:99/topics/a, /sign-in",
			"not an address, /sign-in" })
	void afterAFormOneComesBackToItsPageAndToNoOtherSite(String referer, String address) {
		var request = new MockHttpServletRequest("POST", "/topics/a/replies");
		request.addHeader("Referer", referer);
		assertThat(SignInFirst.address(request)).isEqualTo(address);
	}

	@Test
	void afterAPageOneComesBackToIt() {
		var request = new MockHttpServletRequest("GET", "/topics/a/replies/new");
		request.setQueryString("question=5");
		assertThat(SignInFirst.address(request)).isEqualTo("/sign-in?to=%2Ftopics%2Fa%2Freplies%2Fnew%3Fquestion%3D5");
	}

}
