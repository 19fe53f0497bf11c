package org.afterword.question;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register: what was asked in a topic, under which number, and how far it has come.
 */
@Service
@Transactional
public class Questions {

	private final QuestionRepository questions;

	private final Topics topics;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Questions(QuestionRepository questions, Topics topics, JdbcClient sql, ApplicationEventPublisher events,
			Clock clock) {
		this.questions = questions;
		this.topics = topics;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/** The questions that still stand, in the order of the register. */
	@Transactional(readOnly = true)
	public List<QuestionView> register(TopicId topic) {
		return this.sql.sql("""
				select id, number, text, status from question
				where topic_id = ? and withdrawn_at is null and merged_into is null order by position""")
			.param(topic.value())
			.query((row, line) -> new QuestionView(new QuestionId(row.getLong("id")), topic,
					new QuestionNumber(row.getString("number")), row.getString("text"),
					QuestionStatus.valueOf(row.getString("status"))))
			.list();
	}

	/**
	 * Finds a question by its number.
	 * @throws NotFound where the topic has none of that number
	 */
	@Transactional(readOnly = true)
	public QuestionView get(TopicId topic, QuestionNumber number) {
		return view(question(topic, number));
	}

	/** What a facilitator has said of the status of a question. */
	@Transactional(readOnly = true)
	public Ruling ruling(TopicId topic, QuestionNumber number) {
		return question(topic, number).ruling();
	}

	/**
	 * Takes a whole list into an empty register or behind what stands there. Who asked is
	 * a placeholder of the topic: the same initials are the same person.
	 * @throws Refused where a number is taken, a parent is missing, a text is empty or
	 * too long, or there would be too many
	 */
	public void add(TopicId topic, List<NewQuestion> list, Viewer by) {
		this.topics.standing(topic, by).mustFacilitate("add questions");
		var register = new HashMap<QuestionNumber, Question>();
		this.questions.register(topic).forEach((question) -> register.put(question.number(), question));
		if (register.size() + list.size() > NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, register.size() + list.size());
		}
		var people = new HashMap<String, PlaceholderId>();
		for (var asked : list) {
			put(topic, asked, register, people);
		}
	}

	/**
	 * Adds one question, late: with the next number, or the next letter under its parent.
	 * @throws Refused as for a list
	 */
	public QuestionNumber add(TopicId topic, NewQuestion asked, Viewer by) {
		this.topics.standing(topic, by).mustFacilitate("add a question");
		var register = new HashMap<QuestionNumber, Question>();
		this.questions.register(topic).forEach((question) -> register.put(question.number(), question));
		if (register.size() >= NewQuestion.MOST) {
			throw new Refused("ask.too-many", NewQuestion.MOST, register.size() + 1);
		}
		var question = put(topic, asked, register, new HashMap<>());
		this.events.publishEvent(new StaffAct(by.id(), "ask", Subject.QUESTION, question.id().value(), topic.value(),
				Map.of(), Map.of("number", question.number().value())));
		return question.number();
	}

	/**
	 * Corrects the words of a question; its number stays. False when it reads so already.
	 * @throws Refused where the words are none or too many
	 */
	public boolean reword(TopicId topic, QuestionNumber number, String words, Viewer by) {
		this.topics.standing(topic, by).mustFacilitate("edit a question");
		var question = question(topic, number);
		var news = question.reword(readable(words));
		if (news) {
			this.events.publishEvent(new StaffAct(by.id(), "edit-question", Subject.QUESTION, question.id().value(),
					topic.value(), Map.of(), Map.of("number", number.value())));
		}
		return news;
	}

	/**
	 * Whether this viewer asked it: as a member, or as the placeholder that they claimed.
	 */
	@Transactional(readOnly = true)
	public boolean wasAskedBy(QuestionId id, Viewer viewer) {
		if (!viewer.isMember()) {
			return false;
		}
		var question = question(id);
		var placeholder = question.askerPlaceholder();
		return question.wasAskedBy(viewer.id()) || (placeholder != null && isClaimedBy(placeholder, viewer.id()));
	}

