package org.afterword.moderation.moves;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.validation.constraints.Size;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;
import org.afterword.kernel.text.Filled;
import org.afterword.moderation.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/**
 * What is to move and where, as it was typed.
 *
 * @param what "replies", "question" or "topic"
 * @param posts numbers, such as "5, 7-9"
 * @param question a number
 * @param into number of the question there that it duplicates; empty for none
 * @param where "there" for a topic that exists, "new"
 * @param to words of the title of a topic, or its address
 * @param pick the last part of the address of one that was chosen; empty for none
 * @param title of a new topic
 * @param words why
 * @param quiet anything, where authors are not notified
 */
record MoveForm(String what, @Size(max = PostNumbers.LONGEST, message = "{move.bad-posts}") String posts,
		@Size(max = 20, message = "{move.bad-question}") String question,
		@Size(max = 20, message = "{move.bad-question}") String into, String where,
		@Size(max = 500, message = "{move.bad-topic}") String to,
		@Size(max = 200, message = "{move.bad-topic}") String pick,
		@Size(max = 200, message = "{move.title-too-long}") String title,
		@Filled(message = "{move.no-reason}") @Size(max = Reason.LONGEST_WORDS,
				message = "{reason.too-long}") String words,
		@Nullable String quiet) {

	MoveForm {
		what = stripped(what);
		posts = stripped(posts);
		question = stripped(question);
		into = stripped(into);
		where = stripped(where);
		to = stripped(to);
		pick = stripped(pick);
		title = Characters.line(Blank.stripped(title));
		words = Blank.stripped(words);
	}

	/** A form prefilled by the page that leads here. */
	static MoveForm of(String posts, String question, String what) {
		return new MoveForm(!question.isBlank() ? "question" : what.equals("topic") ? what : "replies", posts, question,
				"", "there", "", "", "", "", null);
	}

	/**
	 * The slug of the topic that exists: only the last part of an address matters; null
	 * for a new topic.
	 */
	public @Nullable String slug() {
		return this.where.equals("new") ? null : lastPart(!this.pick.isEmpty() ? this.pick : this.to);
	}

	static String lastPart(String address) {
		return address.replaceFirst("[?#].*$", "").replaceFirst("^.*/topics/", "").replaceFirst("/.*$", "");
	}

	/** Adds an error to each field that lacks something. */
	void check(BindingResult errors) {
		if (this.where.equals("new")) {
			if (this.title.isEmpty()) {
				errors.rejectValue("title", "move.no-title");
			}
			if (this.what.equals("topic")) {
				errors.rejectValue("where", "move.whole-to-new");
			}
		}
		else if (this.to.isEmpty() && this.pick.isEmpty()) {
			errors.rejectValue("to", "move.no-target");
		}
		checkQuestion(errors);
		checkReplies(errors);
	}

	private void checkQuestion(BindingResult errors) {
		if (this.what.equals("question") && !QuestionNumber.isOne(this.question)) {
			errors.rejectValue("question", "move.bad-question");
		}
		if (!this.into.isEmpty() && !QuestionNumber.isOne(this.into)) {
			errors.rejectValue("into", "move.bad-question");
		}
		else if (duplicate() != null && this.where.equals("new")) {
			errors.rejectValue("into", "move.duplicate-in-new");
		}
	}

	private void checkReplies(BindingResult errors) {
		if (this.what.equals("replies")) {
			try {
				if (numbers().isEmpty()) {
					errors.rejectValue("posts", "move.nothing");
				}
			}
			catch (Refused refused) {
				Forms.reject(errors, refused);
			}
		}
	}

	/**
	 * The question there that it duplicates, once {@link #check} has found nothing; null
	 * for none.
	 */
	public @Nullable QuestionNumber duplicate() {
		return (this.what.equals("question") && QuestionNumber.isOne(this.into)) ? QuestionNumber.of(this.into) : null;
	}

	/** What moves, once {@link #check} has found nothing. */
	MoveSelection selection() {
		return switch (this.what) {
			case "topic" -> MoveSelection.everything();
			case "question" -> MoveSelection.of(QuestionNumber.of(this.question));
			default -> MoveSelection.of(numbers());
		};
	}

	/** Which replies move; none where the field says something else. */
	SortedSet<Integer> chosen() {
		try {
			return PostNumbers.of(this.posts);
		}
		catch (Refused refused) {
			return new TreeSet<>();
		}
	}

	/** The same, with these replies. */
	MoveForm with(String numbers) {
		return new MoveForm("replies", numbers, this.question, this.into, this.where, this.to, this.pick, this.title,
				this.words, this.quiet);
	}

	private Set<Integer> numbers() {
		return PostNumbers.of(this.posts);
	}

	private static String stripped(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
