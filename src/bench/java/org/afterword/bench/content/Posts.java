package org.afterword.bench.content;

import java.io.IOException;
import java.util.List;

/** The posts, and what they have to do with questions and members. */
final class Posts {

	/** Higher than the program’s own: no job renders these posts again. */
	private static final int RENDERER = 1_000;

	private final Layout layout;

	private final Bodies bodies;

	private final People people;

	Posts(Layout layout, Bodies bodies, People people) {
		this.layout = layout;
		this.bodies = bodies;
		this.people = people;
	}

	List<Table> tables() {
		return List.of(new Table("post",
				"id, topic_id, number, author_member_id, parent_id, renderer_version, state, state_reason, state_by, state_at, written_at, body_markdown, body_html, excerpt",
				this::posts),
				new Table("post_question",
						"post_id, question_id, source, answer, confirmed_by, confirmed_at, pin_rank, pinned_by",
						(copy) -> this.layout.eachPost((post) -> addressed(post, copy))),
				new Table("post_part", "post_id, question_id, excerpt",
						(copy) -> this.layout.eachPost((post) -> parts(post, copy))),
				new Table("mention", "post_id, name, member_id",
						(copy) -> this.layout.eachPost((post) -> mention(post, copy))),
				new Table("thanks", "post_id, member_id, thanked_at",
						(copy) -> this.layout.eachPost((post) -> thanks(post, copy))),
				new Table("proposed_question", "id, post_id, text",
						(copy) -> this.layout.eachTopic((topic) -> proposal(topic, copy))));
	}

	private void posts(Copy copy) throws IOException {
		this.layout.eachPost((post) -> {
			copy.number(post.id()).number(post.topic().id()).number(post.number()).number(post.author());
			copy.numberOrNothing((post.parent() == 0) ? 0 : new PostPlan(post.topic(), post.parent()).id())
				.number(RENDERER);
			if (post.isHidden()) {
				copy.text("HIDDEN")
					.text("It was posted twice.")
					.number(post.topic().person(0))
					.time(post.topic().lastPostedAt());
			}
			else {
				copy.text("PUBLISHED").nothing().nothing().nothing();
			}
			copy.time(post.writtenAt());
			this.bodies.write(post, copy);
			copy.end();
		});
		this.layout.eachTopic((topic) -> held(topic, copy));
	}

	/** One post waits in every hundredth topic. */
	private void held(TopicPlan topic, Copy copy) throws IOException {
		if (topic.id() % 100 == 0) {
			copy.number(this.layout.end() + topic.id()).number(topic.id()).nothing().number(topic.person(2)).nothing();
			copy.number(RENDERER)
				.text("HELD")
				.nothing()
				.nothing()
				.time(topic.lastPostedAt())
				.time(topic.lastPostedAt());
			this.bodies.write(new PostPlan(topic, topic.posts()), copy);
			copy.end();
		}
	}

	private void addressed(PostPlan post, Copy copy) throws IOException {
		for (var question : post.questions()) {
			copy.number(post.id())
				.number(post.topic().question(question))
				.text(post.mentionsQuestions() ? "RECOGNISED" : "CHOSEN");
			if (post.answers(question) && !post.isHidden()) {
				copy.text("CONFIRMED").number(post.topic().person(0)).time(post.topic().lastPostedAt());
			}
			else {
				copy.text((post.mix(8, 40) == 0) ? "OFFERED" : "NONE").nothing().nothing();
			}
			if (post.answers(question) && !post.isHidden() && post.mix(3, 41) == 0) {
				copy.number(1).number(post.topic().person(0)).end();
			}
			else {
				copy.nothing().nothing().end();
			}
		}
	}

	private void parts(PostPlan post, Copy copy) throws IOException {
		if (post.mentionsQuestions() && post.addressesTwo()) {
			for (var question : post.questions()) {
				copy.number(post.id())
					.number(post.topic().question(question))
					.text(this.bodies.part(post, question))
					.end();
			}
		}
	}

	private void mention(PostPlan post, Copy copy) throws IOException {
		if (post.mentioned() != 0) {
			copy.number(post.id()).text(this.people.handle(post.mentioned())).number(post.mentioned()).end();
		}
	}

	private void thanks(PostPlan post, Copy copy) throws IOException {
		if (post.isThanked()) {
			copy.number(post.id())
				.number(post.topic().person(post.mix(post.topic().people(), 42)))
				.time(post.topic().lastPostedAt())
				.end();
		}
	}

	/** The last post of some topics asks a new question. */
	private void proposal(TopicPlan topic, Copy copy) throws IOException {
		if (topic.id() % 300 == 3) {
			copy.number(topic.id())
				.number(new PostPlan(topic, topic.posts()).id())
				.text(this.bodies.question(topic, 20))
				.end();
		}
	}

}
