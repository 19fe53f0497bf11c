package org.afterword.conversation.moving;

import java.time.Clock;
import java.util.LinkedHashSet;

import org.afterword.conversation.PostsMoved;
import org.afterword.conversation.QuestionTallies;
import org.afterword.member.Viewer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows posts and questions that have their numbers in another topic. */
@Component
class Arrivals {

	private final MovedPosts posts;

	private final RestingLinks links;

	private final MovedDrafts drafts;

	private final MovedPeople people;

	private final QuestionTallies tallies;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Arrivals(MovedPosts posts, RestingLinks links, MovedDrafts drafts, MovedPeople people, QuestionTallies tallies,
			ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.links = links;
		this.drafts = drafts;
		this.people = people;
		this.tallies = tallies;
		this.events = events;
		this.clock = clock;
	}

	/** Moves links, drafts and people, and recomputes the status of the questions. */
	void follow(Move move) {
		var touched = new LinkedHashSet<>(move.questions());
		touched.addAll(this.links.follow(move));
		this.drafts.follow(move);
		this.tallies.lock(touched);
		this.tallies.linksChanged(touched);
		this.people.follow(move);
		if (move.whole()) {
			this.drafts.moveAll(move.from(), move.to());
		}
		this.posts.noteActivity(move.from());
		this.posts.noteActivity(move.to());
	}

	/** Tells other modules. */
	void publish(Move move, Viewer by) {
		this.events.publishEvent(new PostsMoved(move.id(), this.posts.of(move.id()), move.questions(), move.from(),
				move.to(), by.id(), move.quiet(), this.clock.instant()));
	}

}
