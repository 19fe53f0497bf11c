package org.afterword.imports.exports;

import java.util.List;

/**
 * One question or message of an export.
 *
 * @param number as the export counts it; may be empty
 * @param asker a name; empty where nobody is named
 * @param email of the asker, for claims only; may be empty
 * @param answers written in the webinar; none of them private
 * @param time as the export has it, a minute or a date; may be empty
 * @param votes in the webinar
 * @param doubtful whether its row has more cells than the table has columns
 */
public record Entry(String number, String asker, String email, String text, List<Answer> answers, State state,
		String time, int votes, boolean doubtful) {

	public Entry {
		answers = List.copyOf(answers);
	}

	/** A message of a chat. */
	static Entry message(String asker, String text, State state, String time) {
		return new Entry("", asker, "", text, List.of(), state, time, 0, false);
	}

	Entry with(List<Answer> answers, State state) {
		return new Entry(this.number, this.asker, this.email, this.text, answers, state, this.time, this.votes,
				this.doubtful);
	}

	/**
	 * An answer in words.
	 *
	 * @param by its author; may be empty
	 */
	public record Answer(String by, String text) {

	}

	/** What happened to the question in the webinar. */
	public enum State {

		OPEN, ANSWERED, ANSWERED_LIVE,

		/** Only the asker saw the answer. */
		ANSWERED_PRIVATELY, DISMISSED,

		/** Only the hosts and panelists saw it. */
		TO_PANEL

	}

}
