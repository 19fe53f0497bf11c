package org.afterword.conversation.proposals;

import java.time.Clock;
import java.util.List;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.PostQuestionSource;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.QuestionTallies;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionRegister;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Questions of the register that were proposed in a reply, which then addresses them. */
@Component
class ProposedQuestions {

	private final QuestionRegister register;

	private final Questions questions;

	private final PostRepository posts;

	private final PostQuestionRepository links;

	private final QuestionTallies tallies;

	private final Clock clock;

	ProposedQuestions(QuestionRegister register, Questions questions, PostRepository posts,
			PostQuestionRepository links, QuestionTallies tallies, Clock clock) {
		this.register = register;
		this.questions = questions;
		this.posts = posts;
		this.links = links;
		this.tallies = tallies;
		this.clock = clock;
	}

	/** Adds it to the register, asked by the author of the reply. */
	QuestionView add(TopicId topic, Post reply, Proposal proposal, Viewer by) {
		var number = this.register.add(topic,
				new NewQuestion(null, null, null, proposal.text(), label(reply), reply.author()), by);
		return this.questions.get(topic, number);
	}

	void link(Post reply, QuestionId question) {
		this.tallies.lock(List.of(question));
		this.links.addAll(reply.id(),
				List.of(new PostQuestion(reply.id(), question, PostQuestionSource.ASKED, this.clock.instant())));
		this.tallies.recompute(List.of(question));
	}

	/** As whom the register knows an author without an account. */
	private @Nullable String label(Post reply) {
		return (reply.author() != null) ? null : this.posts.authorName(reply.id().value());
	}

}