	/**
	 * Lets questions follow what the conversation now says of them. The caller counts
	 * after its own change, inside its transaction.
	 * @param tally by question
	 * @param confirmed the questions that have just got a confirmed answer
	 */
	public void settle(Map<QuestionId, Tally> tally, Predicate<QuestionId> confirmed) {
		if (tally.isEmpty()) {
			return;
		}
		var ids = tally.keySet().stream().map(QuestionId::value).toList();
		for (var question : this.questions.lockedByIds(ids)) {
			if (confirmed.test(question.id())) {
				question.answered();
			}
			settle(question, tally.getOrDefault(question.id(), Tally.NONE));
		}
	}

	/**
	 * Sets a status by hand, or lets it follow the conversation again.
	 * @param tally what the conversation says of it
	 */
	public void rule(TopicId topic, QuestionNumber number, Ruling word, Tally tally, Viewer by) {
		this.topics.standing(topic, by).mustFacilitate("set a status");
		var question = question(topic, number);
		var before = question.standing();
		question.rule(word);
		settle(question, tally);
		this.events.publishEvent(new StaffAct(by.id(), "status", Subject.QUESTION, question.id().value(), topic.value(),
				before, question.standing(), (word.status() == QuestionStatus.DISMISSED) ? word.detail() : null));
	}

	private void settle(Question question, Tally tally) {
		var before = question.status();
		if (question.settle(tally.replies(), tally.answers())) {
			this.events
				.publishEvent(new QuestionStatusChanged(question.id(), question.topicId(), before, question.status()));
		}
	}

	private Question put(TopicId topic, NewQuestion asked, Map<QuestionNumber, Question> register,
			Map<String, PlaceholderId> people) {
		var parent = (asked.under() != null) ? register.get(asked.under()) : null;
		if (asked.under() != null && parent == null) {
			throw new Refused("ask.no-parent", asked.under());
		}
		var number = (asked.number() != null) ? asked.number() : next(asked.under(), register);
		if (register.containsKey(number)) {
			throw new Refused("ask.number-taken", number);
		}
		var who = asked.asker();
		var placeholder = (who != null && !who.isBlank())
				? people.computeIfAbsent(who.strip(), (label) -> this.topics.placeholder(topic, label)) : null;
		if (asked.member() != null) {
			this.topics.takesPart(topic, asked.member());
		}
		var words = new NewQuestion(number, asked.under(), asked.follows(), readable(asked.text()), who,
				asked.member());
		var question = this.questions.save(new Question(topic, number, (parent != null) ? parent.id() : null, words,
				placeholder, this.clock.instant()));
		register.put(number, question);
		return question;
	}

	private static QuestionNumber next(@Nullable QuestionNumber under, Map<QuestionNumber, Question> register) {
		if (under == null) {
			return QuestionNumber.of(register.keySet().stream().mapToInt(QuestionNumber::major).max().orElse(0) + 1);
		}
		var number = under.nextSub();
		while (register.containsKey(number)) {
			number = number.nextSub();
		}
		return number;
	}

	private static String readable(String words) {
		var text = words.strip();
		if (text.isEmpty()) {
			throw new Refused("ask.empty");
		}
		var length = text.codePointCount(0, text.length());
		if (length > NewQuestion.LONGEST) {
			throw new Refused("ask.too-long", length, NewQuestion.LONGEST);
		}
		return text;
	}

	private boolean isClaimedBy(PlaceholderId placeholder, MemberId member) {
		return this.sql.sql("select count(*) from placeholder where id = ? and member_id = ?")
			.params(placeholder.value(), member.value())
			.query(Integer.class)
			.single() > 0;
	}

	private Question question(TopicId topic, QuestionNumber number) {
		return this.questions.findByTopicIdAndNumber(topic, number)
			.orElseThrow(() -> new NotFound("question " + number + " of topic " + topic));
	}

	private Question question(QuestionId id) {
		return this.questions.byId(id.value()).orElseThrow(() -> new NotFound("question " + id));
	}

	private static QuestionView view(Question question) {
		return new QuestionView(question.id(), question.topicId(), question.number(), question.text(),
				question.status());
	}

}
