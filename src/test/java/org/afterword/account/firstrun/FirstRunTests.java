package org.afterword.account.firstrun;

import com.microsoft.playwright.Page;
import org.afterword.ChromiumTest;
import org.afterword.TestMailServer;
import org.afterword.Visitor;
import org.afterword.account.credentials.PasskeyTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The first run, from the link to the first page, in a real browser. */
@ChromiumTest
@ResourceLock(TestMailServer.LOCK)
class FirstRunTests {

	@Autowired
	FirstAdministratorLink link;

	@Autowired
	JdbcClient sql;

	@AfterEach
	void theMailServerComesBack() {
		TestMailServer.begin();
	}

	@Test
	void withAPasskeyNobodyNeedsAPassword(Visitor visitor) {
		var page = visitor.open("/first-administrator?token=" + this.link.renew());
		PasskeyTests.device(page, true);
		page.locator("[name=value]").fill("Reed Beds");
		next(page);
		assertThat(page.locator("h1")).hasText("Web address");
		page.getByText("Go to the next step").click();
		page.locator("[name=value][value=ar]").check();
		next(page);
		assertThat(page.locator("h1")).hasText("Can it send e-mail?");
		TestMailServer.changePassword();
		page.locator("[name=value]").fill("amina@example.org");
		next(page);
		assertThat(page.locator(".grave")).containsText("does not accept our user name and password");
		page.locator("[name=without]").click();
		assertThat(page.locator("h1")).hasText("Become its administrator");
		page.locator("[name=name]").fill("Amina");
		page.locator("[name=handle]").fill("amina");
		page.locator("[name=email]").fill("amina@example.org");
		page.locator("button[data-passkey]").click();
		assertThat(page.locator(".you summary")).containsText("Amina");
		assertThat(page.locator(".colophon")).containsText("Reed Beds");
		assertThat(this.sql.sql("select password_hash is null and role = 'ADMINISTRATOR' from member")
			.query(Boolean.class)
			.single()).isTrue();
		page.locator(".you summary").click();
		page.getByText("Sign out").click();
		page.navigate("/sign-in?to=/settings/site");
		page.locator("button[data-passkey]").click();
		page.waitForURL("**/settings/site");
		assertThat(page.locator("[name='site.name']")).hasValue("Reed Beds");
		assertThat(visitor.complaints()).isEmpty();
	}

	private static void next(Page page) {
		page.locator("main form .button").first().click();
	}

}
