package org.afterword.conversation.moving;

import org.afterword.member.Viewer;
import org.afterword.question.MovingQuestions;
import org.afterword.topic.TopicId;

import org.springframework.stereotype.Component;

/**
 * Carries out a move that has been decided: it is kept, posts and questions get their
 * numbers in the other topic, and what belongs to them follows.
 */
@Component
class Relocation {

	private final MoveRepository moves;

	private final MovedPosts posts;

	private final MovingQuestions questions;

	private final Arrivals arrivals;

	Relocation(MoveRepository moves, MovedPosts posts, MovingQuestions questions, Arrivals arrivals) {
		this.moves = moves;
		this.posts = posts;
		this.questions = questions;
		this.arrivals = arrivals;
	}

	Move move(TopicId from, TopicId to, MovePlans.Selected selected, boolean whole, boolean quiet) {
		var id = this.moves.add(from, to, whole, quiet, null);
		this.posts.move(id, to, selected.posts());
		this.questions.move(id, from, to, selected.questions());
		return followed(new Move(id, from, to, whole, quiet, null, selected.posts(), selected.questionIds()));
	}

	/** Takes all that moved back, under the numbers that it had. */
	Move moveBack(MoveRepository.Remembered move) {
		var undo = this.moves.add(move.to(), move.from(), false, move.quiet(), move.id());
		var posts = this.posts.moveBack(move, undo);
		var questions = this.questions.back(move.id(), undo, move.from(), move.to());
		return followed(new Move(undo, move.to(), move.from(), false, move.quiet(), move.id(), posts, questions));
	}

	private Move followed(Move move) {
		this.arrivals.follow(move);
		return move;
	}

	/** Publishes it, once everything has arrived. */
	void publish(Move move, Viewer by) {
		this.arrivals.publish(move, by);
	}

}
