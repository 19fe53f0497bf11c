package org.afterword;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@ChromiumTest
class ChromiumTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sign-in", "/join", "/questions", "/no-such-page" })
	void anEmptyForumReadsWell(String address, Visitor visitor) {
		var page = visitor.open(address);
		NuChecker.assertValidHtml(page.content());
		Visitor.assertAccessible(page);
		Visitor.assertFits(page);
		assertThat(visitor.complaints()).isEmpty();
		assertThat(visitor.requestsElsewhere()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sign-in", "/join", "/questions", "/no-such-page" })
	void itFitsATelephoneAtNightFromRightToLeftWithoutJavaScript(String address, Visitor visitor) {
		var page = visitor.narrow().dark().speaking("ar").withoutJavaScript().open(address);
		Visitor.assertFits(page);
		assertThat(visitor.complaints()).isEmpty();
	}

}
