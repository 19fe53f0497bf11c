package org.afterword;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The five commonest jobs of a facilitator, and how many pages each takes: every page
 * that is shown counts, from the front page or the topic on.
 */
@ChromiumTest
class FacilitatorWalkTests {

	/** With how much waits. */
	private static final Pattern DESK = Pattern.compile("^Desk");

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private int pages;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void publishingAPastedListTakesFourPagesAtMost(boolean script, Visitor visitor) {
		var page = amara(script, visitor, "/");
		page.getByRole(AriaRole.NAVIGATION).first().getByText("New topic").click();
		page.locator("[name=pasted]").fill("""
				Wells and their keepers

				Thank you for coming to the webinar on wells!

				1. RM: Who repairs the pump?
				2. TW: How deep is deep enough?
				""");
		page.locator(".button[value=read]").click();
		page.locator("[name=heldOn]").fill("2026-09-01");
		page.locator(".button[value=publish]").click();
		assertThat(page.locator("h1")).hasText("Wells and their keepers");
		assertPages(4);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answeringTheNextWaitingQuestionTakesThreePages(boolean script, Visitor visitor) {
		var page = amara(script, visitor, "/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DESK)).click();
		var row = page.locator("tbody tr").first();
		var asked = row.locator("td").first().innerText();
		row.getByText("Answer").first().click();
		page.locator("[name=body]").fill("In the valley they share it.");
		button(page, "Post reply").first().click();
		assertThat(page.locator("article", new Page.LocatorOptions().setHasText("In the valley they share it.")))
			.containsText("on question " + asked.strip());
		assertPages(3);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void pinningTakesTwoPages(boolean script, Visitor visitor) {
		var page = amara(script, visitor, SEEDS);
		page.locator("#p5 a[href$='/posts/5']").last().click();
		button(page, "Pin").first().click();
		assertThat(page.locator(".pinned").first()).containsText("Pinned answer to question");
		assertPages(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void handlingAFlagTakesTwoPages(boolean script, Visitor visitor) {
		this.sql.sql("""
				with opened as (insert into flag_case (post_id, opened_at)
				                select p.id, now() from post p join topic t on t.id = p.topic_id
				                where t.slug = 'seed-banks' and p.number = 15 returning id)
				insert into flag (case_id, member_id, reason, flagged_at)
				select opened.id, m.id, 'advertising', now() from opened, member m where m.handle = 'noor'""").update();
		var page = amara(script, visitor, "/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DESK)).click();
		page.locator("section", new Page.LocatorOptions().setHas(page.locator("#flags-title")))
			.locator("form[action$=outcome] .button")
			.click();
		assertThat(page.locator("#flags-title")).hasCount(0);
		assertPages(2);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void confirmingAClaimTakesTwoPages(boolean script, Visitor visitor) {
		this.sql.sql("""
				insert into claim (placeholder_id, member_id, state, filed_at)
				select h.id, m.id, 'WAITING', now() from placeholder h join topic t on t.id = h.topic_id, member m
				where t.slug = 'seed-banks' and h.label = 'TS' and m.handle = 'noor'""").update();
		var page = amara(script, visitor, "/");
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(DESK)).click();
		page.locator("form[action$=confirmation] .button").click();
		assertThat(page.locator("form[action$=confirmation]")).hasCount(0);
		assertThat(this.sql.sql("select state from claim").query(String.class).list()).containsOnly("CONFIRMED");
		assertPages(2);
	}

	private Page amara(boolean script, Visitor visitor, String start) {
		var page = (script ? visitor : visitor.withoutJavaScript()).signIn("amara", SeedBanksWebinar.PASSWORD)
			.open(start);
		page.onDOMContentLoaded((shown) -> this.pages++);
		return page;
	}

	private void assertPages(int most) {
		assertThat(this.pages).as("pages").isPositive().isLessThanOrEqualTo(most);
	}

	private static Locator button(Page page, String name) {
		return page.locator("main")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

}
