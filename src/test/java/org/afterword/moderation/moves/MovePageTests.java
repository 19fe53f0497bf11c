package org.afterword.moderation.moves;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.PostsMoved;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.Place;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
@RecordApplicationEvents
class MovePageTests {

	private static final String TOPIC = "/topics/seed-banks";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	Drafts drafts;

	@Autowired
	Topics topics;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	TopicRoles roles;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Browser amara;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.amara = this.browser.as(this.story.amara());
		// A place to go to: its opening says where the first reply came from.
		this.amara.send(TOPIC + "/moves", "posts", "26", "where", "new", "title", "Drying in the rain", "words",
				"Off the track.", "sure", "on");
	}

	@Test
	void aReplyThatMovedIsFoundUnderItsOldAddresses() {
		assertThat(this.browser.open("/topics/drying-in-the-rain").text("#p2 .prose")).contains("rightly");
		var line = this.browser.open(TOPIC + "?page=2");
		assertThat(line.text("#p26")).contains("#26 has moved");
		var old = this.browser.openOnly(TOPIC + "/posts/26");
		assertThat(old.status()).isEqualTo(301);
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo("/topics/drying-in-the-rain/posts/2");
		assertThat(this.browser.open(TOPIC + "?post=26").address()).startsWith("/topics/drying-in-the-rain?post=2");
	}

	@Test
	void thePreviewSaysWhatWillHappenAndDoesNothing() {
		var form = this.amara.open(this.amara.open(TOPIC + "/posts/5").link("Move it to another topic"));
		assertThat(form.value("posts")).isEqualTo("5");
		var page = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "/topics/drying-in-the-rain", "words", "Why.");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main")).contains("1 post moves", "#3", "In 2 places a reply and its question part",
				"#5 on question 8", "authors get a notice");
		assertThat(page.value("to")).isEqualTo("/topics/drying-in-the-rain");
		assertThat(number("select count(*) from move")).isEqualTo(1);
	}

	@Test
	void theDestinationIsFoundByWordsOfItsTitleAndTheMoveEndsAtThePostThatMoved() {
		this.story.also("mini-grids");
		var page = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "the RAIN drying", "words", "", "search",
				"on");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.has("[role=alert]")).isFalse();
		assertThat(page.all("input[name=pick]").eachAttr("value")).containsExactly("drying-in-the-rain");
		assertThat(page.value("posts")).isEqualTo("5");
		assertThat(page.value("to")).isEqualTo("the RAIN drying");
		var unsure = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "the RAIN drying", "words", "Why.");
		assertThat(unsure.status()).isEqualTo(422);
		assertThat(unsure.has("input[name=pick][value=drying-in-the-rain]")).isTrue();
		var plan = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "grids", "pick", "drying-in-the-rain", "words",
				"Why.");
		assertThat(plan.text("main")).contains("1 post moves");
		assertThat(plan.all("input[name=pick][checked]").eachAttr("value")).containsExactly("drying-in-the-rain");
		var moved = this.amara.send(TOPIC + "/moves", "posts", "5", "pick", "drying-in-the-rain", "words", "Why.",
				"sure", "on");
		assertThat(moved.address()).isEqualTo("/topics/drying-in-the-rain?post=3#p3");
		assertThat(moved.text("[role=status]")).contains("Moved.");
	}

	@Test
	void onlyTopicsIntoWhichTheyMayMoveAreOffered() {
		this.story.also("mini-grids");
		var luz = this.story.person("luz");
		this.roles.appoint(this.topic, luz.id(), TopicRole.FACILITATOR, this.story.amara());
		var form = this.browser.as(luz).send(TOPIC + "/moves", "posts", "5", "to", "", "search", "on");
		assertThat(form.has("input[name=pick]")).isFalse();
		assertThat(form.text("main")).contains("No open topic that you run has these words in its title.");
		assertThat(this.browser.as(luz)
			.send(TOPIC + "/moves", "posts", "5", "pick", "mini-grids", "words", "Why.", "sure", "on")
			.status()).isEqualTo(422);
		for (var words : List.of("%", "_", "nothing like it", "\u200B")) {
			var none = this.amara.send(TOPIC + "/moves", "posts", "5", "to", words, "search", "on");
			assertThat(none.has("input[name=pick]")).as(words).isFalse();
		}
		assertThat(this.amara.send(TOPIC + "/moves", "posts", "5", "to", "", "search", "on").all("input[name=pick]"))
			.hasSize(2);
		assertThat(this.amara
			.send(TOPIC + "/moves", "posts", "5", "to", "https://forum.example.org/topics/mini-grids?x", "search", "on")
			.all("input[name=pick][checked]")
			.eachAttr("value")).containsExactly("mini-grids");
	}

	@Test
	void aQuestionThatMovedIsWhereTheMoveEnds() {
		var moved = this.amara.send(TOPIC + "/moves", "what", "question", "question", "5", "to", "drying-in-the-rain",
				"words", "Why.", "sure", "on");
		assertThat(moved.address()).isEqualTo("/topics/drying-in-the-rain/questions/1");
		var merged = this.amara.send(TOPIC + "/moves", "what", "question", "question", "8", "into", "1", "to",
				"drying-in-the-rain", "words", "The same.", "sure", "on");
		assertThat(merged.address()).isEqualTo("/topics/drying-in-the-rain/questions/1");
		var whole = this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", "seed-banks", "words",
				"One place.", "sure", "on");
		assertThat(whole.address()).startsWith(TOPIC + "?post=");
	}

	@Test
	void aMoveIsTakenBackAndNothingIsLost() {
		var links = links();
		var cited = rows("select post_id, resource_id from citation order by 1, 2");
		var listed = rows("select topic_id, resource_id from topic_resource order by 1, 2");
		this.amara.send(TOPIC + "/moves", "posts", "5-8", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		assertThat(links()).isNotEqualTo(links);
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo("/topics/drying-in-the-rain/posts/3");
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		assertThat(links()).isEqualTo(links);
		assertThat(rows("select post_id, resource_id from citation order by 1, 2")).isEqualTo(cited);
		assertThat(rows("select topic_id, resource_id from topic_resource order by 1, 2")).isEqualTo(listed);
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo(TOPIC + "/posts/5");
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/3").address()).isEqualTo(TOPIC + "/posts/5");
	}

	@Test
	void aTopicThatWasOpenedForAMoveGoesWithIt() {
		var cited = rows("select topic_id, resource_id from topic_resource order by 1, 2");
		var page = undo("drying-in-the-rain");
		assertThat(page.text("[role=status]")).contains("Undone.").doesNotContain("stays");
		assertThat(this.browser.open("/").text("main")).doesNotContain("Drying in the rain");
		for (var address : List.of("", "/questions", "/resources")) {
			var there = this.browser.open("/topics/drying-in-the-rain" + address);
			assertThat(there.status()).as(address).isEqualTo(200);
			assertThat(there.address()).startsWith(TOPIC + address);
		}
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/2").address()).isEqualTo(TOPIC + "/posts/26");
		assertThat(this.browser.open("/topics/drying-in-the-rain?post=2").address()).startsWith(TOPIC + "?post=26");
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/1").address()).isEqualTo(TOPIC);
		assertThat(this.browser.openOnly("/topics/drying-in-the-rain").status()).isEqualTo(301);
		assertThat(this.browser.open("/members/amara").text("main")).doesNotContain("Drying in the rain");
		assertThat(rows("select topic_id, resource_id from topic_resource order by 1, 2")).isEqualTo(cited);
		assertThat(this.browser.as(this.story.noor())
			.send("/topics/drying-in-the-rain/replies", "body", "Is it here?")
			.status()).isEqualTo(409);
	}

	@Test
	void aTopicThatWasOpenedForAMoveStaysWhereSomebodyHasWritten() {
		this.browser.as(this.story.noor()).send("/topics/drying-in-the-rain/replies", "body", "It rains here.");
		var page = undo("drying-in-the-rain");
		assertThat(page.text("[role=status]")).contains("Undone. The topic that was opened for it stays");
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo(TOPIC + "/posts/26");
		assertThat(this.browser.open("/topics/drying-in-the-rain").text("main")).contains("It rains here.");
	}

	@Test
	void topicsThatWereOpenedOneAfterTheOtherLeadBackToTheFirst() {
		this.amara.send("/topics/drying-in-the-rain/moves", "posts", "2", "where", "new", "title", "Rain", "words",
				"Why.", "sure", "on");
		undo("rain");
		undo("drying-in-the-rain");
		assertThat(this.browser.open("/topics/rain").address()).startsWith(TOPIC);
		assertThat(this.browser.open("/topics/rain/posts/2").address()).isEqualTo(TOPIC + "/posts/26");
	}

	private Page undo(String opened) {
		return this.amara.send("/moderation/log/" + number("""
				select max(e.id) from audit_entry e join move m on m.id = cast(e.after ->> 'move' as bigint)
				join topic t on t.id = m.to_topic where e.act = 'move' and t.slug = '%s'""".formatted(opened))
				+ "/undoing");
	}

	@Test
	void aQuestionGoesWithItsRepliesAndItsOldNumberLeadsToIt() {
		var words = this.browser.open(TOPIC + "/questions/5").text("h1");
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "5", "to", "drying-in-the-rain", "words",
				"Why.", "sure", "on");
		var page = this.browser.open(TOPIC + "/questions/5");
		assertThat(page.address()).isEqualTo("/topics/drying-in-the-rain/questions/1");
		assertThat(page.text("h1")).isEqualTo(words);
		assertThat(this.browser.open(TOPIC + "/questions").text("#q5")).contains("Question 5 has moved");
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		assertThat(this.browser.open("/topics/drying-in-the-rain/questions/1").address())
			.isEqualTo(TOPIC + "/questions/5");
	}

	@Test
	void whatIsNotPossibleIsRefusedWithEverythingTyped() {
		for (var bad : List.of(new Bad("1", "drying-in-the-rain", "opening"), new Bad("5", "seed-banks", "already"),
				new Bad("99", "drying-in-the-rain", "no post #99"), new Bad("five", "drying-in-the-rain", "numbers"),
				new Bad("", "drying-in-the-rain", "Choose which replies"), new Bad("5", "nowhere", "No topic"),
				new Bad("1-300", "drying-in-the-rain", "At most 200"), new Bad("26", "drying-in-the-rain", "moved"),
				new Bad("5", "", "Choose the topic"))) {
			for (var sure : List.of("sure", "unsure")) {
				var page = this.amara.send(TOPIC + "/moves", "posts", bad.posts(), "to", bad.to(), "words", "Why so.",
						sure, "on");
				assertThat(page.status()).as(bad.toString()).isEqualTo(422);
				assertThat(page.text("[role=alert]")).contains(bad.says());
				assertThat(page.text("textarea[name=words]")).contains("Why so.");
			}
		}
		assertThat(number("select count(*) from move")).isEqualTo(1);
	}

	@Test
	void nothingMovesIntoATopicThatIsLocked() {
		this.amara.send("/topics/drying-in-the-rain/lock");
		var page = this.amara.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why so.",
				"sure", "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("not open");
		assertThat(this.browser.open(TOPIC + "/posts/5").address()).isEqualTo(TOPIC + "/posts/5");
	}

	@Test
	void onlyThoseWhoRunTheTopicMove() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open(TOPIC + "/moves").status()).isEqualTo(403);
		assertThat(noor.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why.", "sure", "on")
			.status()).isEqualTo(403);
		assertThat(noor.open(TOPIC + "/posts/5").all("a[href*=moves]")).isEmpty();
	}

	@Test
	void pinnedAnswersThatWentApartStandInTheirOrderAgain() {
		var pinned = "select post_id, pin_rank from post_question where pin_rank is not null order by 1, 2";
		var before = rows(pinned);
		for (var first : List.of("10", "9")) {
			var second = first.equals("10") ? "9" : "10";
			var moves = Stream.of(first, second).map((post) -> {
				this.amara.send(TOPIC + "/moves", "posts", post, "to", "drying-in-the-rain", "words", "Why.", "sure",
						"on");
				return number("select max(id) from audit_entry where act = 'move'");
			}).toList();
			moves.forEach((move) -> this.amara.send("/moderation/log/" + move + "/undoing"));
			assertThat(rows(pinned)).as(first).isEqualTo(before);
		}
	}

	@Test
	void onlyWhoRunsBothTopicsTakesAMoveBack() {
		this.amara.send(TOPIC + "/people/roles", "handle", "zofia", "role", "FACILITATOR");
		var refused = this.browser.as(this.story.zofia())
			.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("main")).contains("Only somebody who runs both topics can undo this.");
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).startsWith("/topics/drying-in-the-rain");
	}

	@Test
	void aMoveThatWasGoneOnWithIsTakenBackLast() {
		var first = number("select max(id) from audit_entry where act = 'move'");
		this.amara.send("/topics/drying-in-the-rain/moves", "posts", "2", "where", "new", "title", "Rain", "words",
				"Why.", "sure", "on");
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo("/topics/rain/posts/2");
		assertThat(this.amara.open("/moderation/log/" + first).text("main")).contains("Undo these first");
		assertThat(this.amara.send("/moderation/log/" + first + "/undoing").status()).isEqualTo(422);
		this.amara.send("/moderation/log/" + number("select max(id) from audit_entry where act = 'move'") + "/undoing");
		this.amara.send("/moderation/log/" + first + "/undoing");
		assertThat(this.browser.open("/topics/rain/posts/2").address()).isEqualTo(TOPIC + "/posts/26");
	}

	@Test
	void aTopicThatMovesIntoAnotherIsFoundThereByEveryOldAddress() {
		assertThat(this.browser.open("/").text("main")).contains("Drying in the rain");
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		var first = number("select last_post_number - 1 from topic where slug = 'seed-banks'");
		assertThat(this.browser.open("/topics/drying-in-the-rain").address())
			.isEqualTo(TOPIC + "?post=" + first + "#p" + first);
		assertThat(this.browser.open("/topics/drying-in-the-rain?page=all").address()).startsWith(TOPIC + "?post=");
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/2").address())
			.isEqualTo(TOPIC + "/posts/" + (first + 1));
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/2/revisions").address())
			.isEqualTo(TOPIC + "/posts/" + (first + 1) + "/revisions");
		assertThat(this.browser.open("/topics/drying-in-the-rain/resources").address()).isEqualTo(TOPIC + "/resources");
		assertThat(this.browser.open(TOPIC + "/posts/26").address()).isEqualTo(TOPIC + "/posts/" + (first + 1));
		assertThat(this.browser.open("/").text("main")).doesNotContain("Drying in the rain");
		assertThat(
				this.amara.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why.").status())
			.isEqualTo(422);
		undoLast("merge");
		assertThat(this.browser.open("/topics/drying-in-the-rain/posts/2").address())
			.isEqualTo("/topics/drying-in-the-rain/posts/2");
		assertThat(this.browser.open(TOPIC + "/posts/" + first).address())
			.isEqualTo("/topics/drying-in-the-rain/posts/1");
	}

	@Test
	void aTopicIsAsLongAsItWasWhenAMergeIsTakenBack() {
		var pages = this.browser.open(TOPIC + "?page=2").text(".endmark");
		var next = number("select last_post_number from topic where id = " + this.topic.value()) + 1;
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		undoLast("merge");
		var page = this.browser.open(TOPIC + "?page=2");
		assertThat(page.text(".endmark")).isEqualTo(pages);
		assertThat(page.text("main")).contains("#26 has moved").doesNotContain("stood here for a while");
		assertThat(this.browser.open(TOPIC + "?post=" + next).address())
			.startsWith("/topics/drying-in-the-rain?post=1");
		assertThat(this.browser.open(TOPIC + "?post=" + (next + 2)).status()).isEqualTo(404);
		this.browser.as(this.story.noor()).send(TOPIC + "/replies", "body", "Where are they?");
		assertThat(this.browser.open(TOPIC + "?post=" + (next + 2)).text("main"))
			.contains("#%d to #%d stood here for a while".formatted(next, next + 1), "Where are they?");
	}

	@Test
	void whatWasToBeDoneInATopicThatMovedIsDoneToTheSameThing() {
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		var there = this.browser.open("/topics/drying-in-the-rain/posts/2").address();
		assertThat(there).startsWith(TOPIC + "/posts/").isNotEqualTo(TOPIC + "/posts/2");
		for (var act : List.of("/hiding", "/notes", "/edit?then=desk")) {
			assertThat(this.amara.open("/topics/drying-in-the-rain/posts/2" + act).address()).isEqualTo(there);
		}
		assertThat(this.amara.openOnly("/topics/drying-in-the-rain/moves?posts=2").header("Location"))
			.isEqualTo(TOPIC + "/moves");
	}

	@Test
	void whatSomebodyWasWritingToATopicThatMovedIsKept() {
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		var noor = this.browser.as(this.story.noor());
		var refused = noor.send("/topics/drying-in-the-rain/replies", "body", "Half a day under a roof.", "asks", "on",
				"newQuestion", "Who mends it?");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("main")).contains("moved into another");
		assertThat(refused.text("#written")).contains("Half a day under a roof.", "Who mends it?");
		assertThat(noor.open(TOPIC).text("textarea[name=body]")).contains("Half a day under a roof.");
		var form = noor.open(TOPIC + "/replies/new");
		assertThat(form.value("newQuestion")).isEqualTo("Who mends it?");
		assertThat(form.has("input[name=asks][checked]")).isTrue();
	}

	@Test
	void aQuestionIsMergedIntoItsDuplicateInAnotherTopic() {
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "5", "to", "drying-in-the-rain", "words",
				"Why.", "sure", "on");
		var plan = this.amara.send(TOPIC + "/moves", "what", "question", "question", "8", "into", "1", "to",
				"drying-in-the-rain", "words", "The same.");
		assertThat(plan.text("main")).contains("It is merged into question 1");
		assertThat(this.amara
			.send(TOPIC + "/moves", "what", "question", "question", "8", "into", "7", "to", "drying-in-the-rain",
					"words", "The same.")
			.text("[role=alert]")).contains("no question 7 there");
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "8", "into", "1", "to", "drying-in-the-rain",
				"words", "The same.", "sure", "on");
		assertThat(this.browser.open(TOPIC + "/questions/8").address())
			.isEqualTo("/topics/drying-in-the-rain/questions/1");
		var move = number("select max(id) from audit_entry where act = 'move'");
		assertThat(this.amara.open("/moderation/log/" + move).text("main")).contains("It moved to Drying in the rain",
				"Undo these first", "merged as a duplicate");
		undoLast("join");
		undoLast("move");
		assertThat(this.browser.open(TOPIC + "/questions/8").address()).isEqualTo(TOPIC + "/questions/8");
	}

	@Test
	void mergedAndSplitQuestionsAreUndoneFromTheLog() {
		var links = links();
		this.amara.send(TOPIC + "/questions/7/duplicate", "into", "3");
		undoLast("join");
		assertThat(links()).isEqualTo(links);
		assertThat(this.browser.open(TOPIC + "/questions/7").address()).isEqualTo(TOPIC + "/questions/7");
		var words = this.browser.open(TOPIC + "/questions/5").text("h1");
		this.amara.send(TOPIC + "/questions/5/split", "text", "Who keeps it?", "part", "And who pays?", "place", "own",
				"revision", this.amara.open(TOPIC + "/questions/5/split").value("revision"), "there", "5", "here", "8");
		var part = rows("select number from question where text = 'And who pays?'").getFirst().replaceAll("\\D", "");
		assertThat(this.browser.open(TOPIC + "/questions/" + part).text("h1")).contains("And who pays?");
		undoLast("split");
		assertThat(links()).isEqualTo(links);
		assertThat(this.browser.open(TOPIC + "/questions/5").text("h1")).isEqualTo(words);
		assertThat(this.browser.open(TOPIC + "/questions/" + part).address()).isEqualTo(TOPIC + "/questions/5");
	}

	@Test
	void whoeverHadReadWhatMovedFindsItReadAndOthersFindItNew() {
		var noor = this.browser.as(this.story.noor());
		noor.open(TOPIC + "?page=2");
		noor.open("/topics/drying-in-the-rain");
		var zofia = this.browser.as(this.story.zofia());
		zofia.open(TOPIC);
		zofia.open("/topics/drying-in-the-rain");
		this.amara.send(TOPIC + "/moves", "posts", "5, 8, 27", "to", "drying-in-the-rain", "words", "Why.", "sure",
				"on");
		assertThat(read("noor", "drying-in-the-rain")).isEqualTo(5);
		// She had seen 5 and 8, which are 3 and 4 now, and not 27.
		assertThat(read("zofia", "drying-in-the-rain")).isEqualTo(4);
		this.amara.send(TOPIC + "/moves", "posts", "15, 30", "where", "new", "title", "Jars", "words", "Why.", "sure",
				"on");
		assertThat(read("noor", "jars")).isEqualTo(3);
		assertThat(read("zofia", "jars")).isEqualTo(2);
	}

	@Test
	void aQuestionThatMovedWasNotAskedInTheWebinarOfItsNewTopic() {
		this.story.also("mini-grids");
		var webinar = "during the webinar of 17 September 2026";
		assertThat(this.browser.open(TOPIC + "/questions/9").text("main")).contains(webinar);
		this.amara.send(TOPIC + "/moves", "what", "question", "question", "9", "to", "mini-grids", "words", "Why.",
				"sure", "on");
		var there = this.browser.open(TOPIC + "/questions/9");
		assertThat(there.address()).startsWith("/topics/mini-grids");
		assertThat(there.text("main")).contains("asked by KB").doesNotContain("during the webinar");
		assertThat(this.browser.open(TOPIC + "/questions").text("main")).contains("Question 9 has moved");
		undoLast("move");
		assertThat(this.browser.open(TOPIC + "/questions/9").text("main")).contains(webinar);
		assertThat(this.browser.open("/topics/mini-grids/questions").text("main")).doesNotContain("has moved");
	}

	@Test
	void whatComesBackIsAsNewAsItWasToThoseWhoHaveReadItNeitherHereNorThere() {
		var noor = this.browser.as(this.story.noor());
		var zofia = this.browser.as(this.story.zofia());
		var luz = this.browser.as(this.story.person("luz"));
		for (var reader : List.of(noor, zofia, luz)) {
			reader.open(TOPIC);
		}
		luz.open(TOPIC + "?page=2");
		this.amara.send(TOPIC + "/moves", "posts", "5, 28", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		zofia.open("/topics/drying-in-the-rain");
		for (var reader : List.of(noor, zofia)) {
			reader.open(TOPIC + "?page=2");
		}
		undoLast("move");
		assertThat(read("noor", "seed-banks")).isEqualTo(27);
		assertThat(read("zofia", "seed-banks")).isEqualTo(read("luz", "seed-banks")).isGreaterThan(28);
		assertThat(noor.open(TOPIC + "?page=2").text("main")).contains("new since your last visit");
	}

	@Test
	void aTopicIsAsLivelyAsWhatStandsInIt() {
		this.sql.sql("""
				update post set written_at = timestamptz '2026-01-01 12:00:00Z' + number * interval '1 day'
				where topic_id = ? and number > 1""").param(this.topic.value()).update();
		var lively = "select slug, last_activity_at from topic where slug in ('seed-banks', 'drying-in-the-rain') order by 1";
		var last = number("select max(number) from post where topic_id = " + this.topic.value());
		this.amara.send(TOPIC + "/moves", "posts", "4", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		var before = rows(lively);
		this.sql
			.sql("update post set written_at = timestamptz '2030-01-01 12:00:00Z' where topic_id = ? and number = ?")
			.params(this.topic.value(), last)
			.update();
		this.amara.send(TOPIC + "/moves", "posts", Integer.toString(last), "to", "drying-in-the-rain", "words", "Why.",
				"sure", "on");
		assertThat(rows(lively).getFirst()).contains("2030-01-01");
		assertThat(rows(lively).getLast()).doesNotContain("2030-01-01");
		undoLast("move");
		assertThat(rows(lively).getFirst()).isEqualTo(before.getFirst());
		assertThat(rows(lively).getLast()).contains("2030-01-01");
		this.amara.send(TOPIC + "/moves", "what", "topic", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		assertThat(rows(lively).getFirst()).contains("2030-01-01");
		undoLast("merge");
		assertThat(rows(lively).getFirst()).isEqualTo(before.getFirst());
	}

	@Test
	void wordsOfAPostThatMovedStillMeanWhatTheyMeant() {
		var noor = this.story.noor();
		var number = this.publishing.reply(this.topic, noor, Reply.of("As #3 says of question 8."));
		this.amara.send(TOPIC + "/moves", "posts", "" + number, "to", "drying-in-the-rain", "words", "Why.", "sure",
				"on");
		var there = this.topics.get(new Slug("drying-in-the-rain")).id();
		this.edits.edit(this.topics.viewed(there, noor), 3, "As #3 says of question 8, mostly.", 1, "");
		var links = this.browser.open("/topics/drying-in-the-rain/posts/3").all(".prose a").eachAttr("href");
		assertThat(links).contains(TOPIC + "?post=3#p3");
		assertThat(rows(
				"select question_id from post_question t join post p on p.id = t.post_id where p.topic_id = " + there))
			.isEmpty();
	}

	@Test
	void whatIsBegunAsAReplyGoesAlongWithThePost() {
		var noor = this.browser.as(this.story.noor());
		this.drafts.keep(this.topics.viewed(new Slug("seed-banks"), this.story.noor()), Place.reply(5, null),
				"Not yet finished", Map.of("to", List.of("5"), "questions", List.of("8")), 0);
		this.amara.send(TOPIC + "/moves", "posts", "5", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		var form = noor.open("/topics/drying-in-the-rain/replies/new?to=3");
		assertThat(form.text("textarea[name=body]")).contains("Not yet finished");
		assertThat(form.all("input[name=questions][checked]")).isEmpty();
	}

	@Test
	void authorsAreToldWithTheReasonUnlessItIsDoneQuietly(ApplicationEvents events) {
		this.amara.send(TOPIC + "/moves", "posts", "5, 6", "to", "drying-in-the-rain", "words", "Off the track.",
				"sure", "on");
		this.amara.send(TOPIC + "/moves", "posts", "7", "to", "drying-in-the-rain", "words", "Hush.", "quiet", "on",
				"sure", "on");
		assertThat(events.stream(PostsMoved.class).skip(1).map((one) -> one.posts().size() + " " + one.quiet()))
			.containsExactly("2 false", "1 true");
	}

	@Test
	void aTopicOfManyAuthorsMergesInAsManyStatements() {
		var few = this.amara.queriesForSending("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC,
				"words", "One place.", "sure", "on");
		undoLast("merge");
		var many = this.topics.get(new Slug("drying-in-the-rain")).id();
		for (var author : List.of("mele", "luz", "bishnu", "zofia", "ines")) {
			this.publishing.reply(many, this.story.person(author), Reply.of("I have seen it."));
			this.placeholders.findOrCreate(many, author + "?");
		}
		assertThat(this.amara.queriesForSending("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC,
				"words", "One place.", "sure", "on"))
			.isEqualTo(few);
	}

	@Test
	void somebodyKnownByInitialsGoesAlongWhenNothingOfThemStaysBehind() {
		this.placeholders.findOrCreate(this.topics.get(new Slug("drying-in-the-rain")).id(), "KB");
		this.amara.send(TOPIC + "/moves", "what", "topic", "to", "drying-in-the-rain", "words", "Why.", "sure", "on");
		assertThat(rows("select label from placeholder where label like 'KB%' and topic_id = (select id from topic "
				+ "where slug = 'drying-in-the-rain') order by 1"))
			.containsExactly("{label=KB}", "{label=KB (2)}");
		undoLast("merge");
		assertThat(rows("select label from placeholder where label like 'KB%' and topic_id = " + this.topic))
			.containsExactly("{label=KB}");
	}

	@Test
	void aMergeThatIsTakenBackBringsBackDraftsWithTheirTicks() {
		this.drafts.keep(this.topics.viewed(new Slug("drying-in-the-rain"), this.story.noor()), Place.reply(null, null),
				"Of the roof", Map.of("answers", List.of("on"), "newQuestion", List.of("Who mends it?")), 0);
		this.drafts.keep(this.topics.viewed(new Slug("drying-in-the-rain"), this.story.noor()), Place.reply(2, null),
				"To the second", Map.of("to", List.of("2")), 0);
		this.drafts.keep(this.topics.viewed(new Slug("drying-in-the-rain"), this.story.zofia()),
				Place.reply(null, null), "Half of it", Map.of(), 0);
		this.drafts.keep(this.topics.viewed(new Slug("seed-banks"), this.story.noor()), Place.reply(null, null),
				"Of the jars", Map.of(), 0);
		var before = rows("select id, topic_id, form::text, is_copy from draft where body <> 'Half of it' order by id");
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		assertThat(number("select count(*) from draft where topic_id <> " + this.topic)).isZero();
		this.drafts.keep(this.topics.viewed(new Slug("seed-banks"), this.story.zofia()), Place.reply(null, null),
				"Half of it, and more", Map.of(), 0);
		undoLast("merge");
		assertThat(rows("select id, topic_id, form::text, is_copy from draft where body not like 'Half%' order by id"))
			.isEqualTo(before);
		assertThat(this.browser.as(this.story.zofia()).open(TOPIC).text("textarea[name=body]"))
			.contains("Half of it, and more");
		assertThat(this.browser.as(this.story.noor()).open("/topics/drying-in-the-rain").text("textarea[name=body]"))
			.contains("Of the roof");
	}

	@Test
	void aMergeThatIsTakenBackBringsBackMarksPartsAndNotices() {
		var noor = this.browser.as(this.story.noor());
		noor.open("/topics/drying-in-the-rain");
		this.amara.send("/topics/drying-in-the-rain/people/roles", "handle", "luz", "role", "SPEAKER");
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, subject, subject_id, told_at)
					select ?, 'post ' || p.id, 'MENTIONED', 'POST', p.id, now() from post p join topic t on t.id = p.topic_id
					where t.slug = 'drying-in-the-rain' and p.number = 2""")
			.param(this.story.noor().id().value())
			.update();
		var kept = List.of(
				"select topic_id, last_number from read_marker where member_id = " + this.story.noor() + " order by 1",
				"select topic_id, member_id from participant order by 1, 2",
				"select topic_id, member_id, role from topic_role order by 1, 2, 3",
				"select topic_id, post_id, what, state from missing_source order by 2, 3");
		var before = kept.stream().map(this::rows).toList();
		this.amara.send("/topics/drying-in-the-rain/moves", "what", "topic", "to", TOPIC, "words", "One place.", "sure",
				"on");
		var notice = number(
				"select id from notice where kind = 'MENTIONED' and member_id = " + this.story.noor().id().value());
		assertThat(noor.openOnly("/notifications/" + notice).header("Location")).startsWith(TOPIC + "?post=");
		undoLast("merge");
		assertThat(kept.stream().map(this::rows).toList()).isEqualTo(before);
		assertThat(noor.openOnly("/notifications/" + notice).header("Location"))
			.isEqualTo("/topics/drying-in-the-rain?post=2#p2");
	}

	private void undoLast(String act) {
		this.amara.send("/moderation/log/"
				+ number("select max(id) from audit_entry where undoes is null and act = '" + act + "'") + "/undoing");
	}

	private int read(String handle, String slug) {
		return number("select last_number from read_marker where topic_id = (select id from topic where slug = '" + slug
				+ "') and member_id = (select id from member where handle = '" + handle + "')");
	}

	private List<String> links() {
		return rows("select post_id, question_id, source, answer, pin_rank from post_question order by 1, 2");
	}

	private List<String> rows(String statement) {
		return this.sql.sql(statement).query().listOfRows().stream().map(Object::toString).toList();
	}

	private int number(String statement) {
		return this.sql.sql(statement).query(Integer.class).single();
	}

	private record Bad(String posts, String to, String says) {
	}

}
