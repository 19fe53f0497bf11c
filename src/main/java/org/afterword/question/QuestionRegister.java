package org.afterword.question;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.topic.Participants;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.claims.TopicPlaceholders;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, rewords, splits, withdraws and restores the questions of a topic. Only its
 * facilitators may.
 */
@Service
@Transactional
public class QuestionRegister {

	private final QuestionRepository questions;

	private final TopicRoles roles;

	private final TopicLocks locks;

	private final Participants participants;

	private final TopicPlaceholders placeholders;

	private final QuestionHistory history;

	private final QuestionEvents events;

	private final Clock clock;

	QuestionRegister(QuestionRepository questions, TopicRoles roles, TopicLocks locks, Participants participants,
			TopicPlaceholders placeholders, QuestionHistory history, QuestionEvents events, Clock clock) {
		this.questions = questions;
		this.roles = roles;
		this.locks = locks;
		this.participants = participants;
		this.placeholders = placeholders;
		this.history = history;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds a whole list, after what is in the register. The same initials are the same
	 * placeholder of the topic.
	 * @throws Refused where a number is used, a parent is missing, a text is empty or too
	 * long, or there would be too many
	 */
	public void add(TopicId topic, List<NewQuestion> list, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("add questions");
		this.locks.lock(topic);
		var numbers = this.questions.numbers(topic);
		numbers.mustHaveRoom(list.size());
		var people = new HashMap<String, PlaceholderId>();
		this.events.changed(topic,
				list.stream().map((asked) -> put(topic, asked, numbers, people)).toArray(Question[]::new));
	}

	/**
	 * Adds one question, with the next number or the next letter under its parent.
	 * @throws Refused as for a list
	 */
	public QuestionNumber add(TopicId topic, NewQuestion asked, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("add a question");
		this.locks.lock(topic);
		var numbers = this.questions.numbers(topic);
		numbers.mustHaveRoom(1);
		var question = put(topic, asked, numbers, new HashMap<>());
		this.events.logged(by, Act.ASK, question, Map.of(), Map.of("number", question.number().value()));
		this.events.changed(topic, question);
		return question.number();
	}

	/**
	 * Changes the text of a question; its number stays, and its history keeps the text
	 * that it had. False when nothing changes.
	 * @param revision of the text that was changed
	 * @throws Refused where the text is empty or too long, or the question is not active
	 * @throws Conflict where somebody has changed the text since
	 */
	public boolean reword(TopicId topic, QuestionNumber number, String words, int revision, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("edit a question");
		var question = locked(topic, number, revision);
		var before = question.text();
		var changed = question.reword(readable(words));
		if (changed) {
			this.history.reworded(question.id(), before, by.id());
			this.events.logged(by, Act.EDIT_QUESTION, question, Map.of("revision", Integer.toString(revision)),
					Map.of("revision", Integer.toString(question.revision())));
			this.events.changed(topic, question);
		}
		return changed;
	}

	/**
	 * Makes two questions of one: it keeps its number, its replies and a part of its
	 * text; the other part is asked by the same person, with the next number or the next
	 * letter.
	 * @return the new question
	 * @throws Refused where a text is empty or too long, the register is full, or the
	 * question is not active
	 * @throws Conflict where somebody has changed the text since
	 */
	public QuestionView split(TopicId topic, QuestionNumber number, Split split, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("split a question");
		this.locks.lock(topic);
		var numbers = this.questions.numbers(topic);
		numbers.mustHaveRoom(1);
		var question = locked(topic, number, split.revision());
		var parent = split.below() ? numbers.parentOfPart(question) : null;
		var next = numbers.next((parent != null) ? parent.number() : null);
		var part = this.questions.save(new Question(topic, next, (parent != null) ? parent.id() : null,
				new NewQuestion(next, null, null, readable(split.part()), null, question.askerMember()),
				question.askerPlaceholder(), question.askedAt()));
		var before = question.text();
		question.split(readable(split.left()));
		this.history.split(question.id(), before, part.id(), by.id());
		this.events.logged(by, Act.SPLIT, question, Map.of("number", number.value()),
				Map.of("number", number.value(), "part", next.value()));
		this.events.changed(topic, question, part);
		return part.view();
	}

	/**
	 * Gives a question the text that it had before a part was split off. False where the
	 * text was changed since, and stays.
	 */
	public boolean undoSplit(TopicId topic, QuestionNumber number, QuestionId part, Viewer by) {
		var question = this.questions.locked(topic, number);
		return this.history.beforeSplit(question.id(), part)
			.map((words) -> reword(topic, number, words, question.revision(), by))
			.orElse(false);
	}

	/**
	 * Withdraws a question. Its number, its page and its replies stay, with the note.
	 * @param note for everybody to read
	 * @throws Refused without a note, and where the question has joined another
	 * @throws Conflict where somebody has withdrawn it already
	 */
	public void withdraw(TopicId topic, QuestionNumber number, String note, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("withdraw a question");
		if (Blank.is(note)) {
			throw new Refused("withdraw-question.no-note");
		}
		var question = this.questions.locked(topic, number);
		if (question.isWithdrawn()) {
			throw this.history.already("withdraw-question.already", question.id(), "WITHDRAWN", by, number);
		}
		question.mustBeActive(this.questions::numberOf);
		question.withdraw(Blank.stripped(note), this.clock.instant());
		this.history.withdrawn(question.id(), Blank.stripped(note), by.id());
		this.events.logged(by, Act.WITHDRAW_QUESTION, question, Map.of("withdrawn", "false"),
				Map.of("withdrawn", "true"), Blank.stripped(note));
		this.events.changed(topic, question);
	}

	/**
	 * Puts a withdrawn question back into the register. False when it is not withdrawn.
	 */
	public boolean restore(TopicId topic, QuestionNumber number, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("restore a question");
		var question = this.questions.locked(topic, number);
		if (!question.restore()) {
			return false;
		}
		this.history.restored(question.id(), by.id());
		this.events.logged(by, Act.RESTORE_QUESTION, question, Map.of("withdrawn", "true"),
				Map.of("withdrawn", "false"));
		this.events.changed(topic, question);
		return true;
	}

	/**
	 * Removes the text that a question had before a change, for good: a split that
	 * changed it cannot be undone. The history shows instead who removed it, when and
	 * why.
	 * @param change its number in the history
	 * @param reason for everybody to read
	 * @throws NotAllowed for those who do not facilitate the topic
	 * @throws NotFound where the history of the question has no such change of its text
	 * @throws Refused where the text was removed before
	 */
	public void removeWords(TopicId topic, QuestionNumber number, long change, String reason, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("remove words of a question");
		var question = this.questions.get(topic, number);
		this.history.remove(question.id(), change, reason, by.id());
		this.events.logged(by, Act.REMOVE_WORDING, question, Map.of("change", Long.toString(change)), Map.of(), reason);
	}

	/**
	 * Checks that this viewer may remove that text.
	 * @see #removeWords
	 */
	@Transactional(readOnly = true)
	public void mustHaveWords(TopicId topic, QuestionNumber number, long change, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("remove words of a question");
		this.history.mustHaveWords(this.questions.get(topic, number).id(), change);
	}

	private Question locked(TopicId topic, QuestionNumber number, int revision) {
		var question = this.questions.locked(topic, number);
		question.mustBeActive(this.questions::numberOf);
		if (question.revision() != revision) {
			throw new Conflict("ask.meanwhile", question.number());
		}
		return question;
	}

	private Question put(TopicId topic, NewQuestion asked, RegisterNumbers numbers, Map<String, PlaceholderId> people) {
		var under = asked.under();
		var parent = (under != null)
				? numbers.find(under).orElseThrow(() -> new Refused("ask.no-parent", Objects.requireNonNull(under)))
				: null;
		var number = (asked.number() != null) ? asked.number() : numbers.next(under);
		if (numbers.isUsed(number)) {
			throw new Refused("ask.number-taken", number);
		}
		if (asked.member() != null) {
			this.participants.add(topic, asked.member());
		}
		var words = new NewQuestion(number, under, asked.follows(), readable(asked.text()), asked.asker(),
				asked.member());
		var question = this.questions.save(new Question(topic, number, (parent != null) ? parent.id() : null, words,
				placeholder(topic, asked.asker(), people), this.clock.instant()));
		numbers.add(question);
		return question;
	}

	/** Null for somebody who asked without a name. */
	private @Nullable PlaceholderId placeholder(TopicId topic, @Nullable String asker,
			Map<String, PlaceholderId> people) {
		return (asker != null && !Blank.is(asker) && !Anonymity.is(asker))
				? people.computeIfAbsent(asker.strip(), (label) -> this.placeholders.findOrCreate(topic, label)) : null;
	}

	private static String readable(String words) {
		var text = Blank.stripped(words);
		if (text.isEmpty()) {
			throw new Refused("ask.empty");
		}
		var length = text.codePointCount(0, text.length());
		if (length > NewQuestion.LONGEST) {
			throw new Refused("ask.too-long", length, NewQuestion.LONGEST);
		}
		return text;
	}

}
