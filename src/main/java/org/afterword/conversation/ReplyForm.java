package org.afterword.conversation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it was typed.
 *
 * @param body Markdown
 * @param questions numbers that were ticked
 * @param answers numbers among them that it answers
 * @param offer anything, where it answers all that it addresses
 * @param seen numbers that the preview had recognised
 * @param named names, in lower case, that the preview had recognised
 * @param mentions those of them that stayed ticked
 * @param to number of the post that it replies to
 * @param key one-time key of this form
 */
public record ReplyForm(
		@NotBlank(message = "{reply.empty}") @Size(max = Reply.LONGEST, message = "{reply.too-long.form}") String body,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> questions,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> answers,
		@Nullable String offer,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> seen, List<String> named,
		List<String> mentions, @Pattern(regexp = "[1-9][0-9]{0,8}|", message = "{reply.bad-post}") @Nullable String to,
		@Pattern(regexp = ReplyForm.KEY, message = "{reply.bad-key}") String key) {

	static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	public ReplyForm {
		body = (body != null) ? body : "";
		questions = (questions != null) ? List.copyOf(questions) : List.of();
		answers = (answers != null) ? List.copyOf(answers) : List.of();
		seen = (seen != null) ? List.copyOf(seen) : List.of();
		named = (named != null) ? List.copyOf(named) : List.of();
		mentions = (mentions != null) ? List.copyOf(mentions) : List.of();
		key = (key != null) ? key : UUID.randomUUID().toString();
	}

	/** An empty form, with these questions ticked. */
	public static ReplyForm blank(List<String> questions) {
		return prefilled("", questions, false, null);
	}

	/** A form in which somebody begins to write. */
	public static ReplyForm prefilled(String body, List<String> questions, boolean offer, @Nullable String to) {
		return new ReplyForm(body, questions, List.of(), offer ? "on" : null, List.of(), List.of(), List.of(), to,
				UUID.randomUUID().toString());
	}

	/** The same words, with what a preview has found ticked and known. */
	ReplyForm seen(Preview preview) {
		var ticked = preview.ties().stream().map((tie) -> tie.number().value()).toList();
		var answering = preview.ties()
			.stream()
			.filter(Preview.Proposed::answers)
			.map((tie) -> tie.number().value())
			.toList();
		var known = new TreeSet<>(this.seen);
		preview.ties().stream().filter(Preview.Proposed::recognised).forEach((tie) -> known.add(tie.number().value()));
		var named = preview.mentions().stream().map(Preview.Named::name).toList();
		var mentions = preview.mentions().stream().filter(Preview.Named::ticked).map(Preview.Named::name).toList();
		return new ReplyForm(this.body, ticked, answering, this.offer, List.copyOf(known), named, mentions, this.to,
				this.key);
	}

	Reply toReply() {
		return new Reply(this.body, (this.to != null && !this.to.isEmpty()) ? Integer.valueOf(this.to) : null,
				numbers(this.questions), numbers(this.answers), this.offer != null, numbers(this.seen),
				this.named.stream().filter((name) -> !this.mentions.contains(name)).collect(Collectors.toSet()));
	}

	private static Set<QuestionNumber> numbers(List<String> written) {
		var numbers = new TreeSet<QuestionNumber>();
		written.forEach((one) -> numbers.add(QuestionNumber.of(one)));
		return numbers;
	}

}
