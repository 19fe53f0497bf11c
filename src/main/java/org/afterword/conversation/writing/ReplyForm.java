package org.afterword.conversation.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.conversation.Post;
import org.afterword.conversation.PostLinks;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Preview;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.questions.Salutations;
import org.afterword.kernel.text.Blank;
import org.afterword.kernel.text.Filled;
import org.afterword.question.NewQuestion;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

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
 * @param noticed anything, where the preview had noticed sources without an address
 * @param ask anything, where they become missing sources
 * @param key one-time key of this form
 * @param question number of the question on whose page it was begun
 * @param draft the revision of the draft that it has shown
 * @param asks anything, where it asks a new question
 * @param newQuestion the text of that question
 * @param links keys of the links whose questions the preview has asked for
 * @param serves what was left ticked there: "key-number"
 */
public record ReplyForm(
		@Filled(message = "{reply.empty}") @Size(max = Reply.LONGEST, message = "{reply.too-long.form}") String body,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> questions,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> answers,
		@Nullable String offer,
		List<@Pattern(regexp = QuestionNumber.FORM, message = "{reply.bad-question}") String> seen, List<String> named,
		List<String> mentions, @Nullable String noticed, @Nullable String ask,
		@Pattern(regexp = "[1-9][0-9]{0,8}|", message = "{reply.bad-post}") @Nullable String to,
		@Pattern(regexp = ReplyForm.KEY, message = "{reply.bad-key}") String key, @Nullable String question,
		@Nullable String draft, @Nullable String asks,
		@Size(max = NewQuestion.LONGEST, message = "{propose.too-long}") String newQuestion, List<String> links,
		List<String> serves) implements DraftForm {

	static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	public ReplyForm {
		body = (body != null) ? WebAddress.cleaned(body) : "";
		questions = (questions != null) ? List.copyOf(questions) : List.of();
		answers = (answers != null) ? List.copyOf(answers) : List.of();
		seen = (seen != null) ? List.copyOf(seen) : List.of();
		named = (named != null) ? List.copyOf(named) : List.of();
		mentions = (mentions != null) ? List.copyOf(mentions) : List.of();
		key = (key != null) ? key : UUID.randomUUID().toString();
		newQuestion = (newQuestion != null) ? WebAddress.cleaned(newQuestion) : "";
		links = (links != null) ? List.copyOf(links) : List.of();
		serves = (serves != null) ? List.copyOf(serves) : List.of();
	}

	/** An empty form, with these questions ticked. */
	public static ReplyForm blank(List<String> questions) {
		return prefilled("", questions, false, null);
	}

	/** A form in which somebody begins to write. */
	public static ReplyForm prefilled(String body, List<String> questions, boolean offer, @Nullable String to) {
		return new ReplyForm(body, questions, List.of(), offer ? "on" : null, List.of(), List.of(), List.of(), null,
				null, to, UUID.randomUUID().toString(), questions.isEmpty() ? null : questions.getFirst(), null, null,
				"", List.of(), List.of());
	}

	/** The form of a draft. */
	public static ReplyForm of(Draft draft) {
		return of(draft.body(), draft.form(), draft.copy() ? "" : Long.toString(draft.revision()));
	}

	/** A form as its fields were typed. */
	public static ReplyForm of(String body, Map<String, List<String>> fields, String draft) {
		return new ReplyForm(body, all(fields, "questions"), all(fields, "answers"),
				all(fields, "offer").isEmpty() ? null : "on", all(fields, "seen"), all(fields, "named"),
				all(fields, "mentions"), all(fields, "noticed").isEmpty() ? null : "on",
				all(fields, "ask").isEmpty() ? null : "on", first(fields, "to"), key(fields), first(fields, "question"),
				draft, all(fields, "asks").isEmpty() ? null : "on", first(fields, "newQuestion"), all(fields, "links"),
				all(fields, "serves"));
	}

	static String first(Map<String, List<String>> fields, String name) {
		var values = all(fields, name);
		return values.isEmpty() ? "" : values.getFirst();
	}

	static String key(Map<String, List<String>> fields) {
		return all(fields, "key").isEmpty() ? UUID.randomUUID().toString() : first(fields, "key");
	}

	private static List<String> all(Map<String, List<String>> fields, String name) {
		return fields.getOrDefault(name, List.of());
	}

	/** The same text, and what a link that leads to the form asks for besides. */
	ReplyForm and(ReplyForm asked) {
		var quote = Post.plain(asked.body);
		var both = (quote.isBlank() || this.body.contains(quote.strip())) ? this.body
				: this.body.stripTrailing() + "\n\n" + quote;
		var ticked = new TreeSet<>(this.questions);
		ticked.addAll(asked.questions);
		return new ReplyForm(both, List.copyOf(ticked), this.answers, (asked.offer != null) ? asked.offer : this.offer,
				this.seen, this.named, this.mentions, this.noticed, this.ask, this.to, this.key, this.question,
				this.draft, this.asks, this.newQuestion, this.links, this.serves);
	}

	/** Where in its topic it is written. */
	public Place place() {
		return Place.reply(isNumber(this.to) ? Integer.valueOf(this.to) : null,
				(this.question != null && QuestionNumber.isOne(this.question)) ? QuestionNumber.of(this.question)
						: null);
	}

	@Override
	public Map<String, List<String>> fields() {
		var fields = new LinkedHashMap<String, List<String>>();
		fields.put("questions", this.questions);
		fields.put("answers", this.answers);
		fields.put("offer", (this.offer != null) ? List.of("on") : List.of());
		fields.put("seen", this.seen);
		fields.put("named", this.named);
		fields.put("mentions", this.mentions);
		fields.put("noticed", (this.noticed != null) ? List.of("on") : List.of());
		fields.put("ask", (this.ask != null) ? List.of("on") : List.of());
		fields.put("to", (this.to != null) ? List.of(this.to) : List.of());
		fields.put("key", List.of(this.key));
		fields.put("asks", (this.asks != null) ? List.of("on") : List.of());
		fields.put("newQuestion", Blank.is(this.newQuestion) ? List.of() : List.of(this.newQuestion));
		fields.put("question", (this.question != null) ? List.of(this.question) : List.of());
		fields.put("links", this.links);
		fields.put("serves", this.serves);
		return fields;
	}

	/** The fields that mean the same in another topic: the question that it asks. */
	Map<String, List<String>> newWords() {
		var fields = fields();
		fields.keySet().retainAll(Set.of("asks", "newQuestion"));
		return fields;
	}

	@Override
	public long known() {
		return known(this.draft);
	}

	static long known(@Nullable String draft) {
		return (draft != null && draft.matches("[0-9]{1,18}")) ? Long.parseLong(draft) : 0;
	}

	/** What it says, to tell it from the same form with another text. */
	String says() {
		return String.join("\n", Post.plain(this.body), fields().toString());
	}

	static boolean isNumber(@Nullable String typed) {
		return typed != null && typed.matches("[1-9][0-9]{0,8}");
	}

	/**
	 * Refuses to ask a question without a text, and to lose the text of one that was
	 * typed without a tick.
	 */
	void check(Errors errors) {
		if (this.asks != null && Blank.is(this.newQuestion)) {
			errors.rejectValue("newQuestion", "propose.empty");
		}
		if (this.asks == null && !Blank.is(this.newQuestion)) {
			errors.rejectValue("newQuestion", "propose.not-ticked");
		}
	}

	/** The same text, with what a preview has found ticked and known. */
	ReplyForm seen(Preview preview) {
		var ticked = preview.questions().stream().map((question) -> question.number().value()).toList();
		var answering = preview.questions()
			.stream()
			.filter(Preview.Proposed::answers)
			.map((question) -> question.number().value())
			.toList();
		var known = new TreeSet<>(this.seen);
		preview.questions()
			.stream()
			.filter(Preview.Proposed::recognised)
			.forEach((question) -> known.add(question.number().value()));
		var named = preview.mentions().stream().map(Preview.Named::name).toList();
		var mentions = preview.mentions().stream().filter(Preview.Named::ticked).map(Preview.Named::name).toList();
		return new ReplyForm(words(), ticked, answering, this.offer, List.copyOf(known), named, mentions,
				preview.announced().isEmpty() ? null : "on", preview.offer() ? "on" : null, this.to, this.key,
				this.question, this.draft, this.asks, this.newQuestion,
				preview.served().stream().map(Preview.Served::key).toList(),
				preview.served()
					.stream()
					.flatMap((link) -> link.questions().stream().map((number) -> PostLinks.tick(link.key(), number)))
					.toList());
	}

	/** The same with another text. */
	ReplyForm saying(String words) {
		return new ReplyForm(words, this.questions, this.answers, this.offer, this.seen, this.named, this.mentions,
				this.noticed, this.ask, this.to, this.key, this.question, this.draft, this.asks, this.newQuestion,
				this.links, this.serves);
	}

	/**
	 * What was typed, with an @ before the names that a preview has proposed and that
	 * were ticked there: those that it had not recognised.
	 */
	private String words() {
		var called = this.mentions.stream().filter((name) -> !this.named.contains(name)).toList();
		return called.isEmpty() ? this.body : Salutations.mentioning(this.body, called);
	}

	Reply toReply() {
		return new Reply(words(), (this.to != null && !this.to.isEmpty()) ? Integer.valueOf(this.to) : null,
				numbers(this.questions), numbers(this.answers), this.offer != null, numbers(this.seen),
				this.named.stream().filter((name) -> !this.mentions.contains(name)).collect(Collectors.toSet()),
				this.noticed == null || this.ask != null, (this.asks != null) ? this.newQuestion : null,
				PostLinks.ticked(this.links, this.serves));
	}

	private static Set<QuestionNumber> numbers(List<String> written) {
		var numbers = new TreeSet<QuestionNumber>();
		written.forEach((one) -> numbers.add(QuestionNumber.of(one)));
		return numbers;
	}

}
