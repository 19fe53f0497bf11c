package org.afterword.demo;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One post of a sample topic. Number 1 is the opening. {@code answers} are the questions
 * it is offered to as an answer, {@code confirmed} those of them where that was
 * confirmed.
 */
record SamplePost(int number, String author, Instant at, @Nullable Integer inReplyTo, List<String> questions,
		List<String> answers, List<String> confirmed, List<Pin> pins, @Nullable String hiddenReason, boolean withdrawn,
		String words) {

	SamplePost {
		SamplePart.check(!words.isBlank(), "post %s says nothing".formatted(number));
		SamplePart.check(inReplyTo == null || (0 < inReplyTo && inReplyTo < number),
				"post %s replies to post %s".formatted(number, inReplyTo));
		SamplePart.check(questions.containsAll(answers),
				"post %s answers a question that it does not address".formatted(number));
		SamplePart.check(answers.containsAll(confirmed),
				"post %s: confirmed, but never offered as an answer".formatted(number));
		SamplePart.check(pins.stream().allMatch((pin) -> questions.contains(pin.question())),
				"post %s is pinned to a question that it does not address".formatted(number));
	}

	static SamplePost opening(String author, Instant at, String words) {
		return new SamplePost(1, author, at, null, List.of(), List.of(), List.of(), List.of(), null, false, words);
	}

	static SamplePost of(SamplePart part) {
		part.allow("author", "at", "in reply to", "questions", "answers", "confirmed", "pin", "hidden", "withdrawn");
		var inReplyTo = part.find("in reply to");
		return new SamplePost(Integer.parseInt(part.numbered("post")), part.get("author"), part.instant("at"),
				(inReplyTo != null) ? Integer.valueOf(inReplyTo) : null, part.list("questions"), part.list("answers"),
				part.list("confirmed"), part.all("pin").stream().map(Pin::of).toList(), part.find("hidden"),
				"yes".equals(part.find("withdrawn")), part.words());
	}

	/**
	 * Shown first under its question, at this place from 1, with the facilitator's note.
	 */
	record Pin(String question, int rank, String note) {

		/** Reads {@code 5 2 case from the coast}: question, rank, note. */
		static Pin of(String line) {
			var words = line.split(" ", 3);
			SamplePart.check(words.length == 3, "a pin needs a question, a rank and a note, not “%s”".formatted(line));
			return new Pin(words[0], Integer.parseInt(words[1]), words[2]);
		}

	}

}
