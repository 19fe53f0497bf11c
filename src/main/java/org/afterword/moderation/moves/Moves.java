package org.afterword.moderation.moves;

import java.util.List;

import org.afterword.conversation.Conversations;
import org.afterword.conversation.moving.MovePlan;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.Moving;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.UsualLanguage;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.question.Questions;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the topic to which something is to move, or opens it in the same transaction.
 */
@Service
@Transactional
class Moves {

	/** How many topics are offered. */
	private static final int OFFERED = 12;

	private final Moving moving;

	private final Topics topics;

	private final Questions questions;

	private final Conversations conversations;

	private final MessageSource messages;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	Moves(Moving moving, Topics topics, Questions questions, Conversations conversations, MessageSource messages,
			UsualLanguage languages, JdbcClient sql) {
		this.moving = moving;
		this.topics = topics;
		this.questions = questions;
		this.conversations = conversations;
		this.messages = messages;
		this.languages = languages;
		this.sql = sql;
	}

	/**
	 * Open topics that this member runs, the one that was chosen first, then the
	 * liveliest.
	 * @param words each stands in the title; an address finds its topic, none finds all
	 * @param chosen the last part of an address; empty for none
	 */
	@Transactional(readOnly = true)
	List<TopicView> offered(TopicId from, String words, String chosen, Viewer by) {
		return this.sql
			.sql("select t.id, t.slug, t.title, t.kind, t.state from topic t where t.state = 'OPEN' "
					+ "and t.id <> :from and " + Staff.THEIRS + """
							and (t.slug in (:chosen, :slug) or not exists (
							    select from unnest(cast(:words as text[])) word
							    where position(lower(word) in lower(t.title)) = 0))
							order by t.slug = :chosen desc, t.slug = :slug desc, t.last_activity_at desc, t.id desc
							limit :most""")
			.param("from", from.value())
			.param("chosen", chosen)
			.param("slug", MoveForm.lastPart(words))
			.param("words", words.isEmpty() ? new String[0] : words.split("\\s+", 20))
			.param("all", by.isFacilitator())
			.param("me", by.id().value())
			.param("most", OFFERED)
			.query((row, line) -> new TopicView(new TopicId(row.getLong("id")), new Slug(row.getString("slug")),
					row.getString("title"), TopicKind.valueOf(row.getString("kind")), TopicState.OPEN))
			.list();
	}

	/**
	 * Says what a move would do.
	 * @param to slug of a topic; null for one that is opened for it
	 * @param twin a question there that the question joins; null for none
	 * @throws Refused where it is not possible
	 */
	@Transactional(readOnly = true)
	MovePlan plan(TopicId from, @Nullable String to, MoveSelection selection, @Nullable QuestionNumber twin,
			Viewer by) {
		if (to == null) {
			mustOpen(by);
			return this.moving.plan(from, null, selection, by);
		}
		var there = target(to, by).id();
		if (twin != null && this.questions.register(there).stream().noneMatch((one) -> one.number().equals(twin))) {
			throw new Refused("move.no-duplicate", twin);
		}
		return this.moving.plan(from, there, selection, by);
	}

	/**
	 * Moves to a topic that exists.
	 * @param twin a question there that the question joins; null for none
	 * @return where it went
	 * @throws Refused where it is not possible
	 */
	TopicView move(TopicView from, String to, MoveSelection selection, @Nullable QuestionNumber twin, String reason,
			boolean quiet, Viewer by) {
		var there = target(to, by);
		var question = selection.question();
		if (question != null && twin != null) {
			this.moving.join(from.id(), question, there.id(), twin, reason, quiet, by);
		}
		else {
			this.moving.move(from.id(), there.id(), selection, reason, quiet, by);
		}
		return there;
	}

	/**
	 * Moves to a topic that is opened for it. Its opening says where it came from, in the
	 * language of the site.
	 * @return the new topic
	 * @throws Refused where it is not possible
	 */
	TopicView moveToNew(TopicView from, String title, MoveSelection selection, String reason, boolean quiet,
			Viewer by) {
		mustOpen(by);
		this.moving.plan(from.id(), null, selection, by);
		var there = this.topics.open(by, new NewTopic(null, title, TopicKind.DISCUSSION, null, null, null, false));
		this.conversations.open(there.id(), by, this.messages.getMessage("move.opening-words",
				new Object[] { "[" + from.title().replaceAll("[\\[\\]]", "") + "](/topics/" + from.slug() + ")" },
				this.languages.usualLanguage()));
		this.moving.moveToOpened(from.id(), there.id(), selection, reason, quiet, by);
		return there;
	}

	/**
	 * Where the moved question, or the first of the moved posts, is now.
	 * @param twin the question that it joined there; null for none
	 */
	@Transactional(readOnly = true)
	String landing(TopicId from, TopicView there, MoveSelection selection, @Nullable QuestionNumber twin) {
		var topic = "/topics/" + there.slug();
		if (twin != null) {
			return topic + "/questions/" + twin;
		}
		var question = selection.question();
		if (question != null) {
			return topic + "/questions/"
					+ this.sql.sql("""
							select q.number from question_redirect r join question q on q.id = r.question_id
							where r.topic_id = ? and r.number = ?""")
						.params(from.value(), question.value())
						.query(String.class)
						.single();
		}
		return this.sql.sql("""
				select p.number from post_redirect r join post p on p.id = r.post_id
				where r.topic_id = :from and p.topic_id = :there and (:whole or r.number = any(:posts))
				order by p.number limit 1""")
			.param("from", from.value())
			.param("there", there.id().value())
			.param("whole", selection.whole())
			.param("posts", selection.posts().toArray(Integer[]::new))
			.query(Integer.class)
			.optional()
			.map((number) -> "%1$s?post=%2$s#p%2$s".formatted(topic, number))
			.orElse(topic);
	}

	private static void mustOpen(Viewer by) {
		if (!by.isFacilitator()) {
			throw new Refused("move.no-new-topic");
		}
	}

	/** An old address of a topic will do. */
	private TopicView target(String to, Viewer by) {
		try {
			return this.topics.get(new Slug(to), by);
		}
		catch (Moved moved) {
			return target(moved.from("/topics/" + to).replaceFirst("^/topics/", ""), by);
		}
		catch (NotFound | IllegalArgumentException ex) {
			throw new Refused("move.no-topic", to);
		}
	}

}
