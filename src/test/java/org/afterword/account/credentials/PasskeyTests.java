package org.afterword.account.credentials;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.ChromiumTest;
import org.afterword.Visitor;
import org.afterword.account.LettersReceived;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Passkeys, made and used by a real browser with a virtual device. */
@ChromiumTest
public class PasskeyTests {

	@Autowired
	Members members;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void talaJoins() {
		this.emails.confirm(this.members.join(Newcomers.called("tala")), new Email("tala@example.org"));
	}

	@Test
	void aPasskeyOpensTheDoorWithoutANameUntilItIsRemoved(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/passkeys");
		device(page, true);
		add(page, "my phone");
		assertThat(page.locator("[role=status]")).containsText("Added");
		assertThat(page.locator(".log li strong")).hasText("my phone");
		// A code is not asked for: the device has asked for a finger already.
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step)
				select id, 'secret', now(), 0 from member""").update();
		signOut(page);
		page.navigate("/sign-in?to=/settings/passkeys");
		page.locator("[name=remember]").check();
		page.locator("button[data-passkey]").click();
		page.waitForURL("**/settings/passkeys");
		assertThat(page.locator(".log li strong")).hasText("my phone");
		assertThat(visitor.cookies()).contains("remembered");
		assertThat(this.sql.sql("select strong from sign_in order by id desc limit 1").query(Boolean.class).single())
			.isTrue();
		assertThat(this.sql.sql("select subject from mail_outbox").query(String.class).list())
			.containsExactly("A passkey was added: my phone");

		page.locator(".log form button").click();
		assertThat(page.locator("[role=status]")).containsText("Removed");
		assertThat(page.locator(".log li")).hasCount(0);
		signOut(page);
		page.navigate("/sign-in");
		page.locator("button[data-passkey]").click();
		assertThat(page.locator("main [role=alert]").first()).containsText("do not know this passkey");
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void oneDeviceKeepsOnePasskeyAndAnotherDeviceAnother(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/passkeys");
		var first = device(page, true);
		add(page, "my phone");
		assertThat(page.locator(".log li")).hasCount(1);
		add(page, "my phone again");
		assertThat(page.locator("[data-passkey-problem]")).isVisible();
		first.send("WebAuthn.disable");
		device(page, true);
		page.reload();
		add(page, "my desk");
		assertThat(page.locator(".log li")).hasCount(2);
		Visitor.assertAccessible(page);
	}

	@Test
	void whoLeavesProvesItByAPasskey(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/passkeys");
		device(page, true);
		add(page, "my phone");
		assertThat(page.locator("[role=status]")).containsText("Added");
		page.navigate("/settings/leaving");
		page.locator("[value=KEPT]").check();
		page.locator("button[data-passkey]").click();
		assertThat(page.locator("[role=status]")).containsText("e-mail is on its way");
		page.navigate(new LettersReceived(this.sql).link("tala@example.org"));
		page.locator("main form button").click();
		assertThat(page.locator("h1")).hasText("You have left");
		assertThat(this.sql.sql("select count(*) from passkey_owner").query(Integer.class).single()).isZero();
		assertThat(visitor.complaints()).isEmpty();
	}

	@Test
	void aDeviceThatDoesNotKnowItsOwnerOpensNothing(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/passkeys");
		device(page, false);
		add(page, "found on the street");
		assertThat(page.locator("[data-passkey-problem]")).isVisible();
		assertThat(this.sql.sql("select count(*) from user_credentials").query(Long.class).single()).isZero();
	}

	@Test
	void whatABrowserMadeForAnotherQuestionIsRefused(Visitor visitor) {
		var page = visitor.signIn("tala", Newcomers.PASSWORD).open("/settings/passkeys");
		device(page, true);
		// Replays the same answer: its question was asked once.
		page.evaluate("HTMLFormElement.prototype.submit = function () {}");
		page.locator("[name=name]").fill("kept");
		page.locator("button[data-passkey]").click();
		assertThat(page.locator("[name=credential]")).hasValue(java.util.regex.Pattern.compile(".+"));
		var credential = page.locator("[name=credential]").inputValue();
		page.evaluate("delete HTMLFormElement.prototype.submit");
		page.navigate("/settings/passkeys");
		page.evaluate("""
				fetch('/settings/passkeys/options', { method: 'POST',
				body: new URLSearchParams({ _csrf: document.querySelector('[name=_csrf]').value }) })""");
		page.locator("[name=name]").fill("kept");
		page.evaluate("""
				(credential) => {
				  const button = document.querySelector('button[data-passkey]')
				  button.form.elements.credential.value = credential
				  button.form.requestSubmit()
				}""", credential);
		assertThat(page.locator("main [role=alert]").first()).containsText("was not accepted");
	}

	@Test
	void withoutScriptTheDoorOffersNone(Visitor visitor) {
		var page = visitor.withoutJavaScript().open("/sign-in");
		assertThat(page.locator("button[data-passkey]")).isHidden();
	}

	private static void add(Page page, String name) {
		page.locator("[name=name]").fill(name);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add a passkey")).click();
	}

	private static void signOut(Page page) {
		page.locator("form[action$=sign-out] button").dispatchEvent("click");
		page.waitForURL((address) -> !address.contains("/settings"));
	}

	/** A telephone or computer that keeps passkeys, in this tab. */
	public static CDPSession device(Page page, boolean knowsItsOwner) {
		var session = page.context().newCDPSession(page);
		session.send("WebAuthn.enable");
		var options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", knowsItsOwner);
		options.addProperty("automaticPresenceSimulation", true);
		var arguments = new JsonObject();
		arguments.add("options", options);
		session.send("WebAuthn.addVirtualAuthenticator", arguments);
		return session;
	}

}
