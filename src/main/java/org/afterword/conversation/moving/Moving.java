package org.afterword.conversation.moving;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.afterword.conversation.Answers;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostStateChanged;
import org.afterword.conversation.PostsMoved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.question.MovingQuestions;
import org.afterword.question.QuestionId;
import org.afterword.topic.MoveId;
import org.afterword.topic.Participants;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.PostNumbering;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.TopicState;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.TopicPlaceholders;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes replies, a question with its replies, or all that stands in a topic to another
 * one. They get the next numbers there, and their old addresses lead to them for ever. In
 * SQL, because a whole topic goes in a few statements.
 */
@Service
@Transactional
public class Moving {

	/** Ties of which the ends stand in two topics, or in one. */
	private static final String ENDS = """
			join post p on p.id = t.post_id join question q on q.id = t.question_id
			where (p.id = any(:posts) or q.id = any(:questions)) and\s""";

	private static final String TIE = "post_id, question_id, source, answer, confirmed_by, confirmed_at, tied_at";

	private static final String PIN = "pin_rank, pin_note, pinned_by";

	/** The place of a pin among those that stand and those that rest. */
	private static final String PLACE = """
			, case when t.pin_rank is not null then least(5, (
			      select place from generate_series(1, 10) place
			      where place not in (select x.pin_rank from parted_tie x
			                          where x.question_id = t.question_id and x.pin_rank is not null)
			      order by place offset t.pin_rank - 1 limit 1)) end, pin_note, pinned_by""";

	private final PostRepository posts;

	private final PostQuestionRepository ties;

	private final Answers answers;

	private final Duplicates duplicates;

	private final Topics topics;

	private final TopicLocks locks;

	private final PostNumbering numbering;

	private final TopicPlaceholders placeholders;

	private final Participants participants;

	private final TopicRoles roles;

