package org.afterword.bench.content;

import java.io.IOException;
import java.util.List;

/** The questions, who wants them answered, and whom a facilitator has asked to answer. */
final class Register {

	private final Layout layout;

	private final Bodies bodies;

	Register(Layout layout, Bodies bodies) {
		this.layout = layout;
		this.bodies = bodies;
	}

	List<Table> tables() {
		return List.of(new Table("question",
				"id, topic_id, number, position, parent_id, text, asker_member_id, asker_placeholder_id, status, status_override, answered_live, dismissed_because, asked_at",
				(copy) -> this.layout.eachTopic((topic) -> questions(topic, copy))),
				new Table("question_vote", "question_id, member_id, voted_at",
						(copy) -> this.layout.eachTopic((topic) -> votes(topic, copy))),
				new Table("request", "id, question_id, member_id, asked_by, asked_at",
						(copy) -> this.layout.eachTopic((topic) -> requests(topic, copy))));
	}

	private void questions(TopicPlan topic, Copy copy) throws IOException {
		for (var question = 0; question < TopicPlan.QUESTIONS; question++) {
			var status = topic.status(question);
			copy.number(topic.question(question))
				.number(topic.id())
				.text(topic.number(question))
				.number(topic.position(question))
				.numberOrNothing((question == 5) ? topic.question(4) : 0)
				.text(this.bodies.question(topic, question));
			if (question % 3 == 0) {
				copy.number(topic.person(question % topic.people())).nothing();
			}
			else {
				copy.nothing().number(topic.placeholder(question % TopicPlan.PLACEHOLDERS));
			}
			copy.text(status);
			var dismissed = status.equals("DISMISSED");
			(dismissed ? copy.text(status) : copy.nothing()).flag(status.equals("ANSWERED_LIVE"));
			(dismissed ? copy.text("This was answered by e-mail.") : copy.nothing()).time(topic.createdAt()).end();
		}
	}

	private void votes(TopicPlan topic, Copy copy) throws IOException {
		for (var question = 0; question < TopicPlan.QUESTIONS; question++) {
			var votes = Mix.below(Math.min(6, topic.people()), topic.id(), question, 71);
			for (var vote = 0; vote < votes; vote++) {
				copy.number(topic.question(question)).number(topic.person(vote)).time(topic.lastPostedAt()).end();
			}
		}
	}

	/** Of every fiftieth topic. */
	private void requests(TopicPlan topic, Copy copy) throws IOException {
		if (topic.id() % 50 == 7) {
			copy.number(topic.id())
				.number(topic.question(11))
				.number(topic.person(1))
				.number(topic.person(0))
				.time(topic.lastPostedAt())
				.end();
		}
	}

}
