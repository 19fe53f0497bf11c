package org.afterword.shell;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The forum has no database, for a reason that whoever starts it can fix. */
final class DatabaseNotStarted extends RuntimeException {

	private final String remedy;

	/**
	 * @param what happened, in one sentence
	 * @param remedy what to do about it
	 */
	DatabaseNotStarted(String what, String remedy, @Nullable Throwable cause) {
		super(what, cause);
		this.remedy = remedy;
	}

	/** Prints the two sentences instead of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<DatabaseNotStarted> {

		@Override
		protected FailureAnalysis analyze(Throwable root, DatabaseNotStarted cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy, cause);
		}

	}

}
