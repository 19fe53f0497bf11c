package org.afterword.reading;

import java.util.List;
import java.util.stream.Collectors;

import org.afterword.kernel.QuestionNumber;
import org.afterword.topic.claims.Fit;

/**
 * A placeholder that a member is asked about.
 *
 * @param questions what it asked, in the order of the register
 */
public record FitEntry(Fit fit, List<QuestionNumber> questions) {

	/** How the question is worded: by initials or by a name. */
	public String known() {
		return this.fit.initials() ? "initials" : "name";
	}

	/** As they are read out: "5, 7". */
	public String numbers() {
		return this.questions.stream().map(QuestionNumber::value).collect(Collectors.joining(", "));
	}

}
