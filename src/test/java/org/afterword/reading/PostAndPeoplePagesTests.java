package org.afterword.reading;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class PostAndPeoplePagesTests {

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	Forum forum;

	Viewer ama;

	Viewer ben;

	long reeds;

	@BeforeEach
	void open() {
		this.forum = new Forum(this.sql);
		this.ama = this.forum.member("ama", Role.MEMBER);
		this.ben = this.forum.member("ben", Role.MEMBER);
		this.reeds = this.forum.topic("reed-beds", "OPEN", this.ama);
	}

	@Test
	void aPostsOwnPageShowsWhatWasReplied() {
		var first = this.forum.post(this.reeds, 1, this.ama, "Welcome to the reeds");
		this.forum.repliesTo(this.forum.post(this.reeds, 2, this.ben, "Thank you for these"), first);
		var page = this.browser.open("/topics/reed-beds/posts/1");
		assertThat(page.text("#p1 .prose")).isEqualTo("Welcome to the reeds");
		assertThat(page.text(".excerpt")).contains("Thank you for these");
		assertThat(this.browser.open("/topics/reed-beds/posts/3").status()).isEqualTo(404);
		assertThat(this.browser.open("/topics/reed-beds/posts/last").status()).isEqualTo(404);
	}

	@Test
	void hiddenWordsAreReadByTheirAuthorAndByFacilitators() {
		hidden("HIDDEN");
		var other = this.forum.member("dara", Role.MEMBER);
		var staff = this.forum.member("cleo", Role.FACILITATOR);
		assertThat(this.browser.open("/topics/reed-beds/posts/1").html()).doesNotContain("Buy my reeds");
		assertThat(readBy(other)).doesNotContain("Buy my reeds").contains("It was an advertisement");
		assertThat(readBy(this.ben)).contains("Buy my reeds");
		assertThat(readBy(this.ama)).contains("Buy my reeds");
		assertThat(readBy(staff)).contains("Buy my reeds");
	}

	@Test
	void wordsThatWereTakenBackAreReadByTheirAuthorAndByFacilitators() {
		hidden("WITHDRAWN");
		var other = this.forum.member("dara", Role.MEMBER);
		assertThat(this.browser.open("/topics/reed-beds/posts/1").html()).doesNotContain("Buy my reeds");
		assertThat(readBy(other)).doesNotContain("Buy my reeds");
		assertThat(readBy(this.ben)).contains("Buy my reeds");
		assertThat(readBy(this.ama)).contains("Buy my reeds");
	}

	@Test
	void everybodySeesTheActsThatTheyMayTake() {
		this.forum.post(this.reeds, 2, this.ben, "Cut them in February");
		assertThat(this.browser.open("/topics/reed-beds/posts/2").has("#acts")).isFalse();
		assertThat(actsOf(this.ben)).contains("/topics/reed-beds/posts/2/edit", "/topics/reed-beds/posts/2/withdrawal")
			.doesNotContain("/topics/reed-beds/posts/2/hiding");
		assertThat(actsOf(this.ama)).contains("/topics/reed-beds/posts/2/edit", "/topics/reed-beds/posts/2/hiding")
			.doesNotContain("/topics/reed-beds/posts/2/withdrawal");
	}

	@Test
	void eachResourceStandsOnceWithThePostsThatCiteIt() {
		var roots = this.forum.question(this.reeds, "1", "How deep do they root?", "OPEN");
		var one = this.forum.post(this.reeds, 1, this.ama, "See the atlas");
		var two = this.forum.post(this.reeds, 2, this.ben, "The atlas again");
		this.forum.link(two, roots);
		this.forum.cites(one, this.reeds, "https://reeds.example.org/atlas", "Atlas of reeds");
		this.forum.cites(two, this.reeds, "https://reeds.example.org/atlas", "Atlas of reeds");
		var page = this.browser.open("/topics/reed-beds/resources");
		assertThat(page.all("main .references > li")).hasSize(1);
		assertThat(page.text(".references")).contains("Atlas of reeds", "#1", "#2", "Ben");
		assertThat(page.all(".references a[href='/topics/reed-beds/questions/1']")).hasSize(1);
	}

	@Test
	void fiftyResourcesStandOnAPage() {
		var post = this.forum.post(this.reeds, 1, this.ama, "See all of these");
		for (var number = 10; number < 65; number++) {
			this.forum.cites(post, this.reeds, "https://reeds.example.org/" + number, "Leaf " + number);
		}
		var first = this.browser.open("/topics/reed-beds/resources");
		assertThat(first.all("main .references > li")).hasSize(50);
		var second = this.browser.open(first.all("a[rel=next]").attr("href"));
		assertThat(second.texts("main .references cite")).containsExactly("Leaf 60", "Leaf 61", "Leaf 62", "Leaf 63",
				"Leaf 64");
	}

	@Test
	void aProfileListsWhatSomebodyWroteNewestFirst() {
		this.forum.posts(this.reeds, 25, this.ben);
		this.forum.posts(this.forum.topic("plans", "DRAFT", this.ama), 1, this.ben);
		var first = this.browser.open("/members/ben");
		assertThat(first.texts(".excerpt")).hasSize(20).first().asString().startsWith("Words 25");
		var second = this.browser.open(first.all("a[rel=next]").attr("href"));
		assertThat(second.texts(".excerpt")).hasSize(5).last().asString().startsWith("Words 1 ");
		assertThat(second.html()).doesNotContain("plans");
	}

	@Test
	void anOldHandleLeadsToTheMemberAndAnErasedOneIsGone() {
		this.forum.run("insert into old_handle (handle, member_id, skeleton) values ('benno', ?, 'benno')",
				this.ben.id().value());
		var old = this.browser.openOnly("/members/benno");
		assertThat(old.status()).isEqualTo(301);
		assertThat(old.header("Location")).isEqualTo("/members/ben");
		this.forum.run("update member set status = 'ERASED' where id = ?", this.ben.id().value());
		assertThat(this.browser.open("/members/ben").status()).isEqualTo(410);
		assertThat(this.browser.open("/members/benno").status()).isEqualTo(410);
		assertThat(this.browser.open("/members/nobody-here").status()).isEqualTo(404);
		assertThat(this.browser.open("/members/!b").status()).isEqualTo(404);
	}

	private void hidden(String state) {
		var post = this.forum.post(this.reeds, 1, this.ben, "Buy my reeds");
		this.forum.state(post, state, "It was an advertisement", this.ama);
	}

	private String readBy(Viewer viewer) {
		return this.browser.as(viewer).open("/topics/reed-beds/posts/1").text("main");
	}

	private List<String> actsOf(Viewer viewer) {
		return this.browser.as(viewer).open("/topics/reed-beds/posts/2").all("#acts a").eachAttr("href");
	}

}
