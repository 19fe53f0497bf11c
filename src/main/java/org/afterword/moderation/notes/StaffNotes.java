package org.afterword.moderation.notes;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.PostId;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who run topics note for each other: about a post, read by those who run its
 * topic but never by its author; about a member, read by facilitators of the site but
 * never by that member.
 */
@Service
@Transactional
public class StaffNotes {

	/** How many stand on a page. */
	public static final int PAGE = 50;

	/** How many characters a note may have. */
	public static final int LONGEST = 2000;

	private final JdbcClient sql;

	private final TopicRoles roles;

	private final Staff staff;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StaffNotes(JdbcClient sql, TopicRoles roles, Staff staff, ApplicationEventPublisher events, Clock clock) {
		this.sql = sql;
		this.roles = roles;
		this.staff = staff;
		this.events = events;
		this.clock = clock;
	}

	/** Whether this viewer may read and write notes about a member. */
	public static boolean mayNote(MemberId member, Viewer viewer) {
		return viewer.isFacilitator() && !viewer.is(member);
	}

	/**
	 * The notes about a post, the newest first; one more than a page, where there are
	 * more.
	 * @param before only those older than this one; 0 for the newest
	 * @throws NotAllowed for those who do not run its topic, and for its author
	 */
	@Transactional(readOnly = true)
	public List<NoteView> of(TopicId topic, PostId post, long before, Viewer viewer) {
		this.roles.access(topic, viewer).mustFacilitate("read notes about a post");
		this.staff.mustNotBeAuthor(post, viewer, "notes.own");
		return read("n.post_id", post.value(), before);
	}

	/**
	 * The notes about a member, the newest first; one more than a page, where there are
	 * more.
	 * @param before only those older than this one; 0 for the newest
	 * @throws NotAllowed for those who {@link #mayNote may not}
	 */
	@Transactional(readOnly = true)
	public List<NoteView> of(MemberId member, long before, Viewer viewer) {
		mustNote(member, viewer);
		return read("n.member_id", member.value(), before);
	}

	/**
	 * Notes something about a post.
	 * @throws NotAllowed for those who do not run its topic, and for its author
	 * @throws Refused where the words are none or too many
	 */
	public void add(TopicId topic, PostId post, String words, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("note about a post");
		this.staff.mustNotBeAuthor(post, by, "notes.own");
		write("post_id", post.value(), words, by);
		this.events.publishEvent(
				new StaffAct(by.id(), Act.NOTE, Subject.POST, post.value(), topic.value(), Map.of(), Map.of()));
	}

	/**
	 * Notes something about a member.
	 * @throws NotAllowed for those who {@link #mayNote may not}
	 * @throws Refused where the words are none or too many
	 */
	public void add(MemberId member, String words, Viewer by) {
		mustNote(member, by);
		write("member_id", member.value(), words, by);
		this.events
			.publishEvent(new StaffAct(by.id(), Act.NOTE, Subject.MEMBER, member.value(), null, Map.of(), Map.of()));
	}

	private static void mustNote(MemberId member, Viewer viewer) {
		if (!mayNote(member, viewer)) {
			throw new NotAllowed("read notes about member " + member, viewer.is(member) ? "notes.own" : null);
		}
	}

	private List<NoteView> read(String about, long id, long before) {
		return this.sql
			.sql("select n.id, n.words, w.display_name as writer, n.written_at from staff_note n "
					+ "join member w on w.id = n.written_by where " + about
					+ " = :about and (:before = 0 or n.id < :before) order by n.id desc limit :most")
			.param("about", id)
			.param("before", before)
			.param("most", PAGE + 1)
			.query((row, line) -> new NoteView(row.getLong("id"), row.getString("words"), row.getString("writer"),
					row.getTimestamp("written_at").toInstant()))
			.list();
	}

	private void write(String about, long id, String words, Viewer by) {
		var text = Blank.stripped(words);
		if (text.isEmpty()) {
			throw new Refused("notes.empty").on("words");
		}
		if (text.length() > LONGEST) {
			throw new Refused("notes.too-long", text.length(), LONGEST).on("words");
		}
		this.sql.sql("insert into staff_note (" + about + ", words, written_by, written_at) values (?, ?, ?, ?)")
			.params(id, text, by.id().value(), Timestamp.from(this.clock.instant()))
			.update();
	}

}
