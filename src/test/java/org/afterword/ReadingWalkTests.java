package org.afterword;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What only a real browser shows of the pages on which people read. */
@ChromiumTest
class ReadingWalkTests {

	private static final String SEEDS = "/topics/seed-banks";

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void tell() {
		this.story.tell();
	}

	@ParameterizedTest
	@ValueSource(strings = { SEEDS, SEEDS + "/questions/7" })
	void skippingToTheReplyIsTheSecondStop(String address, Visitor visitor) {
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(address);
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasAttribute("href", "#main");
		page.keyboard().press("Tab");
		assertThat(page.locator(":focus")).hasAttribute("href", "#reply");
		assertThat(page.locator(":focus")).isInViewport();
	}

	@Test
	void whereColoursAreForcedEachStatusHasItsOwnShape(Visitor visitor) {
		this.sql.sql("update question set status = 'DISMISSED', dismissed_because = 'twice' where number = '1'")
			.update();
		this.sql.sql("update question set status = 'ANSWERED_LIVE' where number = '2'").update();
		var page = visitor.open(SEEDS + "/questions");
		page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
		@SuppressWarnings("unchecked")
		var shapes = (List<String>) page.evaluate("""
				() => {
				  const shapes = new Map()
				  for (const one of document.querySelectorAll('.status')) {
				    const s = getComputedStyle(one, '::before')
				    shapes.set(one.dataset.status, [s.blockSize, s.borderInlineStartWidth, s.borderInlineEndWidth,
				      s.borderBlockEndWidth, s.borderRadius, s.backgroundImage,
				      s.borderInlineStartColor === getComputedStyle(document.body).backgroundColor].join(' '))
				  }
				  return [...shapes.values()]
				}""");
		assertThat(shapes).hasSize(5).doesNotHaveDuplicates().noneMatch((shape) -> shape.endsWith("true"));
	}

	@ParameterizedTest
	@CsvSource({ "amara, /", "amara, /topics/seed-banks", "ines, /", "zofia, /" })
	void onATelephoneTheMastheadTakesTwoRowsAtMost(String who, String address, Visitor visitor) {
		var page = visitor.narrow().signIn(who, SeedBanksWebinar.PASSWORD).open(address);
		var rows = page.evaluate(
				"""
						() => {
						  const bands = []
						  for (const one of document.querySelectorAll('.masthead :is(.wordmark, nav a, summary)')) {
						    const { top, bottom, width } = one.getBoundingClientRect()
						    if (width && !one.closest('.menu > ul')) {
						      const band = bands.find((b) => b.top < bottom && top < b.bottom)
						      band ? Object.assign(band, { top: Math.min(band.top, top), bottom: Math.max(band.bottom, bottom) })
						        : bands.push({ top, bottom })
						    }
						  }
						  return bands.length
						}""");
		assertThat((Integer) rows).isLessThanOrEqualTo(2);
		Visitor.assertFits(page);
		page.locator(".you summary").click();
		assertThat(page.locator(".you .menu li").first()).isInViewport();
	}

	@Test
	void printHoldsTheRegisterAndEveryPost(Visitor visitor) {
		var page = visitor.open(SEEDS);
		page.getByText("All on one page, to print").click();
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		page.setViewportSize(700, 1000);
		assertThat(page.locator(".register li").first()).isVisible();
		assertThat(page.locator(".register li").last()).isVisible();
		assertThat(page.locator(".drawer summary")).isHidden();
		assertThat(page.locator("article.post").last()).isVisible();
		assertThat(page.locator(".composer")).isHidden();
		assertThat(page.locator(".post-actions").first()).isHidden();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aReplyIsPostedAtItsPreview(boolean script, Visitor visitor) {
		if (!script) {
			visitor.withoutJavaScript();
		}
		var page = visitor.signIn("zofia", SeedBanksWebinar.PASSWORD).open(SEEDS + "/replies/new");
		page.locator("[name=body]").fill("Posted at the preview.");
		page.locator("button[name=preview]").click();
		page.locator("#preview .button:visible").click();
		assertThat(page.locator("article.post").last()).containsText("Posted at the preview.");
	}

	@Test
	void enterInAFieldBesideThePreviewPostsNothing(Visitor visitor) {
		var page = visitor.withoutJavaScript().signIn("zofia", SeedBanksWebinar.PASSWORD).open(SEEDS + "/replies/new");
		page.locator("[name=body]").fill("Not yet.");
		page.locator("button[name=preview]").click();
		page.locator("details:has([name=base]) summary").click();
		page.locator("[name=base]").press("Enter");
		assertThat(page.locator("h1")).hasText("Reply");
		assertThat(page.locator("[name=body]")).hasValue("Not yet.");
	}

}
