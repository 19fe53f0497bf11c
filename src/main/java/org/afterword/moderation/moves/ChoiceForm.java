package org.afterword.moderation.moves;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What was ticked on one page of replies. The field of numbers says what is chosen on all
 * pages; a tick that was set or removed since the page was shown changes that.
 *
 * @param post numbers that are ticked
 * @param was numbers that were ticked when the page was shown
 * @param page that was shown
 * @param turn the page to go to; empty to stay
 * @param with number of a reply that is chosen together with what answers it
 * @param go anything, to go on to the move
 */
record ChoiceForm(List<String> post, String was, String page, String turn, String with, @Nullable String go) {

	private static final String NUMBER = "[1-9][0-9]{0,8}";

	ChoiceForm {
		post = (post != null) ? post.stream().filter((one) -> one.matches(NUMBER)).toList() : List.of();
		was = (was != null) ? was : "";
		page = (page != null) ? page : "";
		turn = (turn != null) ? turn : "";
		with = (with != null) ? with : "";
	}

	SortedSet<Integer> ticked() {
		return new TreeSet<>(this.post.stream().map(Integer::valueOf).toList());
	}

	/** What is chosen, of what the field of numbers says. */
	SortedSet<Integer> chosen(SortedSet<Integer> typed) {
		var shown = PostNumbers.of(this.was);
		var chosen = new TreeSet<>(typed);
		shown.stream().filter((number) -> !ticked().contains(number)).forEach(chosen::remove);
		ticked().stream().filter((number) -> !shown.contains(number)).forEach(chosen::add);
		return chosen;
	}

	/** The page that was shown. */
	int shown() {
		return Math.max(1, number(this.page));
	}

	/** The page to show next. */
	int next() {
		return this.turn.isEmpty() ? shown() : number(this.turn);
	}

	/** 0 for none. */
	int thread() {
		return number(this.with);
	}

	private static int number(String typed) {
		return typed.matches(NUMBER) ? Integer.parseInt(typed) : 0;
	}

}
