package org.afterword.moderation;

import org.afterword.conversation.PostId;
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

	/**
	 * Holds where the member {@code :me} did not write the post {@code p}. Whoever wrote
	 * it learns of its flags and notes as little as any other author.
	 */
	public static final String OF_OTHERS = """
			not exists (select from post_author w where w.post_id = p.id and w.member_id = :me)
			""";

	private final JdbcClient sql;

	Staff(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Lets nobody pass who wrote the post.
	 * @param key of the sentence that tells them why
	 * @throws NotAllowed for its author, by whatever name they wrote it
	 */
	public void mustNotBeAuthor(PostId post, Viewer viewer, String key) {
		if (isAuthor(post, viewer)) {
			throw new NotAllowed("decide about one’s own post " + post, key);
		}
	}

	/** Whether this viewer wrote a post, by whatever name. */
	public boolean isAuthor(PostId post, Viewer viewer) {
		return viewer.isMember()
				&& this.sql.sql("select exists (select from post_author where post_id = ? and member_id = ?)")
					.params(post.value(), viewer.id().value())
					.query(Boolean.class)
					.single();
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
