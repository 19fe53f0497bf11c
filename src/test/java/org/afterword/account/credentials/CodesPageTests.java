package org.afterword.account.credentials;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class CodesPageTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	Roles roles;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@Autowired
	Clock clock;

	private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();

	private MemberId tala = new MemberId(0);

	private Instant started = Instant.EPOCH;

	@BeforeEach
	void talaJoins() {
		// The codes of this moment, even if the next half minute begins meanwhile.
		this.started = this.clock.instant();
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, new Email("tala@example.org"));
	}

	@Test
	void whoBeginsWithCodesTypesTheFirstOneAndSeesThoseOnPaperOnce() throws Exception {
		signIn(this.browser, "tala");
		var page = this.browser.send("/settings/codes/secret");
		var letters = page.text("code");
		assertThat(page.all("svg[role=img] path")).hasSize(2);
		assertThat(page.link("The app is on this device"))
			.isEqualTo("otpauth://totp/Afterword:tala?secret=" + letters.replace(" ", "") + "&issuer=Afterword");
		var wrong = this.browser.send("/settings/codes", "code", "000000");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text("code")).isEqualTo(letters);
		assertThat(this.browser.open("/settings/codes").text("main")).contains("Codes are turned off");
		var begun = this.browser.send("/settings/codes", "code", code(letters, 0));
		assertThat(begun.texts("[role=status] li")).hasSize(10)
			.doesNotHaveDuplicates()
			.allMatch((code) -> code.matches("[a-z2-7]{4}(-[a-z2-7]{4}){3}"));
		var later = this.browser.open("/settings/codes");
		assertThat(later.has("[role=status]")).isFalse();
		assertThat(later.text("main")).contains("10 backup codes are left");
		assertThat(this.sql.sql("select code_hash from backup_code").query(String.class).list()).hasSize(10)
			.allMatch((hash) -> hash.startsWith("{argon2id}"));
		assertThat(this.sql.sql("select subject from mail_outbox").query(String.class).list())
			.containsExactly("Codes are turned on for your account");
	}

	@Test
	void afterThePasswordOnesCodeOpensTheDoorOnce() throws Exception {
		var letters = begin(this.browser).letters();
		var other = this.browser.stranger();
		var page = other.sendOnly("/sign-in", "name", "tala", "password", Newcomers.PASSWORD, "to", "/settings",
				"remember", "on");
		assertThat(page.header("Location")).isEqualTo("/sign-in/code");
		assertThat(isIn(other)).isFalse();
		assertThat(other.cookies()).doesNotContain("remembered");
		// The one with which it began was used.
		assertThat(other.send("/sign-in/code", "code", code(letters, 0)).text("[role=alert]"))
			.contains("This code is wrong");
		var arabic = code(letters, 1).chars()
			.mapToObj((digit) -> Character.toString(digit - '0' + '\u0660'))
			.reduce("", String::concat);
		assertThat(other.sendOnly("/sign-in/code", "code", arabic).header("Location")).isEqualTo("/settings");
		assertThat(isIn(other)).isTrue();
		assertThat(other.cookies()).contains("remembered");
		var third = this.browser.stranger();
		signIn(third, "tala");
		assertThat(third.sendOnly("/sign-in/code", "code", code(letters, 1)).status()).isEqualTo(422);
		assertThat(isIn(third)).isFalse();
	}

	@Test
	void aCodeOnPaperOpensTheDoorOnce() throws Exception {
		var paper = begin(this.browser).paper();
		var other = this.browser.stranger();
		signIn(other, "tala");
		assertThat(other.sendOnly("/sign-in/code", "code", paper.getFirst().toUpperCase(Locale.ROOT).replace('-', ' '))
			.status()).isEqualTo(303);
		assertThat(other.open("/settings/codes").text("main")).contains("9 backup codes are left");
		var third = this.browser.stranger();
		signIn(third, "tala");
		assertThat(third.sendOnly("/sign-in/code", "code", paper.getFirst()).status()).isEqualTo(422);
		var fresh = other.send("/settings/codes/backup", "code", paper.get(1)).texts("[role=status] li");
		assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(paper);
		assertThat(third.sendOnly("/sign-in/code", "code", paper.get(2)).status()).isEqualTo(422);
		assertThat(third.sendOnly("/sign-in/code", "code", fresh.get(2)).status()).isEqualTo(303);
	}

	@Test
	void whoGuessesCodesWaits() throws Exception {
		var paper = begin(this.browser).paper();
		var other = this.browser.stranger();
		signIn(other, "tala");
		for (var i = 0; i < 10; i++) {
			assertThat(other.sendOnly("/sign-in/code", "code", "guess" + i).status()).isEqualTo(422);
		}
		var late = other.sendOnly("/sign-in/code", "code", paper.getFirst());
		assertThat(late.status()).isEqualTo(429);
		assertThat(late.header("Retry-After")).isNotNull();
	}

	@Test
	void onlyWhoHasACodeStopsThem() throws Exception {
		var paper = begin(this.browser).paper();
		assertThat(this.browser.delete("/settings/codes", "code", "").status()).isEqualTo(422);
		assertThat(this.browser.send("/settings/codes/backup", "code", "123").status()).isEqualTo(422);
		this.browser.delete("/settings/codes", "code", paper.getFirst());
		assertThat(
				this.sql.sql("select subject from mail_outbox order by id desc limit 1").query(String.class).single())
			.contains("Codes are turned off");
		var other = this.browser.stranger();
		signIn(other, "tala");
		assertThat(isIn(other)).isTrue();
	}

	@Test
	void theSecondStepNeedsTheFirst() {
		var other = this.browser.stranger();
		assertThat(other.openOnly("/sign-in/code").header("Location")).isEqualTo("/sign-in");
		assertThat(other.sendOnly("/sign-in/code", "code", "123456").header("Location")).isEqualTo("/sign-in");
	}

	@Test
	void staffWhoOweACodeAreMembersUntilTheyHaveOne() throws Exception {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		this.roles.give(amina, this.tala, Role.FACILITATOR);
		var administrator = this.browser.stranger();
		signIn(administrator, "amina");
		assertThat(administrator.send("/settings/site", "codes.staff", "on", "stood.codes.staff", "").status())
			.isEqualTo(422);
		assertThat(administrator.open("/administration/joining").status()).isEqualTo(200);
		begin(administrator);
		assertThat(administrator.sendOnly("/settings/site", "codes.staff", "on", "stood.codes.staff", "").status())
			.isEqualTo(303);
		assertThat(administrator.open("/administration/joining").status()).isEqualTo(200);
		signIn(this.browser, "tala");
		assertThat(this.browser.openOnly("/topics/new").status()).isEqualTo(403);
		assertThat(this.browser.open("/settings/codes").text("[role=alert]")).contains("Your role works only");
		begin(this.browser);
		assertThat(this.browser.openOnly("/topics/new").status()).isEqualTo(200);
		assertThat(this.browser.open("/settings/codes").has("[role=alert]")).isFalse();
		// A device that came in before, by the password alone.
		administrator.send("/settings/site", "stood.codes.staff", "on");
		this.sql.sql("update sign_in set strong = false").update();
		assertThat(this.browser.openOnly("/topics/new").status()).isEqualTo(200);
	}

	@Test
	void nobodyElseAsksCodesOfStaff() {
		signIn(this.browser, "tala");
		assertThat(this.browser.send("/settings/site", "codes.staff", "on", "stood.codes.staff", "").status())
			.isEqualTo(403);
		assertThat(this.browser.open("/settings/site").status()).isEqualTo(403);
	}

	private Begun begin(Browser who) throws Exception {
		if (!isIn(who)) {
			signIn(who, "tala");
		}
		var letters = who.send("/settings/codes/secret").text("code");
		return new Begun(letters, who.send("/settings/codes", "code", code(letters, 0)).texts("[role=status] li"));
	}

	private Page signIn(Browser who, String name) {
		return who.sendOnly("/sign-in", "name", name, "password", Newcomers.PASSWORD);
	}

	private static boolean isIn(Browser who) {
		return who.openOnly("/settings").status() == 200;
	}

	private String code(String letters, int later) throws Exception {
		var key = new SecretKeySpec(new Base32().decode(letters.replace(" ", "")), "RAW");
		return this.generator.generateOneTimePasswordString(key, this.started.plus(Duration.ofSeconds(30L * later)),
				Locale.ROOT);
	}

	private record Begun(String letters, List<String> paper) {

	}

}
