package org.afterword.account;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Whoever tries names and addresses does not learn from any door which of them are known.
 * Their timing is measured by {@link SignInTimings}. That a handle is taken is no secret:
 * profiles are public, and whoever joins must be told.
 */
@AfterwordTest
class EnumerationTests {

	private static final String KNOWN = "tala@example.org";

	private static final String UNKNOWN = "tola@example.org";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void talaWasThereBefore() {
		this.story.tell();
		this.emails.confirm(this.members.join(Newcomers.called("tala")), Email.of(KNOWN));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("doors")
	void aDoorAnswersAlikeWhomeverItKnows(String address, List<String> form, String field, String known,
			String unknown) {
		var answers = Stream.of(known, unknown).map((value) -> {
			var fields = new ArrayList<>(form);
			fields.addAll(List.of(field, value));
			return answer(this.browser.stranger(), address, fields, value);
		}).toList();
		assertThat(answers.getFirst()).isEqualTo(answers.getLast());
	}

	@Test
	void whoJoinsDoesNotLearnWhetherTheAddressIsSomebodyElses() {
		var form = List.of("name", "Other", "password", Newcomers.PASSWORD, "handle");
		var known = Stream.concat(form.stream(), Stream.of("others", "email", KNOWN)).toList();
		var unknown = Stream.concat(form.stream(), Stream.of("otherz", "email", UNKNOWN)).toList();
		assertThat(answer(this.browser.stranger(), "/join", known, "others"))
			.isEqualTo(answer(this.browser.stranger(), "/join", unknown, "otherz"));
	}

	@Test
	void aMemberWhoAddsAnAddressDoesNotLearnWhetherItIsSomebodyElses() {
		var noor = this.story.noor();
		var known = answer(this.browser.as(noor), "/settings/email", List.of("email", KNOWN), KNOWN);
		this.sql.sql("delete from member_email where member_id = ? and email = ?")
			.params(noor.id().value(), KNOWN)
			.update();
		var unknown = answer(this.browser.as(noor), "/settings/email", List.of("email", UNKNOWN), UNKNOWN);
		assertThat(known).isEqualTo(unknown);
	}

	static Stream<Arguments> doors() {
		var password = List.of("password", "not your current password");
		return Stream.of(arguments("/sign-in", password, "name", "tala", "tola"),
				arguments("/sign-in", password, "name", KNOWN, UNKNOWN),
				arguments("/sign-in", List.of("link", "on"), "name", "tala", "tola"),
				arguments("/sign-in", List.of("link", "on"), "name", KNOWN, UNKNOWN),
				arguments("/sign-in/forgotten", List.of(), "name", "tala", "tola"),
				arguments("/sign-in/forgotten", List.of(), "name", KNOWN, UNKNOWN),
				arguments("/erasure", List.of("words", "I asked question 4."), "email", KNOWN, UNKNOWN));
	}

	/** All that comes back, but what each page has of its own. */
	private static List<Object> answer(Browser browser, String address, List<String> fields, String value) {
		var first = browser.sendOnly(address, fields.toArray(String[]::new));
		var location = first.header("Location");
		return List.of(first.status(), String.valueOf(location), words(first, value),
				(location != null) ? words(browser.open(location), value) : "", browser.cookies());
	}

	private static String words(Page page, String value) {
		return page.html()
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
			.replaceAll("/settings/email/\\d+", "")
			.replace(value, "");
	}

}
