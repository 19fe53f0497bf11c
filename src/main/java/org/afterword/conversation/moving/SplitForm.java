package org.afterword.conversation.moving;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.afterword.kernel.text.Filled;
import org.afterword.question.NewQuestion;
import org.afterword.question.Split;

/**
 * A question that is split in two, as it was typed.
 *
 * @param text of the old one
 * @param part text of the new one
 * @param place "below" for the next letter below it, "own" for the next number
 * @param revision of the text that was looked at
 * @param there numbers of the replies that address the new one
 * @param here numbers of the replies that still address the old one
 */
record SplitForm(
		@Filled(message = "{ask.empty}") @Size(max = NewQuestion.LONGEST, message = "{ask.too-long.form}") String text,
		@Filled(message = "{split.empty}") @Size(max = NewQuestion.LONGEST,
				message = "{ask.too-long.form}") String part,
		@Pattern(regexp = "below|own", message = "{split.no-place}") String place,
		@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{edit.bad-revision}") String revision,
		List<@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{split.bad-reply}") String> there,
		List<@Pattern(regexp = "[1-9][0-9]{0,8}", message = "{split.bad-reply}") String> here) {

	SplitForm {
		text = (text != null) ? text : "";
		part = (part != null) ? part : "";
		place = (place != null) ? place : "";
		revision = (revision != null) ? revision : "";
		there = (there != null) ? List.copyOf(there) : List.of();
		here = (here != null) ? List.copyOf(here) : List.of();
	}

	Split toSplit() {
		return new Split(this.text, this.part, this.place.equals("below"), Integer.parseInt(this.revision));
	}

	/** The replies that address the new question. */
	Set<Integer> toPart() {
		return numbers(this.there);
	}

	/** Those that address the new question and no longer the old one. */
	Set<Integer> only() {
		var only = numbers(this.there);
		only.removeAll(numbers(this.here));
		return only;
	}

	private static Set<Integer> numbers(List<String> written) {
		return written.stream().map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
	}

}
