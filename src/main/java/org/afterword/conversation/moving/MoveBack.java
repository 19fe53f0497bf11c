package org.afterword.conversation.moving;

import java.util.HashMap;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.MoveId;
import org.afterword.topic.TopicLocks;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes a move: everything is again where it was, under the number that it had. */
@Service
@Transactional
public class MoveBack {

	private final MoveRepository moves;

	private final Relocation relocation;

	private final CreatedTopics created;

	private final Topics topics;

	private final TopicLocks locks;

	private final ApplicationEventPublisher events;

	MoveBack(MoveRepository moves, Relocation relocation, CreatedTopics created, Topics topics, TopicLocks locks,
			ApplicationEventPublisher events) {
		this.moves = moves;
		this.relocation = relocation;
		this.created = created;
		this.topics = topics;
		this.locks = locks;
		this.events = events;
	}

	/**
	 * Undoes a move, and links again what was linked. What was written there since stays
	 * there. A topic that was created for it, and in which nobody has written, is merged
	 * back. The caller knows that no later act depends on the move.
	 * @param reason for the log; null where none is given
	 * @throws NotAllowed for those who do not run both topics
	 */
	public boolean undo(MoveId id, @Nullable String reason, Viewer by) {
		var move = this.moves.get(id);
		var from = move.from();
		var to = move.to();
		this.locks.lock(from, to);
		this.topics.viewed(from, by).mustFacilitate("take back a move");
		if (!this.topics.viewed(to, by).isFacilitated()) {
			throw new NotAllowed("take back a move", "move.back-both");
		}
		if (move.whole()) {
			this.topics.unmerge(from);
		}
		var back = this.relocation.moveBack(move);
		var after = new HashMap<>(Map.of("topic", from.toString(), "move", Long.toString(back.id().value())));
		if (this.created.isAsCreated(id)) {
			this.created.mergeBack(to, from, by);
			after.put("closed", to.toString());
		}
		this.events.publishEvent(new StaffAct(by.id(), Act.MOVE_BACK, Subject.TOPIC, from.value(), from.value(),
				Map.of("topic", to.toString()), after, reason));
		this.relocation.publish(back, by);
		return true;
	}

}
