package org.afterword.moderation.moves;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.Browser;
import org.afterword.CommittingTest;
import org.afterword.conversation.moving.Duplicates;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.MoveToDuplicate;
import org.afterword.conversation.moving.Moving;
import org.afterword.conversation.moving.SplitQuestion;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.log.StaffLog;
import org.afterword.moderation.log.Undo;
import org.afterword.question.Questions;
import org.afterword.question.Split;
import org.afterword.question.Votes;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever moves, splits and merges follow each other, and whichever of them are taken
 * back: nothing is lost, and nothing is there twice. Other ways than those of every day
 * are tried with {@code -Dafterword.seed=…}.
 */
@CommittingTest
class MovesKeepEverythingTests {

	private static final int ACTS = 200;

	private static final String STANDING = """
			select e.id from audit_entry e
			where e.act in ('move', 'merge', 'join', 'split') and e.undoes is null
			  and not exists (select from audit_entry u where u.undoes = e.id) order by e.id desc""";

	/** Of a question, of the one into which it is merged, or resting. */
	private static final String LINKS = """
			select distinct t.post_id, q.id
			from (select post_id, question_id, answer from post_question
			      union all select post_id, question_id, answer from resting_link where why = 'MOVED') t
			join question q on t.question_id in (q.id, q.merged_into)
			""";

	@Autowired
	Moving moving;

	@Autowired
	Moves moves;

	@Autowired
	MoveToDuplicate toDuplicate;

	@Autowired
	Duplicates duplicates;

	@Autowired
	SplitQuestion splitting;

	@Autowired
	Questions questions;

	@Autowired
	Votes votes;

	@Autowired
	Topics topics;

	@Autowired
	StaffLog log;

	@Autowired
	Undo undoing;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	private final long seed = Long.getLong("afterword.seed", 20261126);

	private final Random random = new Random(this.seed);

	/** Every address that anything ever had, and what stood there. */
	private final Map<String, Object> addresses = new HashMap<>();

	private Viewer amara;

	@Test
	void afterAnySequenceOfMovesSplitsMergesAndUndosEverythingIsFoundOnce() {
		this.story.tell();
		for (var slug : List.of("introduce-yourself", "mini-grids", "clean-cookstoves")) {
			this.topics.reopen(this.story.also(slug), this.story.amara());
		}
		this.amara = this.story.amara();
		vote();
		ask();
		var before = whatStandsWhere();
		var kept = whatMustBeKept();
		everythingIsFound(kept);
		// Those that still stand are taken back in the end, and are acts, too.
		for (var done = 0; done + open().size() < ACTS;) {
			try {
				something();
				done++;
				if (done % 20 == 0) {
					everythingIsFound(kept);
				}
			}
			catch (Refused | Conflict refused) {
				// What is impossible is refused, and nothing has happened.
			}
		}
		everythingIsFound(kept);
		addressesLeadThere();
		for (var newest : open()) {
			this.undoing.undo(newest, null, this.amara);
		}
		everythingIsFound(kept);
		assertThat(whatStandsWhere()).containsAllEntriesOf(before);
	}

	private void something() {
		var from = anyTopic();
		var to = anyTopic();
		while (to.equals(from) && this.random.nextInt(10) > 0) {
			to = anyTopic();
		}
		switch (this.random.nextInt(12)) {
			case 0, 1, 2 -> this.moving.move(from, to, MoveSelection.of(someReplies(from)), "Why", false, this.amara);
			case 3 -> this.moves.moveToNew(
					this.topics.get(from), "Topic " + this.random.nextInt(1000), this.random.nextBoolean()
							? MoveSelection.of(someReplies(from)) : MoveSelection.of(anyQuestion(from)),
					"Why", true, this.amara);
			case 4, 5 -> this.moving.move(from, to, MoveSelection.of(anyQuestion(from)), "Why", false, this.amara);
			case 6 -> this.duplicates.merge(from, anyQuestion(from), anyQuestion(from), this.amara);
			case 7 -> this.toDuplicate.move(from, anyQuestion(from), to, anyQuestion(to), "Why", true, this.amara);
			case 8 -> split(from, anyQuestion(from));
			case 9 -> this.moving.move(from, to, MoveSelection.everything(), "Why", false, this.amara);
			default -> takeBack();
		}
	}