	private final MovingQuestions questions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Moving(PostRepository posts, PostQuestionRepository ties, Answers answers, Duplicates duplicates, Topics topics,
			TopicLocks locks, PostNumbering numbering, TopicPlaceholders placeholders, Participants participants,
			TopicRoles roles, MovingQuestions questions, JdbcClient sql, ApplicationEventPublisher events,
			Clock clock) {
		this.posts = posts;
		this.ties = ties;
		this.answers = answers;
		this.duplicates = duplicates;
		this.topics = topics;
		this.locks = locks;
		this.numbering = numbering;
		this.placeholders = placeholders;
		this.participants = participants;
		this.roles = roles;
		this.questions = questions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Says what a move would do, and does nothing.
	 * @param to null for a topic that is opened for it
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused as the move itself would
	 */
	@Transactional(readOnly = true)
	public MovePlan plan(TopicId from, @Nullable TopicId to, MoveSelection selection, Viewer by) {
		mustBePossible(from, to, selection, by);
		var asked = asked(from, to, selection);
		var posts = posts(from, selection, asked);
		return new MovePlan(going(posts, (to != null) ? last(to) : 1), posts.length, asked, lost(from, posts, asked));
	}

	/**
	 * Takes them there. A tie whose other end stays behind rests until they meet again.
	 * @param reason for their authors and for the log
	 * @param quiet whether authors shall not be told
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused into the same topic, one that is not open or that is not theirs to
	 * run; for the opening alone; where there are none or too many; where a question
	 * stands no more
	 */
	public MoveId move(TopicId from, TopicId to, MoveSelection selection, String reason, boolean quiet, Viewer by) {
		this.ties.flush();
		this.locks.lock(from, to);
		mustBePossible(from, to, selection, by);
		var asked = asked(from, to, selection);
		var posts = posts(from, selection, asked);
		var move = begin(from, to, selection.whole(), quiet, null);
		number(move, to, posts);
		this.questions.move(move, from, to, asked);
		var questions = asked.stream().map(MovingQuestions.Going::id).toList();
		noteDrafts(move, from, to, selection.whole(), posts, ids(questions));
		arrive(move, from, to, posts, questions);
		takePlaceholders(move, from, to, selection.whole(), posts, ids(questions));
		if (selection.whole()) {
			takeDrafts(from, to);
			this.topics.merge(from, to);
		}
		noteActivity(from, to);
		this.events.publishEvent(new StaffAct(by.id(), selection.whole() ? Act.MERGE : Act.MOVE, Subject.TOPIC,
				from.value(), from.value(), before(selection),
				Map.of("topic", to.toString(), "move", Long.toString(move.value())), reason));
		publish(move, questions, from, to, by, quiet);
		return move;
	}

	/**
	 * Takes them to a topic that was opened for them, and holds nothing but its opening.
	 * @see #move
	 */
	public void moveToOpened(TopicId from, TopicId to, MoveSelection selection, String reason, boolean quiet,
			Viewer by) {
		var move = move(from, to, selection, reason, quiet, by);
		this.sql.sql("update move set opened = true where id = ?").param(move.value()).update();
	}

	/**
	 * Lets a question join its twin in another topic, with the replies that address
	 * nothing else.
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused as a move and as joining it there would
	 */
	public void join(TopicId from, QuestionNumber number, TopicId to, QuestionNumber twin, String reason, boolean quiet,
			Viewer by) {
		var move = move(from, to, MoveSelection.of(number), reason, quiet, by);
		var there = this.sql.sql("select number_after from moved_question where move_id = ? and number_before = ?")
			.params(move.value(), number.value())
			.query(String.class)
			.single();
		this.duplicates.join(to, QuestionNumber.of(there), twin, by);
	}

	/**
	 * Takes a move back: each stands again where it stood, under its number, and what was
	 * tied there is tied again. What was written there since stays there. A topic that
	 * was opened for it, and in which nobody has written, leads back from now on. The
	 * caller knows that no later act depends on it.
	 * @param reason for the log; null where none is given
	 * @throws NotAllowed for those who do not run both topics
	 */
	public boolean back(MoveId move, @Nullable String reason, Viewer by) {
		this.ties.flush();
		var made = this.sql.sql("select from_topic, to_topic, whole, quiet from move where id = ?")
			.param(move.value())
			.query((row, line) -> new Made(new TopicId(row.getLong("from_topic")), new TopicId(row.getLong("to_topic")),
					row.getBoolean("whole"), row.getBoolean("quiet")))
			.optional()
			.orElseThrow(() -> new NotFound("move " + move.value()));
		var from = made.from();
		var to = made.to();
		this.locks.lock(from, to);
		this.roles.access(from, by).mustFacilitate("take back a move");
		if (!this.roles.access(to, by).facilitates()) {
			throw new NotAllowed("take back a move", "move.back-both");
		}
		if (made.whole()) {
			this.topics.unmerge(from);
		}
		var back = begin(to, from, false, made.quiet(), move);
		numberAsBefore(move, back, from, to);
		var questions = this.questions.back(move, back, from, to);
		var posts = this.sql.sql("select post_id from moved_post where move_id = ?")
			.param(back.value())
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
		var labels = new LinkedHashMap<PlaceholderId, String>();
		this.sql.sql("""
				select h.id, m.label_before from moved_placeholder m join placeholder h on h.id = m.placeholder_id
				where m.move_id = ? and h.topic_id = ? order by h.id""")
			.params(move.value(), to.value())
			.query((row) -> {
				labels.put(new PlaceholderId(row.getLong("id")), row.getString("label_before"));
			});
		this.placeholders.move(labels, from);
		arrive(back, to, from, posts, questions);
		bringDraftsBack(move, from);
		noteActivity(from, to);
		var after = new HashMap<>(Map.of("topic", from.toString(), "move", Long.toString(back.value())));
		if (isAsOpened(move)) {
			leadBack(to, from, by);
			after.put("closed", to.toString());
		}
		this.events.publishEvent(new StaffAct(by.id(), Act.MOVE_BACK, Subject.TOPIC, from.value(), from.value(),
				Map.of("topic", to.toString()), after, reason));
		publish(back, questions, to, from, by, made.quiet());
		return true;
	}

	/** Nothing but its opening, and no other move that may be taken back. */
	private boolean isAsOpened(MoveId move) {
		return this.sql.sql("""
				select m.opened and t.state <> 'MERGED'
				  and not exists (select from post where topic_id = t.id
				                  and (number is distinct from 1 or revision > 1 or state <> 'PUBLISHED'))
				  and not exists (select from question where topic_id = t.id)
				  and not exists (select from move other where t.id in (other.from_topic, other.to_topic)
				                  and other.id <> m.id and other.takes_back is null
				                  and not exists (select from move back where back.takes_back = other.id))
				from move m join topic t on t.id = m.to_topic where m.id = ?""")
			.param(move.value())
			.query(Boolean.class)
			.single();
	}

	/** The opening stays behind, no longer shown: it only said where things came from. */
	private void leadBack(TopicId opened, TopicId from, Viewer by) {
		this.posts.findByTopicIdAndNumber(opened, 1).ifPresent((opening) -> {
			opening.withdraw(this.clock.instant());
			this.events.publishEvent(
					new PostStateChanged(opening.id(), opened, opening.state(), by.id(), this.clock.instant()));
		});
		takeDrafts(opened, from);
		this.topics.merge(opened, from);
		this.ties.flush();
	}

	private void mustBePossible(TopicId from, @Nullable TopicId to, MoveSelection selection, Viewer by) {
		this.roles.access(from, by).mustFacilitate("move posts");
		var source = this.topics.get(from);
		if (source.state() == TopicState.MERGED || (selection.whole() && source.state() == TopicState.DRAFT)) {
			throw new Refused("move.not-from", source.title());
		}
		if (to == null) {
			return;
		}
		if (from.equals(to)) {
			throw new Refused("move.itself");
		}
		if (!this.roles.access(to, by).facilitates()) {
			throw new Refused("move.not-yours");
		}
		var target = this.topics.get(to);
		if (!target.isOpen()) {
			throw new Refused("move.not-open", target.title());
		}
	}

	private List<MovingQuestions.Going> asked(TopicId from, @Nullable TopicId to, MoveSelection selection) {
		if (selection.whole()) {
			return this.questions.all(from, to);
		}
		return (selection.question() != null) ? this.questions.family(from, selection.question(), to) : List.of();
	}

	/**
	 * By their ids. With a question go the posts that address nothing that stays, also
	 * those that wait for a facilitator.
	 */
	private Long[] posts(TopicId from, MoveSelection selection, List<MovingQuestions.Going> asked) {
		if (selection.whole()) {
			return this.sql.sql("select id from post where topic_id = ?")
				.param(from.value())
				.query(Long.class)
				.list()
				.toArray(Long[]::new);
		}
		if (selection.posts().contains(1)) {
			throw new Refused("move.opening");
		}
		if (selection.posts().isEmpty() && asked.isEmpty()) {
			throw new Refused("move.nothing");
		}
		if (selection.posts().size() > MoveSelection.MOST) {
			throw new Refused("move.too-many", selection.posts().size(), MoveSelection.MOST);
		}
		var posts = new TreeSet<Long>();
		var numbers = new TreeSet<>(selection.posts());
		this.sql.sql("select id, number from post where topic_id = :topic and number = any(:numbers)")
			.param("topic", from.value())
			.param("numbers", selection.posts().toArray(Integer[]::new))
			.query((row) -> {
				posts.add(row.getLong("id"));
				numbers.remove(row.getInt("number"));
			});
		if (!numbers.isEmpty()) {
			throw new Refused("move.no-post", numbers.getFirst());
		}
		posts.addAll(this.sql.sql("""
				select p.id from post p
				where p.topic_id = :topic and p.number is distinct from 1
				  and exists (select from post_question t where t.post_id = p.id and t.question_id = any(:family))
				  and not exists (select from post_question t
				                  where t.post_id = p.id and t.question_id <> all(:family))""")
			.param("topic", from.value())
			.param("family", ids(asked.stream().map(MovingQuestions.Going::id).toList()))
			.query(Long.class)
			.list());
		return posts.toArray(Long[]::new);
	}

	private List<MovePlan.Going> going(Long[] posts, int last) {
		return this.sql.sql("""
				select p.number, cast(:last + row_number() over (order by p.number) as int) as after,
				       coalesce(m.display_name, h.label) as author,
				       case when p.state = 'PUBLISHED' then p.excerpt else '' end as text
				from post p left join placeholder h on h.id = p.author_placeholder_id
				     left join member m on m.id = coalesce(p.author_member_id, h.member_id)
				where p.id = any(:posts) and p.number is not null order by p.number limit :most""")
			.param("last", last)
			.param("posts", posts)
			.param("most", MovePlan.SHOWN)
			.query((row, line) -> new MovePlan.Going(row.getInt("number"), row.getInt("after"), row.getString("author"),
					row.getString("text")))
			.list();
	}

	private List<MovePlan.Lost> lost(TopicId from, Long[] posts, List<MovingQuestions.Going> asked) {
		return this.sql
			.sql("""
					select p.number, q.number as question, t.answer = 'CONFIRMED' as confirmed, t.pin_rank is not null as pinned
					from post_question t join post p on p.id = t.post_id join question q on q.id = t.question_id
					where p.topic_id = :topic and q.topic_id = :topic and p.number is not null
					  and (p.id = any(:posts)) <> (q.id = any(:questions))
					order by p.number, q.position limit :most""")
			.param("topic", from.value())
			.param("posts", posts)
			.param("questions", ids(asked.stream().map(MovingQuestions.Going::id).toList()))
			.param("most", MovePlan.SHOWN)
			.query((row, line) -> new MovePlan.Lost(row.getInt("number"), new QuestionNumber(row.getString("question")),
					row.getBoolean("confirmed"), row.getBoolean("pinned")))
			.list();
	}

	private int last(TopicId topic) {
		return this.sql.sql("select last_post_number from topic where id = ?")
			.param(topic.value())
			.query(Integer.class)
			.single();
	}

	private MoveId begin(TopicId from, TopicId to, boolean whole, boolean quiet, @Nullable MoveId takesBack) {
		return new MoveId(this.sql.sql("""
				insert into move (from_topic, to_topic, whole, quiet, takes_back)
				values (:from, :to, :whole, :quiet, :back) returning id""")
			.param("from", from.value())
			.param("to", to.value())
			.param("whole", whole)
			.param("quiet", quiet)
			.param("back", (takesBack != null) ? takesBack.value() : null)
			.query(Long.class)
			.single());
	}

	/** A topic is as lively as what stands in it. */
	private void noteActivity(TopicId from, TopicId to) {
		for (var topic : List.of(from, to)) {
			this.sql.sql("select max(written_at) from post where topic_id = ? and number is not null")
				.param(topic.value())
				.query((row) -> {
					this.numbering.lastActive(topic, instant(row.getTimestamp(1)));
				});
		}
	}

	private void number(MoveId move, TopicId to, Long[] posts) {
		var count = this.sql.sql("select count(*) from post where id = any(:posts) and number is not null")
			.param("posts", posts)
			.query(Integer.class)
			.single();
		var last = this.numbering.reserve(to, count);
		this.sql.sql("""
				insert into moved_post (move_id, post_id, number_before, number_after)
				select :move, id, number, case when number is not null
				       then :last + row_number() over (order by number nulls last) end
				from post where id = any(:posts)""")
			.param("move", move.value())
			.param("last", last)
			.param("posts", posts)
			.update();
		put(move, to, false);
	}

	/** What waited then and was published since gets the next number. */
	private void numberAsBefore(MoveId move, MoveId back, TopicId from, TopicId to) {
		var news = """
				from moved_post m join post p on p.id = m.post_id
				where m.move_id = :move and p.topic_id = :to and m.number_before is null and p.number is not null""";
		var count = this.sql.sql("select count(*) " + news)
			.param("move", move.value())
			.param("to", to.value())
			.query(Integer.class)
			.single();
		var last = this.numbering.reserve(from, count);
		this.sql.sql("""
				insert into moved_post (move_id, post_id, number_before, number_after)
				select :back, p.id, p.number, m.number_before
				from moved_post m join post p on p.id = m.post_id
				where m.move_id = :move and p.topic_id = :to and (m.number_before is not null or p.number is null)""")
			.param("back", back.value())
			.param("move", move.value())
			.param("to", to.value())
			.update();
		this.sql
			.sql("insert into moved_post (move_id, post_id, number_before, number_after) "
					+ "select :back, p.id, p.number, :last + row_number() over (order by p.number) " + news)
			.param("back", back.value())
			.param("last", last)
			.param("move", move.value())
			.param("to", to.value())
			.update();
		put(back, from, true);
		this.sql.sql("""
				delete from post_redirect r using moved_post m
				where m.move_id = ? and r.topic_id = ? and r.number = m.number_after and r.post_id = m.post_id""")
			.params(back.value(), from.value())
			.update();
	}

	private void put(MoveId move, TopicId to, boolean back) {
		this.sql.sql("""
				insert into post_redirect (topic_id, number, post_id, brought_back)
				select p.topic_id, p.number, p.id, ? from moved_post m join post p on p.id = m.post_id
				where m.move_id = ? and p.number is not null""").params(back, move.value()).update();
		this.sql.sql("""
				update post p set topic_id = :to, number = m.number_after, version = p.version + 1,
				  written_in = nullif(coalesce(p.written_in, p.topic_id), :to)
				from moved_post m where m.move_id = :move and p.id = m.post_id""")
			.param("to", to.value())
			.param("move", move.value())
			.update();
	}

	private void arrive(MoveId move, TopicId from, TopicId to, Long[] posts, List<QuestionId> questions) {
		var values = Map.of("posts", posts, "questions", ids(questions));
		var touched = new LinkedHashSet<>(questions);
		touched.addAll(part(values));
		touched.addAll(meet(values));
		this.sql
			.sql("""
					update draft d set topic_id = :to,
					  form = case when d.kind = 'EDIT' then d.form else d.form || jsonb_build_object(
					      'answers', jsonb_build_array(), 'seen', jsonb_build_array(),
					      'to', (select coalesce(jsonb_agg(cast(number as text)), '[]') from post where id = d.post_id),
					      'question', (select coalesce(jsonb_agg(number), '[]') from question where id = d.question_id),
					      'questions', (select coalesce(jsonb_agg(number), '[]') from question where id = d.question_id)) end
					where d.post_id = any(:posts) or d.question_id = any(:questions)""")
			.params(values)
			.param("to", to.value())
			.update();
		this.answers.hold(touched);
		this.answers.closeRanks(touched);
		this.answers.settle(touched);
		takePart(from, to, values);
	}

	/** Ties of which an end has left rest from now on. */
	private Set<QuestionId> part(Map<String, ?> values) {
		this.sql
			.sql("insert into parted_tie (" + TIE + ", " + PIN + ") select " + TIE + PLACE + " from post_question t "
					+ ENDS + "p.topic_id <> q.topic_id")
			.params(values)
			.update();
		return questions("""
				delete from post_question gone using (select t.post_id, t.question_id from post_question t
				""" + ENDS + """
				p.topic_id <> q.topic_id) t where gone.post_id = t.post_id and gone.question_id = t.question_id
				returning gone.question_id""", values);
	}

	/**
	 * Ties of which both ends stand in one topic again are tied. A pinned one gets its
	 * place again, as far as there is room.
	 */
	private Set<QuestionId> meet(Map<String, ?> values) {
		var met = this.sql
			.sql("select t.* , p.state, q.merged_into from parted_tie t " + ENDS
					+ "p.topic_id = q.topic_id order by t.question_id, t.pin_rank")
			.params(values)
			.query((row, line) -> new Met(row.getLong("post_id"), row.getLong("question_id"),
					"PUBLISHED".equals(row.getString("state")) ? row.getObject("pin_rank", Integer.class) : null,
					row.getString("pin_note"), row.getObject("pinned_by", Long.class),
					row.getObject("merged_into", Long.class)))
			.list();
		if (met.isEmpty()) {
			return Set.of();
		}
		var posts = met.stream().map(Met::post).toArray(Long[]::new);
		var questions = met.stream().map(Met::question).toArray(Long[]::new);
		var these = "(post_id, question_id) in (select * from unnest(cast(:posts as bigint[]), cast(:questions as bigint[])))";
		var pairs = Map.of("posts", posts, "questions", questions);
		this.sql.sql("insert into post_question (" + TIE + ") select " + TIE + " from parted_tie where " + these)
			.params(pairs)
			.update();
		this.sql.sql("delete from parted_tie where " + these).params(pairs).update();
		met.stream()
			.filter((one) -> one.rank() != null)
			.collect(Collectors.groupingBy(Met::question))
			.forEach(this::pin);
		var touched = new LinkedHashSet<QuestionId>();
		for (var one : met) {
			var question = new QuestionId(one.question());
			if (touched.add(question) && one.twin() != null) {
				this.duplicates.follow(question, new QuestionId(one.twin()));
				touched.add(new QuestionId(one.twin()));
			}
		}
		return touched;
	}

	private void pin(Long question, List<Met> coming) {
		var order = new ArrayList<>(this.sql
			.sql("select post_id from post_question where question_id = ? and pin_rank is not null order by pin_rank")
			.param(question)
			.query(Long.class)
			.list());
		var resting = this.sql.sql("select pin_rank from parted_tie where question_id = ? and pin_rank is not null")
			.param(question)
			.query(Integer.class)
			.list();
		for (var one : coming) {
			if (order.size() < Answers.PINS) {
				int rank = Objects.requireNonNull(one.rank());
				var before = rank - 1 - (int) resting.stream().filter((other) -> other < rank).count();
				order.add(Math.clamp(before, 0, order.size()), one.post());
				this.sql.sql("""
						update post_question set pin_note = :note, pinned_by = :by, pin_rank = :last
						where post_id = :post and question_id = :question""")
					.param("note", one.note())
					.param("by", one.by())
					.param("last", Answers.PINS)
					.param("post", one.post())
					.param("question", question)
					.update();
			}
		}
		for (var place = 0; place < order.size(); place++) {
			this.sql.sql("update post_question set pin_rank = ? where post_id = ? and question_id = ?")
				.params(place + 1, order.get(place), question)
				.update();
		}
	}

	private void takePart(TopicId from, TopicId to, Map<String, ?> values) {
		var members = this.sql
			.sql("""
					select author_member_id from post where id = any(:posts) and author_member_id is not null
					union select asker_member_id from question where id = any(:questions) and asker_member_id is not null""")
			.params(values)
			.query((row, line) -> new MemberId(row.getLong(1)))
			.list();
		this.participants.add(to, members);
		this.participants.remove(from, withNothing(from, members));
	}

	private List<MemberId> withNothing(TopicId topic, List<MemberId> members) {
		return this.sql.sql("""
				select m.id from unnest(cast(:members as bigint[])) as m (id)
				where not exists (select from post p where p.topic_id = :topic and p.author_member_id = m.id)
				  and not exists (select from question q where q.topic_id = :topic and q.asker_member_id = m.id)""")
			.param("topic", topic.value())
			.param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
			.query((row, line) -> new MemberId(row.getLong(1)))
			.list();
	}

	/** Those of whom nothing stays behind. */
	private void takePlaceholders(MoveId move, TopicId from, TopicId to, boolean whole, Long[] posts,
			Long[] questions) {
		var labels = new TreeMap<PlaceholderId, String>(Comparator.comparingLong(PlaceholderId::value));
		this.sql.sql("""
				insert into moved_placeholder (move_id, placeholder_id, label_before)
				select :move, h.id, h.label from placeholder h
				where h.topic_id = :from and (:whole or (
				      h.id in (select author_placeholder_id from post where id = any(:posts)
				               union select asker_placeholder_id from question where id = any(:questions)
				               union select placeholder_id from request where question_id = any(:questions))
				  and not exists (select from post p where p.topic_id = :from and p.author_placeholder_id = h.id)
				  and not exists (select from question q where q.topic_id = :from and q.asker_placeholder_id = h.id)
				  and not exists (select from request r join question q on q.id = r.question_id
				                  where r.placeholder_id = h.id and q.topic_id = :from)
				  and not exists (select from mention n join post p on p.id = n.post_id
				                  where n.placeholder_id = h.id and p.topic_id = :from)))
				returning placeholder_id, label_before""")
			.param("move", move.value())
			.param("from", from.value())
			.param("whole", whole)
			.param("posts", posts)
			.param("questions", questions)
			.query((row) -> {
				labels.put(new PlaceholderId(row.getLong("placeholder_id")), row.getString("label_before"));
			});
		this.placeholders.move(labels, to);
	}

	/** As they are before they go, so that they can come back like that. */
	private void noteDrafts(MoveId move, TopicId from, TopicId to, boolean whole, Long[] posts, Long[] questions) {
		this.sql
			.sql("""
					insert into moved_draft (move_id, draft_id, revision, form_before, copied)
					select :move, d.id, d.revision, d.form, d.post_id is null and d.question_id is null and not d.is_copy and exists (
					    select from draft o where o.member_id = d.member_id and o.kind = d.kind and o.topic_id = :to
					      and o.post_id is null and o.question_id is null and not o.is_copy and o.discarded_at is null)
					from draft d
					where d.post_id = any(:posts) or d.question_id = any(:questions)
					   or :whole and d.topic_id = :from and d.post_id is null and d.question_id is null""")
			.param("move", move.value())
			.param("from", from.value())
			.param("to", to.value())
			.param("whole", whole)
			.param("posts", posts)
			.param("questions", questions)
			.update();
	}

	/**
	 * With their ticks, unless their authors have written on since: what was written
	 * there stays there. One that had to stand aside there is the newest here again.
	 */
	private void bringDraftsBack(MoveId move, TopicId from) {
		this.sql.sql("""
				update draft d set topic_id = :from, form = m.form_before,
				  is_copy = d.is_copy and not (m.copied and d.discarded_at is null and not exists (
				      select from moved_draft other join draft o on o.id = other.draft_id
				      where other.move_id = :move and other.copied and o.revision = other.revision
				        and o.discarded_at is null and o.member_id = d.member_id and o.kind = d.kind
				        and (o.saved_at, o.id) > (d.saved_at, d.id)))
				from moved_draft m
				where m.move_id = :move and m.draft_id = d.id and m.revision = d.revision""")
			.param("move", move.value())
			.param("from", from.value())
			.update();
	}

	/**
	 * What was begun about the whole topic. Where its author has begun something there,
	 * too, it stays beside that as a copy.
	 */
	private void takeDrafts(TopicId from, TopicId to) {
		this.sql.sql("""
				update draft d set topic_id = :to,
				  form = d.form || '{"questions": [], "answers": [], "seen": []}',
				  is_copy = d.is_copy or exists (
				      select from draft o where o.member_id = d.member_id and o.kind = d.kind and o.topic_id = :to
				        and o.post_id is null and o.question_id is null and not o.is_copy and o.discarded_at is null)
				where d.topic_id = :from and d.post_id is null and d.question_id is null""")
			.param("from", from.value())
			.param("to", to.value())
			.update();
	}

	private void publish(MoveId move, List<QuestionId> questions, TopicId from, TopicId to, Viewer by, boolean quiet) {
		var posts = this.sql.sql("select post_id from moved_post where move_id = ? order by number_after nulls last")
			.param(move.value())
			.query((row, line) -> new PostId(row.getLong(1)))
			.list();
		this.events
			.publishEvent(new PostsMoved(move, posts, questions, from, to, by.id(), quiet, this.clock.instant()));
	}

	private Set<QuestionId> questions(String statement, Map<String, ?> values) {
		return new LinkedHashSet<>(
				this.sql.sql(statement).params(values).query((row, line) -> new QuestionId(row.getLong(1))).list());
	}

	private static Map<String, String> before(MoveSelection selection) {
		var before = new HashMap<String, String>();
		if (!selection.posts().isEmpty()) {
			before.put("posts",
					selection.posts().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
		}
		if (selection.question() != null) {
			before.put("question", selection.question().value());
		}
		return before;
	}

	private static Long[] ids(Collection<QuestionId> questions) {
		return questions.stream().map(QuestionId::value).toArray(Long[]::new);
	}

	private static Instant instant(@Nullable Timestamp at) {
		return (at != null) ? at.toInstant() : Instant.EPOCH;
	}

	private record Made(TopicId from, TopicId to, boolean whole, boolean quiet) {
	}

	private record Met(long post, long question, @Nullable Integer rank, @Nullable String note, @Nullable Long by,
			@Nullable Long twin) {
	}

}
