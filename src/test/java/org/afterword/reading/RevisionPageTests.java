package org.afterword.reading;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.publishing.Edits;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class RevisionPageTests {

	private static final String POST = "/topics/seed-banks/posts/11";

	@Autowired
	Topics topics;

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Visibility visibility;

	@Autowired
	Edits edits;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
	}

	@Test
	void anybodySeesWhoChangedWhatAndWhyWordByWord() {
		edit("The law *of* one country.", 1, "");
		edit("The law *of* two countries.", 2, "There are two");
		var page = this.browser.open(this.browser.open("/topics/seed-banks?post=11")
			.all("#p11 .post-head a")
			.stream()
			.filter((link) -> link.text().startsWith("edited"))
			.findFirst()
			.orElseThrow()
			.attr("href"));
		assertThat(page.address()).isEqualTo(POST + "/revisions");
		assertThat(page.text("h2")).startsWith("Version 3");
		assertThat(page.text("del")).isEqualTo("removed: one country");
		assertThat(page.text("ins")).isEqualTo("added: two countries");
		assertThat(page.all(".changes").first().wholeText()).contains("The law *of* ");
		assertThat(page.texts(".log a")).containsExactly("Version 3", "Version 2", "As it was first written");
		assertThat(page.text(".log li:first-child")).contains("Zofia", "There are two");
		var second = this.browser.open(page.link("Version 2"));
		assertThat(second.text("del")).contains("two questions");
		assertThat(second.text("ins")).contains("one");
		var first = this.browser.open(page.link("As it was first written"));
		assertThat(first.text(".changes")).startsWith("@KB: two questions, one after the other.");
		assertThat(first.has("ins, del")).isFalse();
	}

	@Test
	void aPostThatWasNeverChangedHasOneVersion() {
		var page = this.browser.open(POST + "/revisions");
		assertThat(page.texts(".log a")).containsExactly("As it was first written");
		assertThat(this.browser.open("/topics/seed-banks?post=11").text("#p11 .post-head")).doesNotContain("edited");
	}

	@Test
	void whatIsTypedIsShownAsItIsAndNeverAsMarkup() {
		edit("plain", 1, "");
		edit("<b onclick=\"x\">bold</b> & <ins>all</ins>", 2, "<i>because</i>");
		var page = this.browser.open(POST + "/revisions");
		assertThat(page.text("ins")).isEqualTo("added: <b onclick=\"x\">bold</b> & <ins>all</ins>");
		assertThat(page.text(".log")).contains("<i>because</i>");
		assertThat(page.has(".changes b")).isFalse();
	}

	@Test
	void whatAHiddenPostWasIsForItsAuthorAndFacilitatorsOnly() {
		edit("Other words.", 1, "");
		this.visibility.hide(this.topic, 11, "private", this.story.amara());
		for (var address : List.of(POST + "/revisions", POST + "/revisions/1", POST + "/revisions/2")) {
			assertThat(this.browser.openOnly(address).header("Location")).startsWith("/sign-in");
			assertThat(this.browser.as(this.story.noor()).open(address).status()).isEqualTo(403);
			assertThat(this.browser.as(this.story.zofia()).open(address).status()).isEqualTo(200);
			assertThat(this.browser.as(this.story.amara()).open(address).status()).isEqualTo(200);
		}
	}

	@Test
	void whatAWithdrawnPostWasIsForItsAuthorAndFacilitatorsOnly() {
		edit("Other words.", 1, "");
		this.visibility.withdraw(this.topic, 11, this.story.zofia());
		assertThat(this.browser.as(this.story.noor()).open(POST + "/revisions").status()).isEqualTo(403);
		assertThat(this.browser.as(this.story.zofia()).open(POST + "/revisions").text("ins")).contains("Other words");
	}

	@Test
	void aVersionOrPostThatIsNotThereIsNotFound() {
		for (var address : List.of(POST + "/revisions/2", POST + "/revisions/0", POST + "/revisions/x",
				POST + "/revisions?latest=0", "/topics/seed-banks/posts/999/revisions",
				"/topics/none/posts/1/revisions", POST + "/revisions/999999999")) {
			assertThat(this.browser.open(address).status()).as(address).isEqualTo(404);
		}
		assertThat(this.browser.open(POST + "/revisions?latest=x").status()).isEqualTo(400);
	}

	@Test
	void manyVersionsAreListedInPages() {
		for (var revision = 1; revision <= 60; revision++) {
			edit("Version " + revision, revision, "");
		}
		var page = this.browser.open(POST + "/revisions");
		assertThat(page.texts(".log a")).hasSize(50).startsWith("Version 61").endsWith("Version 12");
		var earlier = this.browser.open(page.link("Earlier versions"));
		assertThat(earlier.texts(".log a")).hasSize(11).startsWith("Version 11").endsWith("As it was first written");
		assertThat(earlier.has("nav.pager")).isFalse();
	}

	@Test
	void thePageTakesAFixedNumberOfStatements() {
		edit("Version 2", 1, "");
		var few = this.browser.queriesFor(POST + "/revisions");
		for (var revision = 2; revision <= 30; revision++) {
			edit("Version " + (revision + 1), revision, "");
		}
		assertThat(this.browser.queriesFor(POST + "/revisions")).isEqualTo(few).isLessThanOrEqualTo(10);
	}

	@Test
	void aMovedPostTakesItsVersionsAlong() {
		var other = this.story.also("mini-grids");
		var id = this.sql.sql("select id from post where topic_id = ? and number = 11")
			.param(this.topic.value())
			.query(Long.class)
			.single();
		this.sql.sql("update post set topic_id = ?, number = 900 where id = ?").params(other.value(), id).update();
		this.sql.sql("insert into post_redirect values (?, 11, ?)").params(this.topic.value(), id).update();
		assertThat(this.browser.open(POST + "/revisions").address())
			.isEqualTo("/topics/mini-grids/posts/900/revisions");
	}

	private void edit(String words, int read, String reason) {
		this.edits.edit(this.topics.viewed(this.topic, this.story.zofia()), 11, words, read, reason);
	}

}
