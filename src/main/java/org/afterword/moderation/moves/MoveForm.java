package org.afterword.moderation.moves;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.validation.constraints.Size;
import org.afterword.conversation.moving.MoveSelection;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Characters;
import org.afterword.kernel.text.Filled;
import org.afterword.moderation.PostNumbers;
import org.afterword.moderation.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What is to move and where, as it was typed.
 *
 * @param what "replies", "question" or "topic"
 * @param posts numbers, such as "5, 7-9"
 * @param question a number
 * @param twin number of the question there that it joins; empty for none
 * @param where "there" for a topic that exists, "new"
 * @param to words of the title of a topic, or its address
 * @param pick the last part of the address of one that was chosen; empty for none
 * @param title of a new topic
 * @param words why
 * @param quiet anything, where authors shall not be told
 */
record MoveForm(String what, @Size(max = PostNumbers.LONGEST, message = "{move.bad-posts}") String posts,
		@Size(max = 20, message = "{move.bad-question}") String question,
		@Size(max = 20, message = "{move.bad-question}") String twin, String where,
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
		twin = stripped(twin);
		where = stripped(where);
		to = stripped(to);
		pick = stripped(pick);
		title = Characters.line(Blank.stripped(title));
		words = Blank.stripped(words);
	}

	/** A form filled in from the page that led here. */
	static MoveForm of(String posts, String question, String what) {
		return new MoveForm(!question.isBlank() ? "question" : what.equals("topic") ? what : "replies", posts, question,
				"", "there", "", "", "", "", null);
	}

	/** Only the last part of an address matters. */
	public @Nullable String slug() {
		return this.where.equals("new") ? null : lastPart(!this.pick.isEmpty() ? this.pick : this.to);
	}

	static String lastPart(String address) {
		return address.replaceFirst("[?#].*$", "").replaceFirst("^.*/topics/", "").replaceFirst("/.*$", "");
	}

	/** Adds an error to each field that lacks something. */
	void check(Errors errors) {
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
		if (this.what.equals("question") && !QuestionNumber.isOne(this.question)) {
			errors.rejectValue("question", "move.bad-question");
		}
		if (!this.twin.isEmpty() && !QuestionNumber.isOne(this.twin)) {
			errors.rejectValue("twin", "move.bad-question");
		}
		else if (joins() != null && this.where.equals("new")) {
			errors.rejectValue("twin", "move.duplicate-in-new");
		}
		if (this.what.equals("replies")) {
			try {
				if (numbers().isEmpty()) {
					errors.rejectValue("posts", "move.nothing");
				}
			}
			catch (Refused refused) {
				errors.rejectValue("posts", refused.key(), refused.arguments(), refused.key());
			}
		}
	}

	/** What it joins there, once {@link #check} has found nothing. */
	public @Nullable QuestionNumber joins() {
		return (this.what.equals("question") && QuestionNumber.isOne(this.twin)) ? QuestionNumber.of(this.twin) : null;
	}

	/** What goes, once {@link #check} has found nothing. */
	MoveSelection luggage() {
		return switch (this.what) {
			case "topic" -> MoveSelection.everything();
			case "question" -> MoveSelection.of(QuestionNumber.of(this.question));
			default -> MoveSelection.of(numbers());
		};
	}

	/** Which replies go; none where the field says something else. */
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
		return new MoveForm("replies", numbers, this.question, this.twin, this.where, this.to, this.pick, this.title,
				this.words, this.quiet);
	}

	private Set<Integer> numbers() {
		return PostNumbers.of(this.posts);
	}

	private static String stripped(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
