package org.afterword.conversation.moving;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.Topics;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves replies, a question with its replies, or a whole topic to another topic. They get
 * the next numbers there, and their old addresses lead to them for ever.
 */
@Service
@Transactional
public class Moving {

	private final MovePlans plans;

	private final MoveRepository moves;

	private final Relocation relocation;

	private final Topics topics;

	private final TopicLocks locks;

	private final ApplicationEventPublisher events;

	Moving(MovePlans plans, MoveRepository moves, Relocation relocation, Topics topics, TopicLocks locks,
			ApplicationEventPublisher events) {
		this.plans = plans;
		this.moves = moves;
		this.relocation = relocation;
		this.topics = topics;
		this.locks = locks;
		this.events = events;
	}

	/**
	 * Moves a selection. A link whose other end stays behind rests until they are in one
	 * topic again.
	 * @param reason for their authors and for the log
	 * @param quiet whether authors are not notified
	 * @throws NotAllowed for those who do not run the topic
	 * @throws Refused into the same topic, one that is not open or that they do not run;
	 * for the opening alone; for no posts or too many; where a question is withdrawn or
	 * merged
	 */
	public MoveId move(TopicId from, TopicId to, MoveSelection selection, String reason, boolean quiet, Viewer by) {
		this.locks.lock(from, to);
		var selected = this.plans.select(from, to, selection, by);
		var move = this.relocation.move(from, to, selected, selection.whole(), quiet);
		if (selection.whole()) {
			this.topics.merge(from, to);
		}
		this.events.publishEvent(new StaffAct(by.id(), selection.whole() ? Act.MERGE : Act.MOVE, Subject.TOPIC,
				from.value(), from.value(), before(selection),
				Map.of("topic", to.toString(), "move", Long.toString(move.id().value())), reason));
		this.relocation.publish(move, by);
		return move.id();
	}

	/**
	 * Moves a selection to a topic that was created for it, and has only its opening.
	 * @see #move
	 */
	public void moveToCreated(TopicId from, TopicId to, MoveSelection selection, String reason, boolean quiet,
			Viewer by) {
		this.moves.markCreated(move(from, to, selection, reason, quiet, by));
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

}
