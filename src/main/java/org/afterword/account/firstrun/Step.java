package org.afterword.account.firstrun;

import org.jspecify.annotations.Nullable;

/**
 * One step of the first run, as far as it has come.
 *
 * @param answer empty while there is none
 * @param machine whether the environment of the server sets it
 * @param outcome a sentence: whether the answer works; null while there is none
 * @param works false where something needs attention; one may go on all the same
 */
record Step(FirstStep kind, String answer, boolean machine, @Nullable String outcome, boolean works) {

	static Step open(FirstStep kind) {
		return new Step(kind, "", false, null, true);
	}

	public boolean isDone() {
		return this.outcome != null;
	}

	public String getWord() {
		return this.kind.word();
	}

}
