package org.afterword.resource;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.publishing.Edits;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.MemberErasure;
import org.afterword.member.Members;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Amara asks for the source of what Noor wrote in post 5. */
@AfterwordTest
class WantedSourcePageTests {

	private static final String POST = "/topics/seed-banks/posts/5";

	private static final String SOURCE = POST + "/source";

	@Autowired
	Topics topics;

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Edits edits;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private Browser amara;

	private Browser noor;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		this.noor = this.browser.as(this.story.noor());
	}

	@Test
	void whatASourceIsAskedForStandsBesideThePostAmongTheResourcesAndOnTheDesk() {
		assertThat(this.amara.open(POST).link("Ask for a source")).isEqualTo(SOURCE);
		var page = this.amara.send(SOURCE, "what", "nine of ten jars");
		assertThat(page.address()).isEqualTo(POST);
		assertThat(page.text("#p5 .post-note")).contains("It needs a source: nine of ten jars Do you have it?");
		assertThat(this.browser.open("/topics/seed-banks?post=5").text("#p5 .post-note")).contains("nine of ten jars");
		assertThat(this.browser.open("/topics/seed-banks/resources").text("main")).contains("nine of ten jars",
				"A source is needed.");
		assertThat(this.amara.open("/topics/seed-banks/desk?part=sources").text("tbody")).contains("nine of ten jars");
		assertThat(this.sql.sql("select act from audit_entry order by id desc limit 1").query(String.class).single())
			.isEqualTo("want-source");
	}

	@Test
	void itStandsUnderTheQuestionInTheReadingByQuestion() {
		var pinned = this.sql.sql("""
				select p.number from post_question pq join post p on p.id = pq.post_id
				where pq.pin_rank = 1 and p.topic_id = ? order by p.number limit 1""")
			.param(this.topic.value())
			.query(Integer.class)
			.single();
		this.amara.send("/topics/seed-banks/posts/" + pinned + "/source", "what", "eleven stores");
		assertThat(this.browser.open("/topics/seed-banks/questions").text(".question .references"))
			.contains("eleven stores A source is needed. Do you have it?");
	}

	@Test
	void onlyThoseWhoRunTheTopicAskForOneAndSayThatNoneIsNeeded() {
		assertThat(this.noor.open(POST).text("main")).doesNotContain("Ask for a source");
		assertThat(this.noor.open(SOURCE).status()).isEqualTo(403);
		assertThat(this.noor.send(SOURCE, "what", "jars").status()).isEqualTo(403);
		this.amara.send(SOURCE, "what", "nine of ten jars");
		assertThat(this.noor.delete(place()).status()).isEqualTo(403);
		this.amara.delete(place());
		assertThat(open()).isZero();
		this.amara.send(SOURCE, "what", "nine of ten jars");
		assertThat(open()).isOne();
	}

	@Test
	void whoeverHasTheAddressBringsIt() {
		this.amara.send(SOURCE, "what", "nine of ten jars");
		this.browser.as(this.story.zofia()).send(place(), "address", "jars.example.org/nine");
		assertThat(open()).isZero();
		assertThat(this.browser.open(POST).text("#p5")).contains("nine of ten jars", "jars.example.org")
			.doesNotContain("It needs a source");
	}

	@Test
	void anEditThatAddsAnAddressBringsTheOldestOne() {
		this.amara.send(SOURCE, "what", "nine of ten jars");
		this.amara.send(SOURCE, "what", "every village");
		var words = this.edits.editing(this.topics.viewed(this.topic, this.story.noor()), 5).words();
		this.noor.send(POST + "/edit", "body", words + "\n\nAs I said.", "revision", "1");
		assertThat(open()).isEqualTo(2);
		this.noor.send(POST + "/edit", "body", words + "\n\nSee https://jars.example.org/nine", "revision", "2");
		assertThat(this.sql.sql("select what from missing_source where state = 'OPEN' and wanted_by is not null")
			.query(String.class)
			.list()).containsExactly("every village");
		assertThat(this.sql.sql("""
				select count(*) from citation c join resource r on r.id = c.resource_id
				where r.canonical_url like '%jars.example.org/nine'""").query(Integer.class).single()).isOne();
		this.noor.send(POST + "/edit", "body", words + "\n\nSee https://jars.example.org/nine, all of it", "revision",
				"3");
		assertThat(open()).isOne();
	}

	@Test
	void whatCannotBeIsRefusedInPlainWords() {
		assertThat(this.amara.send(SOURCE, "what", " ").text("main")).contains("Write what needs a source.");
		var long201 = this.amara.send(SOURCE, "what", "w".repeat(201));
		assertThat(long201.status()).isEqualTo(422);
		assertThat(long201.value("what")).hasSize(201);
		for (var what : new String[] { "one", "two", "two", "three", "four", "five" }) {
			assertThat(this.amara.send(SOURCE, "what", what).status()).isEqualTo(200);
		}
		assertThat(this.amara.send(SOURCE, "what", "six").text("main")).contains("Too many sources are asked");
		assertThat(this.amara.send("/topics/seed-banks/posts/24/source", "what", "one").status()).isEqualTo(404);
		assertThat(open()).isEqualTo(5);
	}

	@Test
	void whatWasAskedOfWordsThatAreNoMoreGoesWithThem() {
		this.amara.send(SOURCE, "what", "nine of ten jars");
		this.erasure.erase(this.story.noor().id(), "former member 1843", true);
		assertThat(open()).isZero();
	}

	private String place() {
		return "/topics/seed-banks/resources/missing/"
				+ this.sql.sql("select max(id) from missing_source where wanted_by is not null")
					.query(Long.class)
					.single();
	}

	private int open() {
		return this.sql.sql("select count(*) from missing_source where state = 'OPEN' and wanted_by is not null")
			.query(Integer.class)
			.single();
	}

}
