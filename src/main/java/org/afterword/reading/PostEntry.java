package org.afterword.reading;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.afterword.conversation.AnswerState;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.PostState;
import org.afterword.conversation.proposals.ProposalState;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.PersonView;
import org.jspecify.annotations.Nullable;

/**
 * One post as every viewer sees it.
 *
 * @param authorRole "facilitator" or "speaker" of this topic; empty for others
 * @param parent what it replies to; null where it replies to nothing
 * @param addressed the questions it addresses, in the order of the register
 * @param replies numbers of the posts that reply to it, the first twenty
 * @param reason why it was hidden or removed; null unless it is
 * @param stateBy who hid or removed it; null unless somebody did
 * @param sources what it cites
 * @param waiting names in it of people who have not joined yet
 * @param thanks how many members have thanked for it, at most a thousand
 * @param asks a new question that it asks; null where it asks none
 * @param wanted sources that somebody asks of it, or whose links it has lost
 */
public record PostEntry(PostId id, int number, PersonView author, String authorRole, Instant writtenAt,
		@Nullable Instant editedAt, @Nullable Parent parent, List<Addressed> addressed, List<Integer> replies,
		Html body, String excerpt, PostState state, @Nullable String reason, @Nullable PersonView stateBy,
		@Nullable Instant stateAt, List<Source> sources, List<String> waiting, int thanks, @Nullable Asked asks,
		List<Wanted> wanted) {

	/** A post that another replies to. */
	public record Parent(int number, String name) {
	}

	/**
	 * A question that a post addresses.
	 *
	 * @param pinRank its place among the pinned answers, from 1; null where it is not
	 * pinned
	 * @param withdrawn whether the question was withdrawn
	 */
	public record Addressed(QuestionNumber number, AnswerState answer, @Nullable Integer pinRank,
			@Nullable String pinNote, boolean withdrawn) {

		public boolean isPinned() {
			return this.pinRank != null;
		}

		public boolean isConfirmed() {
			return this.answer == AnswerState.CONFIRMED;
		}

		public boolean isOffered() {
			return this.answer == AnswerState.OFFERED;
		}

	}

	/**
	 * A question that a post asks.
	 *
	 * @param question its number in the register; null while it has none
	 * @param topic slug of the topic in which that stands; null for the same
	 * @param reason why it has none; null unless a facilitator left it out
	 */
	public record Asked(String text, ProposalState state, @Nullable QuestionNumber question, @Nullable String topic,
			@Nullable String reason) {

		public boolean isOpen() {
			return this.state == ProposalState.OPEN;
		}

	}

	/**
	 * A source that somebody asks of a post, or that it announces without an address.
	 *
	 * @param id of its place among the resources
	 * @param lost whether the post announces it
	 * @param what it is asked for, or called
	 */
	public record Wanted(long id, boolean lost, String what) {
	}

	/**
	 * A resource that a post cites, under the words of its link.
	 *
	 * @param questions that it serves, in the order of the register
	 * @param all whether these are all that the post addresses
	 * @param broughtBy who found it after its link was lost; null where the post had it
	 */
	public record Source(String address, String title, String host, List<QuestionNumber> questions, boolean all,
			@Nullable PersonView broughtBy) {

		/** Stands for its address in forms. */
		public String key() {
			return PostLinks.key(this.address);
		}

		public boolean serves(QuestionNumber question) {
			return this.questions.contains(question);
		}

	}

	public boolean isShown() {
		return this.state == PostState.PUBLISHED;
	}

	public boolean isOpening() {
		return this.number == 1;
	}

	/** What it cites for one of its questions. */
	public List<Source> sourcesFor(QuestionNumber question) {
		return this.sources.stream().filter((source) -> source.serves(question)).toList();
	}

	/** The addressed questions that are active. */
	public List<Addressed> activeQuestions() {
		return this.addressed.stream().filter((one) -> !one.withdrawn()).toList();
	}

	public List<Addressed> pinned() {
		return this.addressed.stream().filter(Addressed::isPinned).toList();
	}

	/** The questions it is confirmed to answer without being pinned there. */
	public List<Addressed> confirmed() {
		return this.addressed.stream().filter((one) -> one.isConfirmed() && !one.isPinned()).toList();
	}

	public List<Addressed> offered() {
		return this.addressed.stream().filter(Addressed::isOffered).toList();
	}

	/** The link to this question; there must be one. */
	public Addressed addressed(QuestionNumber number) {
		return this.addressed.stream()
			.filter((one) -> Objects.equals(one.number(), number))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No link to " + number));
	}

}
