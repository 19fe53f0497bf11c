package org.afterword.bench.content;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The topics, who runs them, who writes and has read there, and who was there by
 * initials.
 */
final class Topics {

	private final Layout layout;

	private final Bodies bodies;

	Topics(Layout layout, Bodies bodies) {
		this.layout = layout;
		this.bodies = bodies;
	}

	List<Table> tables() {
		return List.of(new Table("topic",
				"id, slug, title, kind, state, held_on, speakers, created_by, created_at, published_by, published_at, last_post_number, last_activity_at",
				(copy) -> this.layout.eachTopic((topic) -> topic(topic, copy))),
				new Table("topic_role", "topic_id, member_id, role",
						(copy) -> this.layout.eachTopic((topic) -> roles(topic, copy))),
				new Table("participant", "topic_id, member_id, since",
						(copy) -> this.layout.eachTopic((topic) -> participants(topic, copy))),
				new Table("placeholder", "id, topic_id, label, member_id, claimed_at, claim_id",
						(copy) -> this.layout.eachTopic((topic) -> placeholders(topic, copy))),
				new Table("claim", "id, placeholder_id, member_id, state, filed_at, decided_by, decided_at",
						(copy) -> this.layout.eachTopic((topic) -> claims(topic, copy))),
				new Table("read_marker", "member_id, topic_id, last_number, seen_at",
						(copy) -> this.layout.eachTopic((topic) -> markers(topic, copy))));
	}

	private void topic(TopicPlan topic, Copy copy) throws IOException {
		copy.number(topic.id())
			.text(topic.slug())
			.text(this.bodies.phrase(topic, 0))
			.text("WEBINAR")
			.text("OPEN")
			.text(topic.createdAt().atOffset(ZoneOffset.UTC).toLocalDate().toString())
			.text(this.bodies.phrase(topic, 1))
			.number(topic.person(0))
			.time(topic.createdAt())
			.number(topic.person(0))
			.time(topic.createdAt())
			.number(topic.posts())
			.time(topic.lastPostedAt())
			.end();
	}

	private void roles(TopicPlan topic, Copy copy) throws IOException {
		copy.number(topic.id()).number(topic.person(0)).text("FACILITATOR").end();
		copy.number(topic.id()).number(topic.person(1)).text("SPEAKER").end();
	}

	private void participants(TopicPlan topic, Copy copy) throws IOException {
		for (var person = 0; person < topic.people(); person++) {
			copy.number(topic.id()).number(topic.person(person)).time(topic.createdAt()).end();
		}
	}

	private void placeholders(TopicPlan topic, Copy copy) throws IOException {
		for (var one = 0; one < TopicPlan.PLACEHOLDERS; one++) {
			copy.number(topic.placeholder(one)).number(topic.id()).text(People.label(topic, one));
			if (topic.isClaimed(one)) {
				copy.number(topic.person(2)).time(topic.lastPostedAt()).number(topic.id()).end();
			}
			else {
				copy.nothing().nothing().nothing().end();
			}
		}
	}

	/** Confirmed ones of every fourth topic, and some that wait. */
	private void claims(TopicPlan topic, Copy copy) throws IOException {
		if (topic.isClaimed(0)) {
			copy.number(topic.id())
				.number(topic.placeholder(0))
				.number(topic.person(2))
				.text("CONFIRMED")
				.time(topic.createdAt())
				.number(topic.person(0))
				.time(topic.lastPostedAt())
				.end();
		}
		else if (topic.id() % 200 == 1) {
			copy.number(topic.id())
				.number(topic.placeholder(1))
				.number(topic.person(2))
				.text("WAITING")
				.time(topic.lastPostedAt())
				.nothing()
				.nothing()
				.end();
		}
	}

	private void markers(TopicPlan topic, Copy copy) throws IOException {
		for (var person = 0; person < topic.people(); person++) {
			var unread = Mix.below(3, topic.id(), person, 70);
			copy.number(topic.person(person))
				.number(topic.id())
				.number(Math.max(1, topic.posts() - unread))
				.time(topic.lastPostedAt())
				.end();
		}
	}

}
