package org.afterword.shell;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.CommittingTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** No header that a client or a proxy writes breaks a page, whatever stands in it. */
@CommittingTest
class StrangeHeadersTests {

	private static final List<String> NAMES = List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Port",
			"X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Real-IP", "Host", "Accept-Language", "Cookie",
			"If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "If-Range", "Range", "Referer",
			"Origin", "User-Agent", "Accept", "Accept-Charset", "Accept-Encoding", "Sec-Fetch-Site", "Sec-Purpose",
			"X-HTTP-Method-Override", "Expect", "TE", "Upgrade", "Authorization", "Content-Type", "Content-Encoding",
			"X-CSRF-TOKEN", "Save-Data", "Via");

	private static final List<String> VALUES = List.of("", "unknown", "1.2.3.4:5678", "[::1", "x/", "/", "*", "%zz",
			"\"", ";;==", "é\u0001", "'; drop", ",,,,", "a".repeat(3_000), "-1", "99999999999999999999", "bytes=9-1",
			"session=%%; csrf=; remembered=MTox; lang=\"", "session=a; session=b; lang=xx-; device=\u00ff", "http://[",
			"http://localhost:99999999/", "http://localhost:/x y", "zz-ZZ-x-;q=2,*;q=a", "_hidden:80",
			"for=\"[2001:db8::1]:47\";proto=x", "text/html;q=x", "Thu, 32 Foo 2026", "null", "\u0000");

	@LocalServerPort
	int port;

	static Stream<String> names() {
		return NAMES.stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void whateverStandsInAHeaderThePageComesOrItIsRefusedInWords(String name) throws IOException {
		for (var value : VALUES) {
			var wire = new Wire(this.port);
			var header = name + ": " + value;
			for (var address : List.of("/", "/sign-in?to=/questions", "/no/such/page")) {
				check(wire.get(address, header), "GET " + address + " " + header);
			}
			check(wire.post("/sign-in", wire.form("name", "nobody", "password", "guess"), header),
					"POST /sign-in " + header);
		}
	}

	private static void check(String answer, String asked) {
		if (answer.isEmpty() && asked.chars().anyMatch((sign) -> sign < ' ')) {
			// The server hangs up on signs that no header may have.
			return;
		}
		assertThat(answer).as(asked).matches("(?s)HTTP/1.1 [2-4].*");
		assertThat(answer).as(asked).doesNotContain("org.afterword.", "java.lang.", "org.apache.");
	}

}
