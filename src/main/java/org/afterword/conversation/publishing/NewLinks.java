package org.afterword.conversation.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.PostQuestion;
import org.afterword.conversation.PostQuestionRepository;
import org.afterword.conversation.words.KnownQuestions;
import org.afterword.conversation.words.ReadWords;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberId;
import org.afterword.question.QuestionId;
import org.afterword.question.Tally;
import org.jspecify.annotations.Nullable;

/**
 * All that links a new post to questions: those that it addresses, what it says to which,
 * and which of them its web links serve. Written in one statement.
 */
final class NewLinks {

	private final KnownQuestions register;

	private final List<PostQuestion> questions;

	private final List<QuestionId> dismissed;

	private final List<QuestionId> spoken = new ArrayList<>();

	private final List<String> excerpts = new ArrayList<>();

	private final List<Served> served = new ArrayList<>();

	/**
	 * @param questions that it addresses
	 * @param dismissed that its author unticked
	 * @param read its words
	 * @param chosen which questions its author chose for web links, by address
	 */
	NewLinks(List<PostQuestion> questions, Collection<QuestionNumber> dismissed, ReadWords read,
			Map<String, Set<QuestionNumber>> chosen) {
		this.register = read.register();
		this.questions = questions;
		this.dismissed = this.register.ids(dismissed);
		read.parts().words().forEach((number, words) -> this.register.find(number).ifPresent((question) -> {
			this.spoken.add(question.id());
			this.excerpts.add(PostLookup.cut(words));
		}));
		chosen.forEach((address, numbers) -> serve(address, numbers, true));
		read.parts().links().forEach((address, numbers) -> {
			if (!chosen.containsKey(address)) {
				serve(address, numbers, false);
			}
		});
	}

	/** One row for an address that serves none. */
	private void serve(String address, Set<QuestionNumber> numbers, boolean chosen) {
		var ids = new LinkedHashSet<@Nullable QuestionId>();
		this.register.byNumber().forEach((number, one) -> {
			if (numbers.contains(number)) {
				ids.add(one.question().id());
			}
		});
		if (ids.isEmpty()) {
			ids.add(null);
		}
		ids.forEach((id) -> this.served.add(new Served(address, id, chosen)));
	}

	List<QuestionId> questions() {
		return this.questions.stream().map(PostQuestion::question).toList();
	}

	boolean isOffered() {
		return this.questions.stream().anyMatch(PostQuestion::isOffered);
	}

	/**
	 * Stores them, unless there are none.
	 * @return what is said to each question that the post addresses, once it is published
	 */
	Map<QuestionId, Tally> addTo(PostId post, MemberId by, Instant at, PostQuestionRepository links) {
		var tallies = new HashMap<QuestionId, Tally>();
		if (!isEmpty()) {
			links
				.addNew(post.value(), ids(questions()),
						this.questions.stream().map((link) -> link.source().name()).toArray(String[]::new),
						this.questions.stream().map((link) -> link.answer().name()).toArray(String[]::new),
						ids(this.dismissed), by.value(), ids(this.spoken), this.excerpts.toArray(String[]::new),
						this.served.stream().map((one) -> PostLinks.key(one.address())).toArray(String[]::new),
						this.served.stream().map(Served::address).toArray(String[]::new),
						this.served.stream().map(Served::id).toArray(Long[]::new),
						this.served.stream().map(Served::chosen).toArray(Boolean[]::new), at)
				.forEach((one) -> tallies.put(new QuestionId(one.getQuestion()),
						new Tally(one.getReplies(), one.getAnswers())));
		}
		return tallies;
	}

	private boolean isEmpty() {
		return this.questions.isEmpty() && this.dismissed.isEmpty() && this.spoken.isEmpty() && this.served.isEmpty();
	}

	private static Long[] ids(Collection<QuestionId> questions) {
		return questions.stream().map(QuestionId::value).toArray(Long[]::new);
	}

	private record Served(String address, @Nullable QuestionId question, boolean chosen) {

		@Nullable Long id() {
			return (this.question != null) ? this.question.value() : null;
		}

	}

}
