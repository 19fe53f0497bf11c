package org.afterword.moderation.hiding;

import java.util.List;
import java.util.Set;

import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.conversation.Visibility;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Act;
import org.afterword.member.Viewer;
import org.afterword.member.undo.ActFilter;
import org.afterword.member.undo.LoggedAct;
import org.afterword.member.undo.LoggedReasons;
import org.afterword.member.undo.UndoableAct;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Restores a hidden or removed post; one that was hidden when it was removed is hidden
 * again.
 */
@Component
class UndoHiding implements UndoableAct {

	private static final String OWN = "hide.own";

	private final Visibility visibility;

	private final Staff staff;

	private final LoggedReasons reasons;

	private final JdbcClient sql;

	UndoHiding(Visibility visibility, Staff staff, LoggedReasons reasons, JdbcClient sql) {
		this.visibility = visibility;
		this.staff = staff;
		this.reasons = reasons;
		this.sql = sql;
	}

	@Override
	public Set<Act> acts() {
		return Set.of(Act.HIDE, Act.REMOVE);
	}

	/** Authors cannot undo what others have decided about their posts. */
	@Override
	public @Nullable Obstacle obstacle(LoggedAct act, Viewer viewer) {
		return !viewer.is(act.done().actor()) && this.staff.isAuthor(new PostId(act.subjectId()), viewer)
				? new Obstacle(OWN, null) : null;
	}

	@Override
	public List<ActFilter> dependents(LoggedAct act) {
		return List.of(ActFilter.onSame(act, Act.HIDE, Act.REMOVE, Act.RESTORE));
	}

	@Override
	public boolean undo(LoggedAct act, @Nullable String reason, Viewer by) {
		if (obstacle(act, by) != null) {
			throw new NotAllowed("undo what was done with one’s own post", OWN);
		}
		var post = this.sql.sql("select topic_id, number from post where id = ?")
			.param(act.subjectId())
			.query((row, line) -> new Place(new TopicId(row.getLong("topic_id")), row.getInt("number")))
			.single();
		if (!this.visibility.acts(post.topic(), post.number(), by).restore()) {
			return false;
		}
		this.visibility.restore(post.topic(), post.number(), reason, null, by);
		if (PostState.HIDDEN.name().equals(act.before("state"))) {
			var hidden = this.reasons.lastBefore(act, ActFilter.onSame(act, Act.HIDE));
			this.visibility.hide(post.topic(), post.number(), hidden.orElse(""), by);
		}
		return true;
	}

	/** Where a post is now. */
	private record Place(TopicId topic, int number) {

	}

}
