package org.afterword.moderation;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara ticks the replies that are to move, on two pages of a long topic. */
@AfterwordTest
class ChoosePageTests {

	private static final String TOPIC = "/topics/water-committees";

	private static final String CHOICE = TOPIC + "/moves/choice";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	Browser amara;

	@BeforeEach
	void tell() {
		this.story.tell("water-committees");
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void aFacilitatorTicksRepliesAndGoesOnToTheMove() {
		var page = this.amara.open(TOPIC + "/moves/choice");
		assertThat(page.texts("tbody tr")).hasSize(50);
		assertThat(page.text("tbody tr:first-child")).contains("#2");
		assertThat(page.all("tbody input[checked]")).isEmpty();
		page = this.amara.send(CHOICE, "posts", "", "was", "", "page", "1", "post", "5", "post", "7", "post", "6",
				"turn", "2");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.value("posts")).isEqualTo("5-7");
		assertThat(page.text("tbody tr:first-child")).contains("#52");
		page = this.amara.send(CHOICE, "posts", "5-7", "was", "", "page", "2", "post", "60", "turn", "1");
		assertThat(page.value("posts")).isEqualTo("5-7, 60");
		assertThat(ticked(page)).containsExactly("5", "6", "7");
		page = this.amara.send(CHOICE, "posts", "5-7, 60", "was", page.value("was"), "page", "1", "post", "5", "post",
				"7", "go", "on");
		assertThat(page.text("h1")).isEqualTo("Move to another topic");
		assertThat(page.value("posts")).isEqualTo("5, 7, 60");
		assertThat(this.sql.sql("select count(*) from move").query(Integer.class).single()).isZero();
	}

	@Test
	void rangesThatAreTypedFillTheTicks() {
		var page = this.amara.send(CHOICE, "posts", "3, 10-12", "was", "", "page", "1");
		assertThat(ticked(page)).containsExactly("3", "10", "11", "12");
		page = this.amara.send(CHOICE, "posts", "3, 11", "was", page.value("was"), "page", "1", "post", "3", "post",
				"10", "post", "11", "post", "12");
		assertThat(ticked(page)).containsExactly("3", "11");
		assertThat(ticked(this.amara.open(CHOICE + "?posts=4-5"))).containsExactly("4", "5");
	}

	@Test
	void aReplyIsChosenTogetherWithWhatAnswersIt() {
		this.sql.sql("update post set parent_id = null").update();
		this.sql.sql("""
				update post p set parent_id = above.id from post above
				where above.topic_id = p.topic_id and (p.number, above.number) in ((9, 4), (60, 9), (10, 3))""")
			.update();
		var page = this.amara.open(CHOICE);
		assertThat(page.all("button[name=with][value=4]")).hasSize(1);
		assertThat(page.all("button[name=with][value=10]")).isEmpty();
		page = this.amara.send(CHOICE, "posts", "20", "was", "20", "page", "1", "post", "20", "with", "4");
		assertThat(page.value("posts")).isEqualTo("4, 9, 20, 60");
		assertThat(ticked(page)).containsExactly("4", "9", "20");
	}

	@Test
	void whatIsTypedByTheWayIsKept() {
		var page = this.amara.send(CHOICE, "posts", "5", "to", "mini-grids", "words", "Off the track.", "quiet", "on",
				"was", "", "page", "");
		assertThat(page.value("words")).isEqualTo("Off the track.");
		page = this.amara.send(CHOICE, "posts", "5", "to", "mini-grids", "words", "Off the track.", "quiet", "on",
				"was", "5", "page", "1", "post", "5", "go", "on");
		assertThat(page.value("to")).isEqualTo("mini-grids");
		assertThat(page.text("textarea[name=words]")).contains("Off the track.");
		assertThat(page.all("#quiet[checked]")).hasSize(1);
	}

	@Test
	void whatCannotMoveIsSaidAndEveryTickStays() {
		for (var bad : List.of(List.of("1", "opening"), List.of("9000", "no post #9000"), List.of("five", "numbers"),
				List.of("9-7", "numbers"), List.of("2-150, 3000-3100", "At most 200"),
				List.of("1-300", "At most 200"))) {
			var page = this.amara.send(CHOICE, "posts", bad.getFirst(), "was", "", "page", "2", "post", "60", "go",
					"on");
			assertThat(page.status()).as(bad.toString()).isEqualTo(422);
			assertThat(page.text("#posts-error")).contains(bad.getLast());
			assertThat(ticked(page)).contains("60");
		}
		var page = this.amara.send(CHOICE, "posts", "five", "was", "", "page", "2", "post", "60", "go", "on");
		assertThat(page.value("posts")).isEqualTo("five");
		assertThat(this.amara.send(CHOICE, "posts", "", "was", page.value("was"), "page", "2", "post", "60")
			.value("posts")).isEqualTo("60");
		assertThat(this.amara.send(CHOICE, "posts", "", "was", "", "page", "1", "go", "on").text("#posts-error"))
			.contains("Choose which replies move.");
	}

	@Test
	void membersChooseNothing() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open(CHOICE).status()).isEqualTo(403);
		assertThat(noor.send(CHOICE, "posts", "5").status()).isEqualTo(403);
	}

	private static List<String> ticked(Page page) {
		return page.all("tbody input[checked]").eachAttr("value");
	}

}
