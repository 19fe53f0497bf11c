package org.afterword.reading;

import java.util.List;
import java.util.Map;

import org.afterword.conversation.PostId;
import org.afterword.question.QuestionId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads what was said to each question of a topic, and what is missing for it. */
@Component
public class QuestionSections {

	private final Posts posts;

	private final TopicResources resources;

	QuestionSections(Posts posts, TopicResources resources) {
		this.posts = posts;
		this.resources = resources;
	}

	/** Those of all questions, in the order of the register. */
	public List<QuestionSection> of(TopicId topic, Register register) {
		var said = this.posts.byQuestion(topic);
		var lost = this.resources.lostByQuestion(topic);
		return register.all().stream().map((question) -> section(question, register, said, lost)).toList();
	}

	/**
	 * The posts of one question.
	 * @see Posts#ofQuestion
	 */
	public List<PostEntry> posts(QuestionId question, @Nullable PostId after) {
		return this.posts.ofQuestion(question, after);
	}

	/** What is missing for one question. */
	public List<LostEntry> lost(TopicId topic, QuestionId question) {
		return this.resources.lostByQuestion(topic).getOrDefault(question, List.of());
	}

	/** Replies about the whole topic. */
	public Posts.General general(TopicId topic) {
		return this.posts.general(topic);
	}

	private static QuestionSection section(RegisterEntry question, Register register,
			Map<QuestionId, List<PostEntry>> said, Map<QuestionId, List<LostEntry>> lost) {
		var posts = said.getOrDefault(question.id(), List.of());
		var pinned = posts.stream().filter((post) -> post.addressed(question.number()).isPinned()).toList();
		var excerpts = posts.stream().filter((post) -> !post.addressed(question.number()).isPinned()).toList();
		return new QuestionSection(question, pinned, excerpts,
				QuestionSection.sources(posts, question, register.joinedTo(question.number())),
				lost.getOrDefault(question.id(), List.of()));
	}

}
