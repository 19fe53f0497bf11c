package org.afterword.conversation.publishing;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.PostQuestionSource;
import org.afterword.conversation.PostRepository;
import org.afterword.conversation.PostState;
import org.afterword.conversation.QuestionTallies;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.words.KnownQuestions;
import org.afterword.conversation.words.ReadWords;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Markup.Addressed;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.ViewedTopic;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which questions a post addresses: the links between posts and questions. */
@Service
@Transactional
public class PostQuestions {

	private final PostRepository posts;

	private final PostQuestionRepository links;

	private final DismissedGuesses dismissed;

	private final Answers answers;

	private final QuestionTallies tallies;

	private final Questions questions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	PostQuestions(PostRepository posts, PostQuestionRepository links, DismissedGuesses dismissed, Answers answers,
			QuestionTallies tallies, Questions questions, ApplicationEventPublisher events, Clock clock) {
		this.posts = posts;
		this.links = links;
		this.dismissed = dismissed;
		this.answers = answers;
		this.tallies = tallies;
		this.questions = questions;
		this.events = events;
		this.clock = clock;
	}

	/** The questions that a post addresses, in the order of the register. */
	@Transactional(readOnly = true)
	public Set<QuestionNumber> of(TopicId topic, int number) {
		var links = this.links.ofPost(this.posts.get(topic, number).id());
		return new LinkedHashSet<>(numbers(topic, links));
	}

	/**
	 * What was guessed from the words of a post: the questions that it addresses because
	 * they were recognised in it.
	 */
	@Transactional(readOnly = true)
	public Guessed guessed(TopicId topic, int number) {
		var links = this.links.ofPost(this.posts.get(topic, number).id());
		return new Guessed(number, numbers(topic, links.stream().filter(PostQuestion::isRecognised).toList()));
	}

	private List<QuestionNumber> numbers(TopicId topic, List<PostQuestion> links) {
		var linked = links.stream().map(PostQuestion::question).collect(Collectors.toSet());
		return linked.isEmpty() ? List.of()
				: this.questions.register(topic)
					.stream()
					.filter((question) -> linked.contains(question.id()))
					.map(QuestionView::number)
					.toList();
	}

	/**
	 * Sets the questions that a post addresses. What was confirmed or pinned at those
	 * that stay linked stays so.
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 * @throws Refused where the topic does not have one of the questions
	 */
	public void link(ViewedTopic topic, int number, Set<QuestionNumber> wanted) {
		var post = this.posts.locked(topic.id(), number);
		var viewer = topic.viewer();
		if (!post.mayBeLinkedBy(viewer, topic.access())) {
			throw new NotAllowed("link post " + number);
		}
		var before = new LinkedHashSet<>(this.links.questionsOf(post.id()));
		var target = target(topic.id(), before, wanted);
		var touched = new LinkedHashSet<>(before);
		touched.addAll(target);
		this.tallies.lock(touched);
		unlink(post, before.stream().filter((question) -> !target.contains(question)).toList(), viewer);
		this.dismissed.forget(post.id(), target);
		this.links.addAll(post.id(),
				links(post, target.stream().filter((question) -> !before.contains(question)).toList(),
						viewer.is(post.author()) ? PostQuestionSource.CHOSEN : PostQuestionSource.STAFF));
		if (!before.equals(target)) {
			this.events.publishEvent(post.act(viewer, Act.LINK, Map.of("questions", before.toString()),
					Map.of("questions", target.toString())));
		}
		before.forEach(this.links::closeRanks);
		this.tallies.recompute(touched);
	}

	/** A withdrawn question cannot be chosen, so what addressed it still does. */
	private Set<QuestionId> target(TopicId topic, Set<QuestionId> before, Set<QuestionNumber> wanted) {
		var register = new KnownQuestions(this.questions.byNumber(topic));
		var target = new LinkedHashSet<QuestionId>();
		wanted.forEach((number) -> target.add(register.get(number).id()));
		var choice = register.ids(register.byNumber().keySet());
		before.stream().filter((question) -> !choice.contains(question)).forEach(target::add);
		return target;
	}

	private void unlink(Post post, List<QuestionId> gone, Viewer viewer) {
		this.links.ofPost(post.id())
			.stream()
			.filter((link) -> gone.contains(link.question()))
			.forEach(this.links::delete);
		this.dismissed.remember(post.id(), gone, viewer.id());
	}

	/**
	 * Removes the link to a question; the words of the post are never again recognised as
	 * addressing it. False where the post did not address it.
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 * @throws NotFound where the topic does not have the question
	 */
	public boolean unlink(ViewedTopic topic, int number, QuestionNumber question) {
		var linked = of(topic.id(), number);
		var was = linked.remove(question);
		link(topic, number, linked);
		if (!was) {
			this.dismissed.remember(this.posts.get(topic.id(), number).id(),
					List.of(this.questions.get(topic.id(), question).id()), topic.viewer().id());
		}
		return was;
	}

	/**
	 * Links a new post to what it addresses. A facilitator’s offers confirm themselves.
	 */
	void linkNew(Post post, ViewedTopic topic, AddressedQuestions addressed, KnownQuestions register) {
		var links = addressed.proposed()
			.stream()
			.map((one) -> link(post, register.get(one.number()).id(), one))
			.toList();
		this.links.addAll(post.id(), links);
		this.dismissed.remember(post.id(), register.ids(addressed.dismissed()), topic.viewer().id());
		if (links.isEmpty() || post.state() == PostState.HELD) {
			return;
		}
		if (topic.isFacilitated() && links.stream().anyMatch(PostQuestion::isOffered)) {
			this.answers.confirmOwn(post, topic.viewer());
		}
		else {
			this.tallies.recompute(links.stream().map(PostQuestion::question).toList());
		}
	}

	private PostQuestion link(Post post, QuestionId question, Preview.Proposed proposed) {
		var link = new PostQuestion(post.id(), question,
				proposed.recognised() ? PostQuestionSource.RECOGNISED : PostQuestionSource.CHOSEN,
				this.clock.instant());
		if (proposed.answers()) {
			link.offer();
		}
		return link;
	}

	/**
	 * Links a post to the questions that its new words name and the old ones did not. A
	 * post that has moved means the numbers of another topic.
	 */
	void linkRecognised(Post post, ReadWords before, ReadWords now) {
		if (post.hasMoved()) {
			return;
		}
		var known = before.questions().stream().map(Addressed::number).collect(Collectors.toSet());
		var named = now.questions()
			.stream()
			.map(Addressed::number)
			.filter((number) -> !known.contains(number))
			.toList();
		var added = new LinkedHashSet<>(now.register().ids(named));
		if (added.isEmpty()) {
			return;
		}
		added.removeAll(this.dismissed.of(post.id()));
		this.links.questionsOf(post.id()).forEach(added::remove);
		this.tallies.lock(added);
		this.links.addAll(post.id(), links(post, added, PostQuestionSource.RECOGNISED));
		this.tallies.recompute(added);
	}

	private List<PostQuestion> links(Post post, Collection<QuestionId> questions, PostQuestionSource source) {
		var now = this.clock.instant();
		return questions.stream().map((question) -> new PostQuestion(post.id(), question, source, now)).toList();
	}

}
