package org.afterword.moderation;

import org.afterword.kernel.NotAllowed;
import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who moderates what: facilitators of the site everything, others the topics they run.
 */
@Component
public class Staff {

	/**
	 * Holds for a topic {@code t} that the member {@code :me} runs, or where {@code :all}
	 * is true.
	 */
	public static final String THEIRS = """
			(:all or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = :me))
			""";

	private final JdbcClient sql;

	Staff(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Lets only those pass who run at least one topic.
	 * @throws NotAllowed for everybody else
	 */
	public void mustModerate(Viewer viewer) {
		if (!viewer.isFacilitator() && !(viewer.isMember() && runsATopic(viewer))) {
			throw new NotAllowed("moderate");
		}
	}

	private boolean runsATopic(Viewer viewer) {
		return this.sql.sql("select exists (select from runs_topic where member_id = ?)")
			.param(viewer.id().value())
			.query(Boolean.class)
			.single();
	}

}
