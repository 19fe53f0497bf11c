package org.afterword.moderation.log;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.afterword.conversation.Answers;
import org.afterword.conversation.Conversations;
import org.afterword.conversation.PostId;
import org.afterword.conversation.moving.Duplicates;
import org.afterword.conversation.moving.Moving;
import org.afterword.conversation.moving.SplitQuestion;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Suspensions;
import org.afterword.member.Viewer;
import org.afterword.moderation.AuditLog;
import org.afterword.moderation.Staff;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.topic.MoveId;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.Claims;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes staff acts back, by the use cases that undo them: what was hidden is shown, what
 * was pinned unpinned, a status or a claim as it was before, a suspended member let in,
 * what moved brought back, joined questions parted, split ones joined. The log gains an
 * entry that says so, and loses none.
 */
@Service
@Transactional
public class Undo {

	private final StaffLog log;

	private final Staff staff;

	private final Conversations conversations;

	private final Answers answers;

	private final Claims claims;

	private final Suspensions suspensions;

	private final Moving moving;

	private final Duplicates duplicates;

	private final SplitQuestion splitting;

	private final LaterChanges changes;

	private final JdbcClient sql;

	private final Clock clock;

	Undo(StaffLog log, Staff staff, Conversations conversations, Answers answers, Claims claims,
			Suspensions suspensions, Moving moving, Duplicates duplicates, SplitQuestion splitting,
			LaterChanges changes, JdbcClient sql, Clock clock) {
		this.log = log;
		this.staff = staff;
		this.conversations = conversations;
		this.answers = answers;
		this.claims = claims;
		this.suspensions = suspensions;
		this.moving = moving;
		this.duplicates = duplicates;
		this.splitting = splitting;
		this.changes = changes;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Whether an act took away what this viewer wrote: what others have decided about it,
	 * others take back.
	 */
	@Transactional(readOnly = true)
	boolean isAbout(LogEntry entry, Viewer viewer) {
		return (entry.act().equals("hide") || entry.act().equals("remove")) && !viewer.is(new MemberId(entry.actorId()))
				&& this.staff.isAuthor(new PostId(entry.subjectId()), viewer);
	}

	/** Whether a claim has stood for so long that others may have relied on it. */
	boolean isTooLate(LogEntry entry) {
		return entry.act().equals("claim") && entry.at().isBefore(this.clock.instant().minus(Claims.UNDOABLE));
	}

	/**
	 * Later acts that must be taken back first, the newest first: those that changed the
	 * same thing again and still stand.
	 */
	@Transactional(readOnly = true)
	public List<LogEntry> later(LogEntry entry) {
		if (entry.act().equals("move") || entry.act().equals("merge")) {
			return this.log.of(this.changes.afterMove(entry.id(), move(entry)));
		}
		if (entry.act().equals("split")) {
			return this.log.of(this.changes.afterSplit(entry.id(), entry.subjectId(), part(entry)));
		}
		var changed = switch (entry.act()) {
			case "hide", "remove" -> "e.act in ('hide', 'remove', 'restore')";
			case "pin" -> "(e.act in ('pin', 'unpin', 'move-pin', 'unconfirm') and e.after ->> 'question' = :question"
					+ " or e.act in ('hide', 'remove'))";
			case "status" -> "e.act = 'status'";
			case "claim" -> "e.act in ('claim', 'unclaim')";
			case "join-person" -> "e.act in ('join-person', 'part-person')";
			case "suspend" -> "e.act in ('suspend', 'lift')";
			default -> "false";
		};
		return this.log.of(this.sql
			.sql("select e.id from audit_entry e where e.subject = :subject and e.subject_id = :id "
					+ "and e.id > :entry and e.undoes is null and " + changed
					+ " and not exists (select from audit_entry u where u.undoes = e.id) order by e.id desc limit 100")
			.param("subject", entry.subject().name())
			.param("id", entry.subjectId())
			.param("entry", entry.id())
			.param("question", entry.after().getOrDefault("question", ""))
			.query((row, line) -> row.getLong(1))
			.list());
	}

	/**
	 * Takes an act back.
	 * @param reason for the log; null where none is given
	 * @throws NotAllowed for the author of a post that others took from view
	 * @throws Refused where it cannot be taken back, or later acts depend on it
	 * @throws Overtaken where somebody has taken it back already
	 */
	public void undo(long id, @Nullable String reason, Viewer by) {
		// Two who undo the same act line up here.
		this.sql.sql("select pg_advisory_xact_lock(hashtext('audit.undo'))").query((row) -> {
		});
		var entry = this.log.get(id, by);
		if (entry.undone() != null) {
			var undoing = this.log.of(List.of(entry.undone())).getFirst();
			throw new Conflict("audit.undone-by", undoing.actor().name(), undoing.at()).at("/moderation/log/" + id)
				.byOneself(by.is(new MemberId(undoing.actorId())));
		}
		if (!entry.isOpen()) {
			throw new Refused("audit.not-open");
		}
		if (isAbout(entry, by)) {
			throw new NotAllowed("take back what was done with one’s own post", "hide.own");
		}
		if (!later(entry).isEmpty()) {
			throw new Refused("audit.later-first");
		}
		var done = ScopedValue.where(AuditLog.UNDONE, id).call(() -> undo(entry, reason, by));
		if (!done) {
			throw new Refused("audit.gone");
		}
	}

	/**
	 * Whether a topic that was opened for a move stands although that was taken back:
	 * somebody has written there since.
	 */
	@Transactional(readOnly = true)
	boolean leavesTopic(long id) {
		return this.sql.sql("""
				select exists (select from audit_entry e
				join move m on e.act = 'move' and m.id = cast(e.after ->> 'move' as bigint)
				join topic t on t.id = m.to_topic
				where e.id = ? and m.opened and t.state <> 'MERGED')""").param(id).query(Boolean.class).single();
	}

	private boolean undo(LogEntry entry, @Nullable String reason, Viewer by) {
		return switch (entry.act()) {
			case "hide", "remove" -> show(entry, reason, by);
			case "pin" -> unpin(entry, by);
			case "status" -> ruleAgain(entry, by);
			case "claim" -> this.claims.undo(new PlaceholderId(entry.subjectId()),
					new MemberId(Long.parseLong(Objects.requireNonNull(entry.after().get("member")))), by);
			case "move", "merge" -> this.moving.back(move(entry), reason, by);
			case "join" ->
				this.duplicates.part(topic(entry), QuestionNumber.of(Objects.requireNonNull(entry.name())), by);
			case "split" ->
				this.splitting.undo(topic(entry), new QuestionId(entry.subjectId()), new QuestionId(part(entry)), by);
			case "join-person" -> this.claims.part(new PlaceholderId(entry.subjectId()),
					new PlaceholderId(Long.parseLong(Objects.requireNonNull(entry.after().get("with")))), by);
			case "suspend" -> this.suspensions.lift(new MemberId(entry.subjectId()), by);
			default -> throw new IllegalArgumentException(entry.act());
		};
	}

	/** What was removed while it was hidden is hidden again. */
	private boolean show(LogEntry entry, @Nullable String reason, Viewer by) {
		var number = number(entry);
		var acts = this.conversations.acts(topic(entry), number, by);
		if (!acts.restore()) {
			return false;
		}
		this.conversations.restore(topic(entry), number, reason, null, by);
		if ("HIDDEN".equals(entry.before().get("state"))) {
			this.conversations.hide(topic(entry), number, earlierReason(entry, "e.act = 'hide'").orElse(""), by);
		}
		return true;
	}

	private boolean unpin(LogEntry entry, Viewer by) {
		var question = question(Long.parseLong(entry.after().getOrDefault("question", "0")));
		if (question.isEmpty()) {
			return false;
		}
		if ("CONFIRMED".equals(entry.before().get("answer"))) {
			return this.answers.unpin(topic(entry), question.get(), number(entry), by);
		}
		// The pin had confirmed it, too.
		this.answers.unconfirm(topic(entry), question.get(), number(entry), by);
		return true;
	}

	private boolean ruleAgain(LogEntry entry, Viewer by) {
		var question = question(entry.subjectId());
		question.ifPresent((number) -> this.answers.rule(topic(entry), number, ruling(entry), by));
		return question.isPresent();
	}

	/** What was said of a question before. */
	private StatusOverride ruling(LogEntry entry) {
		var before = entry.before();
		var status = ruled(before);
		var live = Boolean.parseBoolean(before.get("live")) || status == QuestionStatus.ANSWERED_LIVE
				? new StatusOverride(QuestionStatus.ANSWERED_LIVE, before.get("recording")) : null;
		if (live != null && (status == null || status == QuestionStatus.ANSWERED_LIVE)) {
			return live;
		}
		var reason = (status == QuestionStatus.DISMISSED)
				? earlierReason(entry, "e.act = 'status' and e.after ->> 'status' = 'DISMISSED'").orElse(null) : null;
		return new StatusOverride(status, reason, live);
	}

	/** Older entries say only that somebody had set it, and how it stood. */
	private static @Nullable QuestionStatus ruled(Map<String, String> before) {
		var ruling = before.getOrDefault("ruling",
				Boolean.parseBoolean(before.get("ruled")) ? before.getOrDefault("status", "OPEN") : "null");
		return ruling.equals("null") ? null : QuestionStatus.valueOf(ruling);
	}

	/** The reason that stood before: words stand apart from the log. */
	private Optional<String> earlierReason(LogEntry entry, String kind) {
		return this.sql
			.sql("select r.words from audit_entry e join staff_reason r on r.id = e.reason_id where e.subject = ? "
					+ "and e.subject_id = ? and e.id < ? and " + kind + " order by e.id desc limit 1")
			.params(entry.subject().name(), entry.subjectId(), entry.id())
			.query(String.class)
			.optional();
	}

	private Optional<QuestionNumber> question(long id) {
		return this.sql.sql("select number from question where id = ? and withdrawn_at is null and merged_into is null")
			.param(id)
			.query(String.class)
			.optional()
			.map(QuestionNumber::of);
	}

	/** The question that was split off, wherever it stands now. */
	private long part(LogEntry entry) {
		return this.sql.sql("""
				select id from question where topic_id = :topic and number = :number
				union select question_id from question_redirect where topic_id = :topic and number = :number""")
			.param("topic", Objects.requireNonNull(entry.topic()).value())
			.param("number", entry.after().get("part"))
			.query((row, line) -> row.getLong(1))
			.single();
	}

	private static MoveId move(LogEntry entry) {
		return new MoveId(Long.parseLong(Objects.requireNonNull(entry.after().get("move"))));
	}

	/** Where the thing stands now: it may have moved since. */
	private TopicId topic(LogEntry entry) {
		var table = switch (entry.subject()) {
			case POST -> "post";
			case QUESTION -> "question";
			case PLACEHOLDER -> "placeholder";
			default -> null;
		};
		return (table == null) ? Objects.requireNonNull(entry.topic())
				: new TopicId(this.sql.sql("select topic_id from " + table + " where id = ?")
					.param(entry.subjectId())
					.query(Long.class)
					.single());
	}

	private static int number(LogEntry entry) {
		return Integer.parseInt(Objects.requireNonNull(entry.name()));
	}

}
