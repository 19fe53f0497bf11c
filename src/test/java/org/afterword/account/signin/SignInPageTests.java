package org.afterword.account.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Profile;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.suspension.Suspensions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SignInPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	Roles roles;

	@Autowired
	Suspensions suspensions;

	@Autowired
	JdbcClient sql;

	@Autowired
	PlatformTransactionManager transactions;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaJoins() {
		this.tala = this.members.join(Newcomers.called("tala"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tala", "TALA", "@tala", "Tala@example.org" })
	void aMemberComesInByHandleOrAddress(String name) {
		var form = this.browser.open("/sign-in?to=/settings");
		var page = this.browser.sendForged("/sign-in", "_csrf", form.value("_csrf"), "to", form.value("to"), "name",
				name, "password", Newcomers.PASSWORD);
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.header("Location")).isEqualTo("/settings");
		assertThat(isIn()).isTrue();
		assertThat(this.browser.cookies()).contains("session").doesNotContain("remembered");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameAnswerAlike() {
		var wrong = this.browser.send("/sign-in", "name", "tala", "password", "wrong seeds under the snow");
		var unknown = this.browser.stranger()
			.send("/sign-in", "name", "nobody-here", "password", "wrong seeds under the snow");
		assertThat(wrong.status()).isEqualTo(422).isEqualTo(unknown.status());
		assertThat(wrong.text("[role=alert]")).isNotEmpty().isEqualTo(unknown.text("[role=alert]"));
		assertThat(wrong.html().replace("tala", "").replaceAll("_csrf\" value=\"[^\"]*", ""))
			.isEqualTo(unknown.html().replace("nobody-here", "").replaceAll("_csrf\" value=\"[^\"]*", ""));
		assertThat(wrong.value("name")).isEqualTo("tala");
		assertThat(wrong.html()).doesNotContain("wrong seeds");
		assertThat(isIn()).isFalse();
	}

	@Test
	void aHashOfAnOlderMethodIsReplacedAtTheDoor() {
		this.sql.sql("update member set password_hash = ? where id = ?")
			.param("{bcrypt}" + new BCryptPasswordEncoder(4).encode(Newcomers.PASSWORD))
			.param(this.tala.value())
			.update();
		signIn("tala");
		assertThat(isIn()).isTrue();
		assertThat(this.sql.sql("select password_hash from member where id = ?")
			.param(this.tala.value())
			.query(String.class)
			.single()).startsWith("{argon2id}");
		this.browser.send("/sign-out");
		signIn("tala");
		assertThat(isIn()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "seven seeds under the sno", "seven seeds under the snow ", "\u0000",
			"SEVEN SEEDS UNDER THE SNOW" })
	void onlyTheWholePasswordIsRight(String password) {
		assertThat(this.browser.send("/sign-in", "name", "tala", "password", password).status()).isEqualTo(422);
	}

	@Test
	void farTooMuchIsRefusedLikeAnyOtherName() {
		var huge = "a".repeat(100_000);
		assertThat(this.browser.send("/sign-in", "name", huge, "password", huge).status()).isEqualTo(422);
		assertThat(this.browser.send("/sign-in", "name", "tala", "password", huge).status()).isEqualTo(422);
		assertThat(this.browser.send("/sign-in").status()).isEqualTo(422);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example", "//evil.example", "/\\evil.example", "/sign-in", "/sign-out" })
	void nobodyIsLedAwayBySigningIn(String to) {
		var page = this.browser.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "to", to);
		assertThat(page.header("Location")).isEqualTo("/");
	}

	@Test
	void aStrangerWhoOpensAPageForMembersIsLedThroughTheDoorAndBack() {
		var door = this.browser.open("/settings/password?a=b");
		assertThat(door.address()).isEqualTo("/sign-in?to=%2Fsettings%2Fpassword%3Fa%3Db");
		assertThat(door.value("to")).isEqualTo("/settings/password?a=b");
		assertThat(this.browser.cookies()).doesNotContain("session");
	}

	@Test
	void aStrangerWhoSendsAFormIsLedToTheDoor() {
		var page = this.browser.sendOnly("/settings", "name", "Tala");
		assertThat(page.status()).isEqualTo(303);
		assertThat(page.header("Location")).isEqualTo("/sign-in");
	}

	@Test
	void theSessionGetsANewIdAtSignIn() {
		signIn("tala");
		var before = sessions();
		signIn("tala");
		assertThat(sessions()).isNotEmpty().doesNotContainAnyElementsOf(before);
	}

	@Test
	void theDatabaseDoesNotKnowWhatTheCookieOfASessionHolds() throws Exception {
		signIn("tala");
		var cookie = this.browser.cookie("session");
		var hash = MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
		assertThat(sessions()).contains(HexFormat.of().formatHex(hash)).doesNotContain(cookie);
	}

	@Test
	void theSessionStandsInTheDatabaseUnderTheMembersNumber() {
		signIn("tala");
		assertThat(this.sql.sql("select count(*) from spring_session where principal_name = ?")
			.param(this.tala.toString())
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void whoSignsOutIsOut() {
		signIn("tala");
		assertThat(isIn()).isTrue();
		assertThat(this.browser.openOnly("/sign-out").status()).isIn(404, 405);
		assertThat(this.browser.sendForged("/sign-out").status()).isEqualTo(403);
		assertThat(isIn()).isTrue();
		assertThat(this.browser.sendOnly("/sign-out").header("Location")).isEqualTo("/");
		assertThat(isIn()).isFalse();
		assertThat(this.browser.cookies()).doesNotContain("session");
	}

	@Test
	void aRememberedDeviceOutlivesTheSessionAndAChangeOfTheHandle() {
		signIn("tala", "remember", "on");
		assertThat(this.browser.cookies()).contains("remembered");
		endSessions();
		this.profiles.change(this.tala, new Handle("tala-w"), Profile.of("Tala W."));
		assertThat(this.browser.open("/settings").value("handle")).isEqualTo("tala-w");
		// Two pages that open at once bring the same token.
		endSessions();
		assertThat(isIn()).isTrue();
	}

	@Test
	void aRememberedDeviceIsForgottenAfter90DaysAndBySigningOut() {
		signIn("tala", "remember", "on");
		endSessions();
		this.sql.sql("""
				update sign_in set began_at = began_at - interval '91 days',
				last_used_at = last_used_at - interval '91 days', ends_at = ends_at - interval '91 days'""").update();
		assertThat(isIn()).isFalse();
		signIn("tala", "remember", "on");
		this.browser.send("/sign-out");
		assertThat(this.browser.cookies()).doesNotContain("remembered", "session");
		assertThat(isIn()).isFalse();
	}

	@Test
	void whoIsSuspendedIsOutAtOnceAndReadsWhyAtTheDoor() {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		signIn("tala", "remember", "on");
		this.suspensions.suspend(this.tala, "continued after a warning", Instant.now().plus(Duration.ofDays(7)), amina);
		assertThat(isIn()).isFalse();
		assertThat(this.browser.cookies()).doesNotContain("session", "remembered");
		var page = signIn("tala");
		assertThat(page.status()).isEqualTo(403);
		assertThat(page.text("main")).contains("You cannot sign in for now", "Reason: continued after a warning");
		assertThat(isIn()).isFalse();
		assertThat(this.browser.send("/sign-in", "name", "tala", "password", "not this one").text("main"))
			.doesNotContain("warning");
		this.suspensions.lift(this.tala, amina);
		signIn("tala");
		assertThat(isIn()).isTrue();
	}

	@Test
	void whoIsErasedIsOutAtOnceAndStaysOut() {
		signIn("tala", "remember", "on");
		this.sql.sql("delete from member_email where member_id = ?").param(this.tala.value()).update();
		this.sql.sql("update member set status = 'ERASED', password_hash = null where id = ?")
			.param(this.tala.value())
			.update();
		assertThat(isIn()).isFalse();
		assertThat(this.browser.cookies()).doesNotContain("session", "remembered");
		signIn("tala");
		assertThat(isIn()).isFalse();
	}

	@Test
	void aNewRoleCountsAtTheNextPage() {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		signIn("tala");
		assertThat(this.browser.open("/administration/joining").status()).isEqualTo(403);
		this.roles.give(amina, this.tala, Role.ADMINISTRATOR);
		assertThat(this.browser.open("/administration/joining").status()).isEqualTo(200);
		this.roles.give(amina, this.tala, Role.MEMBER);
		assertThat(this.browser.open("/administration/joining").status()).isEqualTo(403);
	}

	@Test
	void whoTheMemberIsNowTakesOneStatement() {
		signIn("tala");
		var statements = this.browser.statementsFor("/settings/password");
		assertThat(statements).filteredOn((one) -> one.contains("sign_in"))
			.singleElement()
			.asString()
			.contains("from sign_in join member");
	}

	@Test
	void whoIsInNeedsNoDoor() {
		signIn("tala");
		assertThat(this.browser.openOnly("/sign-in?to=/settings").header("Location")).isEqualTo("/settings");
		assertThat(this.browser.openOnly("/join?to=//evil.example").header("Location")).isEqualTo("/");
	}

	@Test
	void whatADeviceIsRememberedByStandsNowhereInTheDatabase() {
		signIn("tala", "remember", "on");
		var cookie = new String(Base64.getDecoder().decode(this.browser.cookie("remembered")), StandardCharsets.UTF_8);
		var token = cookie.substring(cookie.indexOf(':') + 1);
		assertThat(token).hasSizeGreaterThan(40);
		assertThat(this.sql.sql("select sign_in::text from sign_in").query(String.class).list()).singleElement()
			.asString()
			.doesNotContain(token);
	}

	@Test
	void anotherDevicesCookieCannotBeMadeUp() {
		signIn("tala", "remember", "on");
		var id = String.valueOf(this.sql.sql("select id from sign_in").query(Long.class).single());
		for (var forged : List.of(id + ":", id + ":guess", "x:guess", id, ":")) {
			var thief = this.browser.stranger()
				.with("remembered", Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
			assertThat(thief.openOnly("/settings").status()).isEqualTo(303);
			thief.sendOnly("/sign-out");
		}
		assertThat(isIn()).isTrue();
	}

	@Test
	void whoGuessesTenTimesWaitsWhetherSomebodyHasTheNameOrNot() {
		var known = guess("tala");
		var unknown = guess("nobody-here");
		for (var page : List.of(known, unknown)) {
			assertThat(page.status()).isEqualTo(429);
			assertThat(page.header("Retry-After")).matches("[1-9][0-9]?");
			assertThat(page.text("[role=alert]")).contains("Try again in");
		}
		assertThat(known.text("main")).isEqualTo(unknown.text("main"));
		assertThat(known.value("name")).isEqualTo("tala");
		// The right one does not help now, nor the same account’s other name.
		assertThat(this.browser.send("/sign-in", "name", "tala@example.org", "password", Newcomers.PASSWORD).status())
			.isEqualTo(429);
	}

	@Test
	void whoComesInHasNotGuessed() {
		for (var i = 0; i < 12; i++) {
			assertThat(this.browser.stranger()
				.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD)
				.status()).isEqualTo(303);
		}
	}

	private Page guess(String name) {
		var visitor = this.browser.stranger();
		for (var i = 0; i < 10; i++) {
			assertThat(visitor.send("/sign-in", "name", name, "password", "guess number " + i).status()).isEqualTo(422);
		}
		return visitor.send("/sign-in", "name", name, "password", "guess number 10");
	}

	private Page signIn(String name, String... more) {
		var fields = new java.util.ArrayList<>(List.of("name", name, "password", Newcomers.PASSWORD));
		fields.addAll(List.of(more));
		return this.browser.sendOnly("/sign-in", fields.toArray(String[]::new));
	}

	private boolean isIn() {
		return this.browser.openOnly("/settings").status() == 200;
	}

	private List<String> sessions() {
		return this.sql.sql("select session_id from spring_session where principal_name = ?")
			.param(this.tala.toString())
			.query(String.class)
			.list();
	}

	/** Not within the test: sessions are kept in transactions of their own. */
	private void endSessions() {
		var apart = new TransactionTemplate(this.transactions);
		apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		apart.executeWithoutResult((status) -> this.sql.sql("delete from spring_session where principal_name = ?")
			.param(this.tala.toString())
			.update());
	}

}
