package org.afterword.moderation.moves;

import org.afterword.conversation.moving.MovePlan;
import org.afterword.conversation.moving.MovePlans;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.conversation.moving.MoveToDuplicate;
import org.afterword.conversation.moving.Moving;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicView;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves what a form says to the topic that it says, or to one that is created for it. */
@Service
@Transactional
class Moves {

	private final MovePlans plans;

	private final Moving moving;

	private final MoveToDuplicate toDuplicate;

	private final TargetTopics targets;

	private final TopicForMove newTopics;

	private final Landings landings;

	private final Questions questions;

	Moves(MovePlans plans, Moving moving, MoveToDuplicate toDuplicate, TargetTopics targets, TopicForMove newTopics,
			Landings landings, Questions questions) {
		this.plans = plans;
		this.moving = moving;
		this.toDuplicate = toDuplicate;
		this.targets = targets;
		this.newTopics = newTopics;
		this.landings = landings;
		this.questions = questions;
	}

	/**
	 * Says what a move would do.
	 * @throws Refused where it is not possible
	 */
	@Transactional(readOnly = true)
	MovePlan plan(ViewedTopic from, MoveForm form) {
		var by = from.viewer();
		var to = form.slug();
		if (to == null) {
			TopicForMove.mustBeAllowed(by);
			return this.plans.plan(from.id(), null, form.selection(), by);
		}
		var there = this.targets.find(to, by).id();
		var duplicate = form.duplicate();
		if (duplicate != null && !has(there, duplicate)) {
			throw new Refused("move.no-duplicate", duplicate);
		}
		return this.plans.plan(from.id(), there, form.selection(), by);
	}

	/**
	 * Moves it.
	 * @return the address where it is now
	 * @throws Refused where it is not possible
	 */
	String move(ViewedTopic from, MoveForm form) {
		var by = from.viewer();
		var selection = form.selection();
		var quiet = form.quiet() != null;
		var to = form.slug();
		if (to == null) {
			return this.landings.address(from.id(),
					moveToNew(from.view(), form.title(), selection, form.words(), quiet, by), selection);
		}
		var there = this.targets.find(to, by);
		var question = selection.question();
		var duplicate = form.duplicate();
		if (question != null && duplicate != null) {
			this.toDuplicate.move(from.id(), question, there.id(), duplicate, form.words(), quiet, by);
			return "/topics/%s/questions/%s".formatted(there.slug(), duplicate);
		}
		this.moving.move(from.id(), there.id(), selection, form.words(), quiet, by);
		return this.landings.address(from.id(), there, selection);
	}

	/**
	 * Moves a selection to a topic that is created for it, if the move is possible.
	 * @return the new topic
	 */
	TopicView moveToNew(TopicView from, String title, MoveSelection selection, String reason, boolean quiet,
			Viewer by) {
		TopicForMove.mustBeAllowed(by);
		this.plans.plan(from.id(), null, selection, by);
		var there = this.newTopics.create(from, title, by);
		this.moving.moveToCreated(from.id(), there.id(), selection, reason, quiet, by);
		return there;
	}

	private boolean has(TopicId topic, QuestionNumber number) {
		return this.questions.register(topic).stream().anyMatch((one) -> one.number().equals(number));
	}

}