	private void split(TopicId topic, QuestionNumber number) {
		var words = this.questions.get(topic, number).text();
		var part = new TreeSet<Integer>();
		this.splitting.replies(topic, number).forEach((reply) -> {
			if (this.random.nextBoolean()) {
				part.add(reply.number());
			}
		});
		this.splitting.split(topic, number, new Split(words + " One", words + " Two", this.random.nextBoolean(),
				this.questions.revision(topic, number)), part, Set.of(), this.amara);
	}

	/** And first what depends on it, as the log offers it. */
	private void takeBack() {
		var open = open();
		if (open.isEmpty()) {
			throw new Refused("audit.not-open");
		}
		var entry = this.log.get(open.get(this.random.nextInt(open.size())), this.amara);
		for (var later = this.undoing.later(entry); !later.isEmpty(); later = this.undoing.later(entry)) {
			entry = later.getFirst();
		}
		this.undoing.undo(entry.id(), null, this.amara);
	}

	private List<Long> open() {
		return this.sql.sql(STANDING).query(Long.class).list();
	}

	private TopicId anyTopic() {
		return new TopicId(any("select id from topic where state = 'OPEN' order by id", Long.class));
	}

	private QuestionNumber anyQuestion(TopicId topic) {
		return QuestionNumber
			.of(any("select number from question where topic_id = " + topic + " order by id", String.class));
	}

	private Set<Integer> someReplies(TopicId topic) {
		var replies = new TreeSet<Integer>();
		for (var count = this.random.nextInt(3); count >= 0; count--) {
			replies.add(any("select number from post where number > 1 and topic_id = " + topic + " order by id",
					Integer.class));
		}
		return replies;
	}

	private <T> T any(String statement, Class<T> type) {
		var all = this.sql.sql(statement).query(type).list();
		if (all.isEmpty()) {
			throw new Refused("move.nothing");
		}
		return all.get(this.random.nextInt(all.size()));
	}

	private void vote() {
		for (var who : List.of("noor", "zofia", "luz")) {
			for (var number : List.of("2", "3", "5", "8")) {
				this.votes.vote(this.topics.get(new Slug("seed-banks")).id(), QuestionNumber.of(number),
						this.story.person(who));
			}
		}
	}

	private void ask() {
		this.sql.sql("""
				insert into request (question_id, placeholder_id, asked_by, asked_at)
				select q.id, h.id, ?, now() from question q join placeholder h on h.topic_id = q.topic_id
				where q.number in ('3', '5') and h.id in (select min(id) from placeholder group by topic_id)
				union all select q.id, q.asker_placeholder_id, ?, now() from question q
				where q.number in ('2', '8') and q.asker_placeholder_id is not null""")
			.params(this.amara.id().value(), this.amara.id().value())
			.update();
	}

	/**
	 * An address is that of a post or question, or leads to one: never both, never two.
	 */
	private void everythingIsFound(Map<String, List<String>> kept) {
		var now = new HashMap<String, Object>();
		this.sql.sql("""
				select topic_id || '/posts/' || number as address, id from post where number is not null
				union all select topic_id || '/posts/' || number, post_id from post_redirect
				union all select topic_id || '/questions/' || number, id from question
				union all select topic_id || '/questions/' || number, question_id from question_redirect""")
			.query((row) -> {
				assertThat(now.put(row.getString("address"), row.getLong("id"))).as(row.getString("address")).isNull();
			});
		assertThat(now).containsAllEntriesOf(this.addresses);
		this.addresses.putAll(now);
		var still = whatMustBeKept();
		kept.forEach((what, rows) -> assertThat(still.get(what)).as(what).containsAll(rows));
		// Nothing is linked, joined or listed across topics.
		none("select * from post_question t join resting_link x using (post_id, question_id)");
		none("""
				select * from post_question t join post p on p.id = t.post_id join question q on q.id = t.question_id
				where p.topic_id <> q.topic_id or q.merged_into is not null""");
		none("""
				select * from resting_link t join post p on p.id = t.post_id join question q on q.id = t.question_id
				where p.topic_id = q.topic_id and t.why = 'MOVED'""");
		none("""
				select * from question q join question other on other.id = q.merged_into
				where other.topic_id <> q.topic_id or other.merged_into is not null""");
		none("""
				select question_id from post_question where pin_rank is not null
				group by question_id having max(pin_rank) <> count(*)""");
		none("""
				select * from question q join question other on other.id = q.merged_into
				where exists (select from open_request where question_id = q.id)""");
		none("""
				(select p.topic_id, c.resource_id from citation c join post p on p.id = c.post_id and p.state = 'PUBLISHED'
				 except select topic_id, resource_id from topic_resource)
				union (select topic_id, resource_id from topic_resource
				 except select p.topic_id, c.resource_id from citation c
				        join post p on p.id = c.post_id and p.state = 'PUBLISHED')""");
		none("""
				select * from topic t where t.state = 'MERGED'
				  and (exists (select from post where topic_id = t.id and (number <> 1 or state <> 'WITHDRAWN'))
				       or exists (select from question where topic_id = t.id))""");
	}

