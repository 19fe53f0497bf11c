package org.afterword.resource;

import java.util.List;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A resource is called as a post calls it that everybody may read, and leads where that
 * post leads.
 */
@AfterwordTest
class ResourceNamesTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String INSULT = "those blithering jarheads";

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
	Publishing publishing;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	TopicId topic;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
	}

	@Test
	void theWordsOfAHiddenPostNameNoResource() {
		var bad = reply("[" + INSULT + "](https://jars.example.org/nine)");
		var good = reply("https://jars.example.org/nine says more.");
		assertThat(resources()).contains(INSULT);
		this.visibility.hide(this.topic, bad, "rude", this.story.amara());
		assertThat(resources()).doesNotContain(INSULT).contains("https://jars.example.org/nine");
		assertThat(pages(good)).noneMatch((html) -> html.contains(INSULT));
		this.visibility.restore(this.topic, bad, null, null, this.story.amara());
		assertThat(resources()).contains(INSULT);
	}

	@Test
	void norDoThoseOfAPostThatIsTakenBackOrRemoved() {
		var withdrawn = reply("[" + INSULT + "](https://jars.example.org/nine)");
		var removed = reply("[" + INSULT + " twice](https://jars.example.org/nine)");
		var good = reply("https://jars.example.org/nine says more.");
		this.visibility.withdraw(this.topic, withdrawn, this.story.zofia());
		this.visibility.remove(this.topic, removed, "rude", null, this.story.amara());
		assertThat(resources()).doesNotContain(INSULT);
		assertThat(pages(good)).noneMatch((html) -> html.contains(INSULT));
	}

	@Test
	void norDoThoseThatAnEditTookOut() {
		var post = reply("[" + INSULT + "](https://jars.example.org/nine)");
		this.entities.flush();
		this.entities.clear();
		this.edits.edit(this.topics.viewed(this.topic, this.story.zofia()), post,
				"[nine jars](https://jars.example.org/nine)", 1, "");
		assertThat(resources()).doesNotContain(INSULT).contains("nine jars");
	}

	@Test
	void norDoThoseOfAPostThatWaits() {
		var tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		this.browser.as(tala)
			.send(TOPIC + "/replies", "body", "[" + INSULT + "](https://jars.example.org/nine) @amara #3 question 5",
					"noticed", "on");
		var good = reply("https://jars.example.org/nine says more.");
		assertThat(resources()).doesNotContain(INSULT);
		assertThat(pages(good)).noneMatch((html) -> html.contains(INSULT));
		for (var page : List.of("/", "/questions", TOPIC, TOPIC + "/questions", TOPIC + "/posts/3", "/members/tala")) {
			assertThat(this.browser.as(this.story.noor()).open(page).html()).as(page).doesNotContain(INSULT);
		}
		assertThat(this.browser.as(this.story.amara()).open("/notifications").html()).doesNotContain(INSULT);
	}

	@Test
	void norDoThoseOfAnotherTopic() {
		var other = this.story.also("mini-grids");
		this.publishing.reply(other, this.story.zofia(), Reply.of("[" + INSULT + "](https://jars.example.org/nine)"));
		var good = reply("https://jars.example.org/nine says more.");
		assertThat(resources()).doesNotContain(INSULT);
		assertThat(pages(good)).noneMatch((html) -> html.contains(INSULT));
	}

	@Test
	void whatEverybodyMayReadNamesABareAddressOfTheSameTopic() {
		reply("[Nine jars](https://jars.example.org/nine)");
		var bare = reply("https://jars.example.org/nine says more.");
		assertThat(this.browser.open(TOPIC + "?post=" + bare).text("#p" + bare + " .references")).contains("Nine jars");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://www.app.example.net:8080/a/?utm_source=b#gid=3", "http://app.example.net/#!/doc/7",
			"https://app.example.net/#section", "https://пример.рф/видео", "https://my_site.example.org/a|b.pdf" })
	void aResourceLeadsWhereItsPostLeads(String address) {
		var number = reply("[My *words*](" + address + ")");
		assertThat(this.browser.open(TOPIC + "/resources").all(".references a[rel*=ugc]").eachAttr("href"))
			.contains(address);
		assertThat(this.browser.open(TOPIC + "?post=" + number).all("#p" + number + " a[rel*=ugc]").eachAttr("href"))
			.containsOnly(address);
	}

	@Test
	void fragmentsThatNameThingsAreTwoResources() {
		reply("http://app.example.net/#!/doc/7 and http://app.example.net/#!/doc/8");
		assertThat(this.browser.open(TOPIC + "/resources").all(".references a[rel*=ugc]").eachAttr("href"))
			.contains("http://app.example.net/#!/doc/7", "http://app.example.net/#!/doc/8");
	}

	@Test
	void onePageLinkedInSeveralWaysIsOneResourceUnderTheFirst() {
		reply("http://www.jars.example.org/nine#lid");
		reply("https://jars.example.org/nine/?utm_source=letter");
		assertThat(this.browser.open(TOPIC + "/resources").all(".references a[rel*=ugc]").eachAttr("href"))
			.contains("http://www.jars.example.org/nine#lid")
			.doesNotContain("https://jars.example.org/nine/?utm_source=letter");
	}

	@Test
	void aPasswordInAnAddressIsKeptNowhere() {
		var zofia = this.browser.as(this.story.zofia());
		var words = "See https://zofia:s3cr3t@jars.example.org/nine and `https://zofia:s3cr3t@jars.example.org/ten`.";
		zofia.send(TOPIC + "/drafts", "body", words);
		zofia.send(TOPIC + "/replies", "body", words);
		var number = this.sql.sql("select max(number) from post where topic_id = ?")
			.param(this.topic.value())
			.query(Integer.class)
			.single();
		zofia.send(TOPIC + "/posts/" + number + "/edit", "body", words + " More.", "revision", "1");
		for (var table : List.of("post", "post_revision", "citation", "resource", "draft", "question",
				"proposed_question", "missing_source")) {
			assertThat(this.sql.sql("select count(*) from " + table + " x where x::text like '%s3cr3t%'")
				.query(Integer.class)
				.single()).as(table).isZero();
		}
		assertThat(zofia.open(TOPIC + "/posts/" + number + "/edit").value("body"))
			.isEqualTo("See https://jars.example.org/nine and `https://jars.example.org/ten`. More.");
	}

	@Test
	void aRecordingIsReadAsAnyAddressIs() {
		var amara = this.browser.as(this.story.amara());
		var form = amara.open(TOPIC + "/edit");
		amara.send(TOPIC + "/edit", "title", form.value("title"), "heldOn", form.value("heldOn"), "speakers", "",
				"recording", "https://user:s3cr3t@пример.рф/видео#t=30");
		assertThat(this.browser.open(TOPIC).link("recording")).isEqualTo("https://пример.рф/видео#t=30");
	}

	private int reply(String words) {
		return this.publishing.reply(this.topic, this.story.zofia(), Reply.of(words));
	}

	private String resources() {
		return this.browser.open(TOPIC + "/resources").html();
	}

	private List<String> pages(int number) {
		return List.of(this.browser.open(TOPIC + "?post=" + number).html(),
				this.browser.open(TOPIC + "/posts/" + number).html(), this.browser.open(TOPIC + "/questions").html());
	}

}
