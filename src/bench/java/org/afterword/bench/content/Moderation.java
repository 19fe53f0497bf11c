package org.afterword.bench.content;

import java.io.IOException;
import java.util.List;

/** Flags, and what staff did. */
final class Moderation {

	private final Layout layout;

	Moderation(Layout layout) {
		this.layout = layout;
	}

	List<Table> tables() {
		return List.of(
				new Table("flag_case", "id, post_id, state, opened_at, closed_by, closed_at",
						(copy) -> this.layout.eachPost((post) -> flagCase(post, copy))),
				new Table("flag", "case_id, member_id, reason, flagged_at",
						(copy) -> this.layout.eachPost((post) -> flag(post, copy))),
				new Table("audit_entry", "id, actor_id, act, subject, subject_id, topic_id, done_at",
						(copy) -> this.layout.eachTopic((topic) -> acts(topic, copy))));
	}

	/** Nine of ten are decided. */
	private void flagCase(PostPlan post, Copy copy) throws IOException {
		if (post.isFlagged()) {
			copy.number(post.id()).number(post.id());
			if (post.mix(10, 43) == 0) {
				copy.text("OPEN").time(post.writtenAt()).nothing().nothing().end();
			}
			else {
				copy.text("DISMISSED")
					.time(post.writtenAt())
					.number(post.topic().person(0))
					.time(post.topic().lastPostedAt())
					.end();
			}
		}
	}

	private void flag(PostPlan post, Copy copy) throws IOException {
		if (post.isFlagged()) {
			copy.number(post.id()).number(post.topic().person(1)).text("OTHER").time(post.writtenAt()).end();
		}
	}

	private void acts(TopicPlan topic, Copy copy) throws IOException {
		act(topic, copy, 2L * topic.id() - 1, "open-topic", "TOPIC", topic.id());
		act(topic, copy, 2L * topic.id(), "appoint", "MEMBER", topic.person(1));
	}

	private void act(TopicPlan topic, Copy copy, long id, String act, String subject, long subjectId)
			throws IOException {
		copy.number(id)
			.number(topic.person(0))
			.text(act)
			.text(subject)
			.number(subjectId)
			.number(topic.id())
			.time(topic.createdAt())
			.end();
	}

}