	private void none(String statement) {
		assertThat(this.sql.sql(statement).query().listOfRows()).as("seed " + this.seed + ": " + statement).isEmpty();
	}

	private Map<String, List<String>> whatMustBeKept() {
		return Map.of("posts", rows("select id, body_markdown from post order by id"), "questions",
				rows("select id, asked_at from question order by id"), "citations",
				rows("select post_id, resource_id, position, address from citation order by 1, 3"), "votes",
				rows("select question_id, member_id from question_vote order by 1, 2"), "mentions",
				rows("select post_id, name, member_id, placeholder_id from mention order by 1, 2"), "links",
				rows(LINKS), "requests",
				rows("select id, question_id, placeholder_id, withdrawn_at from request order by id"), "answers",
				rows(LINKS + "where t.answer = 'CONFIRMED'"));
	}

	/** What taking everything back must bring again. */
	private Map<String, String> whatStandsWhere() {
		var there = new HashMap<String, String>();
		for (var statement : List.of("select 'topic' as what, id, slug, state, merged_into from topic",
				"select 'post' as what, id, topic_id, number, written_in from post",
				"select 'question' as what, id, topic_id, number, follows, merged_into, text, status from question",
				"select 'placeholder' as what, id, topic_id, label from placeholder",
				"select 'link' as what, post_id || '-' || question_id as id, answer, pin_rank, pin_note from post_question",
				"select 'resource' as what, topic_id || '-' || resource_id as id from topic_resource",
				"select 'participant' as what, topic_id || '-' || member_id as id from participant")) {
			this.sql.sql(statement)
				.query()
				.listOfRows()
				.forEach((row) -> there.put(row.get("what") + " " + row.get("id"), row.toString()));
		}
		return there;
	}

	/** As a reader finds them, who has kept a link. */
	private void addressesLeadThere() {
		var all = new ArrayList<>(this.addresses.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
		for (var count = 0; count < 20; count++) {
			var one = all.get(this.random.nextInt(all.size()));
			var place = one.getKey().split("/", 2);
			var slug = this.sql.sql("select slug from topic where id = ?")
				.param(Long.valueOf(place[0]))
				.query(String.class)
				.single();
			var page = this.browser.open("/topics/" + slug + "/" + place[1]);
			assertThat(page.status()).as(page.address()).isEqualTo(200);
			var posts = place[1].startsWith("posts");
			if (posts && isOpeningOfATopicThatLeadsBack(one.getValue())) {
				continue;
			}
			assertThat(page.address()).isEqualTo(this.sql.sql(posts ? """
					select '/topics/' || t.slug || '/posts/' || p.number from post p join topic t on t.id = p.topic_id
					where p.id = ?""" : """
					select '/topics/' || t.slug || '/questions/' || other.number
					from question q join question other on other.id = coalesce(q.merged_into, q.id)
					join topic t on t.id = other.topic_id where q.id = ?""")
				.param(one.getValue())
				.query(String.class)
				.single());
		}
	}

	private boolean isOpeningOfATopicThatLeadsBack(Object post) {
		return this.sql.sql("""
				select t.state = 'MERGED' from post p join topic t on t.id = p.topic_id where p.id = ?""")
			.param(post)
			.query(Boolean.class)
			.single();
	}

	private List<String> rows(String statement) {
		return this.sql.sql(statement).query().listOfRows().stream().map(Object::toString).toList();
	}

}
