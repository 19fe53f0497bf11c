package org.afterword.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;
import org.afterword.member.UsualLanguage;

import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Flags, notes and the log, and what of them says who somebody was. */
@Component
class ModerationPersonalData implements PersonalData {

	private final JdbcClient sql;

	private final MessageSource messages;

	private final UsualLanguage languages;

	private final Clock clock;

	ModerationPersonalData(JdbcClient sql, MessageSource messages, UsualLanguage languages, Clock clock) {
		this.sql = sql;
		this.messages = messages;
		this.languages = languages;
		this.clock = clock;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("flags", List.of("flag.member_id"), """
				select f.reason, f.flagged_at as at, lower(c.state) as state, c.outcome,
				       '/topics/' || t.slug || '/posts/' || p.number as address
				from flag f join flag_case c on c.id = f.case_id join post p on p.id = c.post_id
				     join topic t on t.id = p.topic_id
				where f.member_id = :member order by f.flagged_at"""), new Kept("assignments",
				List.of("assignment.member_id"),
				"""
						select lower(section) as subject, assigned_at as at from assignment where member_id = :member order by assigned_at"""),
				new Kept("notes", List.of("staff_note.written_by"), """
						select words, written_at as at from staff_note where written_by = :member order by id"""),
				new Kept("acts", List.of("audit_entry.actor_id"), """
						select e.act, lower(e.subject) as subject, r.words as reason, e.done_at as at
						from audit_entry e left join staff_reason r on r.id = e.reason_id
						where e.actor_id = :member order by e.id"""), new Kept("acts-on-you", List.of(), """
						select e.act, lower(e.subject) as subject, r.words as reason, e.done_at as at
						from audit_entry e left join staff_reason r on r.id = e.reason_id
						where e.act not in (%s) and (
						      e.subject = 'MEMBER' and e.subject_id = :member
						   or e.subject = 'POST' and e.subject_id in (
						      select post_id from post_author where member_id = :member)
						   or e.subject = 'PLACEHOLDER' and e.subject_id in (
						      select id from placeholder where member_id = :member)
						   or e.act in (%s) and cast(e.after ->> 'move' as bigint) in (
						      select m.move_id from moved_post m join post p on p.id = m.post_id
						      where p.author_member_id = :member))
						order by e.id""".formatted(AuditLog.CONFIDENTIAL, AuditLog.MOVES)),
				// Only when, and about what: the words name others, so that a person has
				// to decide whether to hand them over.
				new Kept("notes-about-you", List.of("staff_note.member_id"), """
						select case when n.post_id is null then 'member' else 'post' end as subject, n.written_at as at,
						       '/topics/' || t.slug || '/posts/' || p.number as address
						from staff_note n left join post p on p.id = n.post_id left join topic t on t.id = p.topic_id
						where n.member_id = :member
						   or n.post_id in (select post_id from post_author where member_id = :member)
						order by n.id"""));
	}

	/**
	 * The log stays as it is: it holds numbers. The words beside it are blanked where
	 * they are about this member or their posts, and where they name them.
	 */
	@EventListener
	void on(MemberErased event) {
		var member = event.member().value();
		this.sql.sql("delete from staff_note where member_id = ?").param(member).update();
		this.sql.sql("""
				update staff_reason set words = :name where id in (
				    select reason_id from audit_entry
				    where subject = 'MEMBER' and subject_id = :member
				       or subject = 'POST' and subject_id in (select id from post where author_member_id = :member))""")
			.param("name", event.name())
			.param("member", member)
			.update();
		for (var name : event.names()) {
			for (var words : List.of("staff_reason.words", "staff_note.words", "flag.reason", "flag_case.outcome")) {
				var place = words.split("\\.", 2);
				this.sql.sql("update %1$s set %2$s = :name where %2$s ~* :known".formatted(place[0], place[1]))
					.param("name", event.name())
					.param("known", MemberErased.asWords(name))
					.update();
			}
		}
		if (event.words()) {
			this.sql.sql("update flag set reason = ? where member_id = ?").params(event.name(), member).update();
		}
		event.names().stream().filter((name) -> name.contains(" ")).forEach((name) -> flag(name, event));
	}

	/**
	 * Where others wrote the whole name out it stays, and waits among the flags for
	 * somebody who decides.
	 */
	private void flag(String name, MemberErased event) {
		var posts = this.sql.sql("""
				select id from post
				where state = 'PUBLISHED' and body_markdown ~* :name and author_member_id is distinct from :member
				order by id""")
			.param("name", MemberErased.asWords(name))
			.param("member", event.member().value())
			.query((row, line) -> row.getLong("id"))
			.list();
		for (var post : posts) {
			var now = Timestamp.from(this.clock.instant());
			this.sql.sql("insert into flag_case (post_id, opened_at) values (?, ?) on conflict do nothing")
				.params(post, now)
				.update();
			this.sql.sql("""
					insert into flag (case_id, member_id, reason, flagged_at)
					select id, ?, ?, ? from flag_case where post_id = ? and state = 'OPEN' on conflict do nothing""")
				.params(event.member().value(),
						this.messages.getMessage("flag.name-of-former", new Object[] { event.name() },
								this.languages.usualLanguage()),
						now, post)
				.update();
		}
	}

}
