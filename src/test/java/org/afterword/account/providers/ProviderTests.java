package org.afterword.account.providers;

import java.util.List;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import org.afterword.ChromiumTest;
import org.afterword.TestProvider;
import org.afterword.Visitor;
import org.afterword.account.LettersReceived;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Passwords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.afterword.TestProvider.vouch;
import static org.assertj.core.api.Assertions.assertThat;

/** Coming in by a provider: a real server of OpenID Connect, and a real browser. */
@ChromiumTest
class ProviderTests {

	@Autowired
	Members members;

	@Autowired
	Passwords passwords;

	@Autowired
	Emails emails;

	@Autowired
	PasswordEncoder hashes;

	@Autowired
	JdbcClient sql;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaJoinsAndTheProvidersOpen() {
		TestProvider.begin();
		this.tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(this.tala, new Email("tala@example.org"));
	}

	@AfterEach
	void theProvidersClose() {
		TestProvider.stop();
	}

	@Test
	void aMemberLinksAProviderAndComesInByIt(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/providers");
		page.getByText("Add Garden").click();
		vouch(page, "t-77", "tala.elsewhere@example.net", true);
		assertThat(page.locator("h1")).hasText("Sign in this way from now on?");
		assertThat(page.locator("main")).containsText("@tala");
		assertThat(this.sql.sql("select count(*) from provider_link").query(Integer.class).single()).isZero();
		page.locator("main form button").click();
		assertThat(page.locator("[role=status]")).containsText("Linked");
		assertThat(page.locator(".log li strong")).hasText("Garden");
		assertThat(this.letters()).anyMatch((subject) -> subject.contains("You can now sign in with Garden"));
		Visitor.assertAccessible(page);

		signOut(page);
		page.navigate("/sign-in?to=/settings/providers");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "changed@example.net", false);
		page.waitForURL("**/settings/providers");
		assertThat(page.locator(".log li strong")).hasText("Garden");
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void whoTicksItStaysSignedInOnThisDeviceAndWhoDoesNotDoesNot(Visitor visitor) {
		link("garden", "t-77");
		var page = visitor.open("/sign-in?to=/drafts");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.waitForURL("**/drafts");
		assertThat(visitor.cookies()).doesNotContain("remembered");
		signOut(page);

		page.navigate("/sign-in?to=/drafts");
		page.locator("[name=remember]").check();
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.waitForURL("**/drafts");
		assertThat(visitor.cookies()).contains("remembered");
		page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
		page.navigate("/settings/sessions");
		assertThat(page.locator("main")).containsText("stays signed in");
		assertThat(
				this.sql.sql("select ends_at > now() + interval '89 days' from sign_in").query(Boolean.class).single())
			.isTrue();
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void whoUsesCodesStaysSignedInAfterTheCode(Visitor visitor) {
		link("garden", "t-77");
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step)
				select id, 'secret', now(), 0 from member""").update();
		this.sql.sql("insert into backup_code (member_id, code_hash) select id, ? from member")
			.param(this.hashes.encode("onpaperonpaper22"))
			.update();
		var page = visitor.open("/sign-in");
		page.locator("[name=remember]").check();
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.waitForURL("**/sign-in/code");
		assertThat(visitor.cookies()).doesNotContain("remembered");
		page.locator("[name=code]").fill("onpa-pero-npap-er22");
		page.locator("main form .button").first().click();
		assertThat(page.locator(".you summary")).containsText("Tala");
		assertThat(visitor.cookies()).contains("remembered");
	}

	@Test
	void whoJoinsThisWayStaysSignedInIfTheyTickedIt(Visitor visitor) {
		var page = visitor.open("/sign-in");
		page.locator("[name=remember]").check();
		page.getByText("Continue with Orchard").click();
		vouch(page, "b-1", "biko@example.net", true);
		page.locator("[name=name]").fill("Biko Sand");
		page.locator("main form .button").click();
		assertThat(page.locator(".you summary")).containsText("Biko");
		assertThat(visitor.cookies()).contains("remembered");
	}

	@Test
	void whoHasNoPasswordShowsByTheProviderThatItIsThem(Visitor visitor) {
		link("garden", "t-77");
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings");
		this.sql.sql("update sign_in set began_at = began_at - interval '31 minutes'").update();
		page.navigate("/settings/email");
		assertThat(page.locator("main")).containsText("You are signed in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.waitForURL("**/settings/email");
		assertThat(this.sql.sql("select count(*) from sign_in").query(Integer.class).single()).isOne();
	}

	@Test
	void withoutScriptsTheWayLeadsOnAllTheSame(Visitor visitor) {
		var page = visitor.another().withoutJavaScript().open("/sign-in");
		page.getByText("Continue with Garden").click();
		assertThat(page.locator("[name=username]")).isVisible();
	}

	@Test
	void anAddressThatIsAMembersJoinsNothingBeforeTheAccountIsProved(Visitor visitor) {
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		assertThat(page.locator("h1")).hasText("There is an account with your address");
		Visitor.assertAccessible(page);
		assertThat(page.locator(".you")).containsText("Sign in");
		assertThat(this.sql.sql("select count(*) from provider_link").query(Integer.class).single()).isZero();
		page.locator("main form a").click();
		page.locator("[name=name]").fill("tala");
		page.locator("[name=password]").fill(Newcomers.PASSWORD);
		page.locator("main form .button").first().click();
		assertThat(page.locator("h1")).hasText("Sign in this way from now on?");
		assertThat(this.sql.sql("select count(*) from provider_link").query(Integer.class).single()).isZero();
		page.locator("main form button").click();
		assertThat(page.locator("[role=status]")).containsText("Linked");
		assertThat(this.sql.sql("select member_id from provider_link").query(Long.class).single())
			.isEqualTo(this.tala.value());
	}

	@Test
	void orByALetter(Visitor visitor) {
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.locator("main form button").click();
		page.navigate(new LettersReceived(this.sql).link("tala@example.org"));
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("Sign in this way from now on?");
		page.locator("main form button").click();
		assertThat(page.locator("[role=status]")).containsText("Linked");
	}

	@Test
	void anAddressThatTheProviderHasNotVerifiedOpensNothing(Visitor visitor) {
		for (var email : List.of("tala@example.org", "biko@example.net")) {
			var page = visitor.open("/sign-in");
			page.getByText("Continue with Garden").click();
			vouch(page, "b-1", email, false);
			assertThat(page.locator("main")).containsText("has not verified your e-mail address");
			assertThat(page.locator(".you")).containsText("Sign in");
			Visitor.assertAccessible(page);
		}
		assertThat(this.sql.sql("select count(*) from provider_link").query(Integer.class).single()).isZero();
		assertThat(this.sql.sql("select count(*) from member").query(Integer.class).single()).isOne();
	}

	@Test
	void somebodyNewJoinsWithoutAPassword(Visitor visitor) {
		var page = visitor.open("/sign-in?to=/questions");
		page.getByText("Continue with Orchard").click();
		vouch(page, "b-1", "biko@example.net", true);
		assertThat(page.locator("h1")).hasText("Join the community");
		assertThat(page.locator("[name=handle]")).hasValue("biko");
		Visitor.assertAccessible(page);
		page.locator("[name=name]").fill("");
		page.locator("main form .button").click();
		assertThat(page.locator("main [role=alert]")).isVisible();
		page.locator("[name=name]").fill("Biko Sand");
		page.locator("main form .button").click();
		page.waitForURL("**/questions");
		assertThat(page.locator(".you summary")).containsText("Biko");
		assertThat(this.sql.sql("select password_hash is null from member where handle = 'biko'")
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(this.emails.owner(new Email("biko@example.net"))).isPresent();
	}

	@Test
	void whereOneJoinsByInvitationAProviderIsNone(Visitor visitor) {
		this.sql.sql("insert into setting (name, value) values ('joining', 'INVITATION')").update();
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Orchard").click();
		vouch(page, "b-1", "biko@example.net", true);
		assertThat(page.locator("main")).containsText("by invitation");
		assertThat(page.locator("main form")).hasCount(0);
	}

	@Test
	void whoWasInvitedJoinsByAProviderAllTheSame(Visitor visitor) {
		this.sql.sql("update member set role = 'ADMINISTRATOR'").update();
		this.sql.sql("insert into setting (name, value) values ('joining', 'INVITATION')").update();
		this.sql.sql("""
				insert into invitation (hash, invited_by, role, places, made_at, expires_at)
				values (encode(sha256(convert_to('welcome', 'UTF8')), 'hex'), ?, 'FACILITATOR', 1, now(),
				        now() + interval '1 day')""").param(this.tala.value()).update();
		var page = visitor.open("/join?invitation=welcome");
		page.getByText("Continue with Orchard").click();
		vouch(page, "b-1", "biko@example.net", true);
		page.locator("[name=name]").fill("Biko Sand");
		page.locator("main form .button").click();
		assertThat(page.locator(".you summary")).containsText("Biko");
		assertThat(this.sql.sql("select role from member where handle = 'biko'").query(String.class).single())
			.isEqualTo("FACILITATOR");
		assertThat(this.sql.sql("select places from invitation").query(Integer.class).single()).isZero();
	}

	@Test
	void aProviderIsOneProofSoStaffOweAnother(Visitor visitor) {
		link("garden", "t-77");
		this.sql.sql("update member set role = 'ADMINISTRATOR'").update();
		this.sql.sql("insert into setting (name, value) values ('codes.staff', 'on')").update();
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		assertThat(page.locator(".you summary")).containsText("Tala");
		page.navigate("/administration/joining");
		assertThat(page.locator("h1")).not().hasText("Joining");
		assertThat(this.sql.sql("select strong from sign_in").query(Boolean.class).single()).isFalse();
	}

	@Test
	void whereSomebodyLetsPeopleInOneWaits(Visitor visitor) {
		this.sql.sql("insert into setting (name, value) values ('joining', 'APPROVAL')").update();
		for (var time = 0; time < 2; time++) {
			var page = visitor.open("/sign-in");
			page.getByText("Continue with Orchard").click();
			vouch(page, "b-1", "biko@example.net", true);
			if (time == 0) {
				page.locator("[name=name]").fill("Biko Sand");
				page.locator("main form .button").click();
			}
			page.waitForURL("**/join/waiting");
			assertThat(page.locator(".you")).containsText("Sign in");
		}
	}

	@Test
	void whoUsesCodesIsAskedForOneAllTheSame(Visitor visitor) {
		link("garden", "t-77");
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step)
				select id, 'secret', now(), 0 from member""").update();
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		page.waitForURL("**/sign-in/code");
		assertThat(page.locator(".you")).containsText("Sign in");
		page.navigate("/settings");
		assertThat(page.locator("h1")).hasText("Sign in");
	}

	@Test
	void whatOpensAnothersAccountDoesNotOpenThisOneToo(Visitor visitor) {
		link("garden", "t-77");
		this.members.join(Newcomers.called("biko"));
		var page = visitor.signIn("biko", Newcomers.PASSWORD).open("/settings/providers");
		page.getByText("Add Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		assertThat(page.locator("main [role=alert]")).containsText("another member");
		assertThat(page.locator(".you summary")).containsText("Biko");
	}

	@Test
	void theLastWayInStays(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings");
		link("garden", "t-77");
		this.passwords.remove(this.tala);
		this.sql.sql("update member_email set confirmed_at = null").update();
		page.navigate("/settings/providers");
		page.locator(".log form button").click();
		assertThat(page.locator("main [role=alert]")).containsText("only way to sign in");
		this.sql.sql("update member_email set confirmed_at = now()").update();
		page.navigate("/settings/providers");
		page.locator(".log form button").click();
		assertThat(page.locator("[role=status]")).containsText("Removed");
		assertThat(this.sql.sql("select count(*) from provider_link").query(Integer.class).single()).isZero();
	}

	@Test
	void whatGoesWrongOnTheWayIsSaidOnAPlainPage(Visitor visitor) {
		var page = visitor.open("/sign-in/provider/garden/answer?code=x&state=made-up");
		assertThat(page.locator("main")).containsText("Start again");
		page.navigate("/sign-in");
		page.getByText("Continue with Garden").click();
		page.locator("[name=username]").waitFor();
		var state = page.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
		page.navigate("/sign-in/provider/garden/answer?error=access_denied&state=" + state);
		assertThat(page.locator("main")).containsText("You cancelled");
		page.navigate("/sign-in");
		page.getByText("Continue with Garden").click();
		page.locator("[name=username]").waitFor();
		TestProvider.stop();
		var other = page.url().replaceAll(".*[?&]state=([^&]*).*", "$1");
		page.navigate("/sign-in/provider/garden/answer?code=x&state=" + other);
		assertThat(page.locator("main")).containsText("is not responding");
		Visitor.assertAccessible(page);
		page.navigate("/sign-in/provider/nobody");
		assertThat(page.locator("h1")).not().containsText("sign");
	}

	@Test
	void aProviderThatIsDownKeepsNobodyElseOut(Visitor visitor) {
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Meadow").click();
		assertThat(page.locator("main")).containsText("is not responding");
		page.navigate("/sign-in");
		page.getByText("Continue with Garden").click();
		assertThat(page.locator("[name=username]")).isVisible();
	}

	@Test
	void whoIsSuspendedStaysOutThisWayToo(Visitor visitor) {
		link("garden", "t-77");
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				select id, 'quarrels', id, now(), now() + interval '1 day' from member""").update();
		var page = visitor.open("/sign-in");
		page.getByText("Continue with Garden").click();
		vouch(page, "t-77", "tala@example.org", true);
		assertThat(page.locator("main")).containsText("suspended");
		assertThat(page.locator(".you")).containsText("Sign in");
	}

	@Test
	void whoReadsTheSignInPageGetsNoSessionBeforeTheyChooseAProvider(Visitor visitor) {
		var page = visitor.open("/sign-in");
		assertThat(visitor.cookies()).doesNotContain("session");
		assertThat(page.locator("[name=provider]")).hasCount(3);
		assertThat(visitor.requestsElsewhere()).isEmpty();
	}

	@Test
	void whoBeginsAgainAndAgainWaits(Visitor visitor) {
		var page = visitor.open("/sign-in");
		for (var i = 0; i < 100; i++) {
			page.context().request().get("/sign-in/provider/garden", RequestOptions.create().setMaxRedirects(0));
		}
		page.getByText("Continue with Garden").click();
		assertThat(page.locator("main")).containsText("too many attempts");
	}

	private void link(String provider, String subject) {
		this.sql.sql("""
				insert into provider_link (provider, subject, member_id, email, since, last_used_at)
				values (?, ?, ?, 'tala@example.org', now(), now())""")
			.params(provider, subject, this.tala.value())
			.update();
	}

	private static void signOut(Page page) {
		page.navigate("/");
		page.locator(".you summary").click();
		page.getByText("Sign out").click();
	}

	private List<String> letters() {
		return this.sql.sql("select subject from mail_outbox").query(String.class).list();
	}

}
