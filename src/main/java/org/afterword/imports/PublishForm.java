package org.afterword.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.member.submission.Submissions;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Checks the form of a new topic and publishes it, once. */
@Component
class PublishForm {

	private final ImportWebinar imports;

	private final Submissions submissions;

	private final Clock clock;

	PublishForm(ImportWebinar imports, Submissions submissions, Clock clock) {
		this.imports = imports;
		this.submissions = submissions;
		this.clock = clock;
	}

	/** Names everything that must be corrected before the topic can be published. */
	void check(TopicForm form, List<Row> rows, Publication how, Errors errors) {
		form.check(errors, how.withList(), LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
		if (!how.withList()) {
			return;
		}
		RowChecks.problem(rows)
			.ifPresent((problem) -> errors.reject(problem.messageKey(), problem.arguments().toArray(),
					problem.messageKey()));
		if (rows.stream().anyMatch(Row::isRefused)) {
			errors.reject("import.refused");
		}
		if (!form.options().publishAddresses() && form.hasAddresses()) {
			errors.reject("import.addresses.refused");
		}
	}

	/**
	 * Publishes a topic, unless this form was sent before.
	 * @return the address of the topic
	 * @see ImportWebinar#publish
	 */
	String publish(Viewer by, TopicForm form, List<Row> rows, Publication how) {
		var plan = form.details().toTopic(how.draft());
		return this.submissions.once(by.id(), form.key(), () -> "/topics/"
				+ this.imports.publish(by, plan, form.introduction(), form.list(), rows, form.options()).slug());
	}

}
