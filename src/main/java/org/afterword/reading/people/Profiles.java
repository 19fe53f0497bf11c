package org.afterword.reading.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.afterword.conversation.PostId;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.reading.Rows;
import org.afterword.reading.people.ProfileEntry.Written;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a member says of themselves, and what they wrote. */
@Component
class Profiles {

	/** How many posts stand on a page. */
	static final int PAGE = 20;

	private final JdbcClient sql;

	Profiles(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Finds a member by a handle in an address.
	 * @throws Moved for a handle that they had before
	 * @throws Gone where they were erased
	 * @throws NotFound where nobody has it
	 */
	ProfileEntry get(Handle handle) {
		return this.sql.sql("""
				select m.id, m.handle, m.display_name, m.initials, m.organisation, m.country, m.about, m.created_at,
				       m.status
				from member m
				where m.status <> 'WAITING' and m.handle = :handle
				   or m.id = (select member_id from old_handle where handle = :handle
				              and not exists (select from member where handle = :handle))""")
			.param("handle", handle.value())
			.query((row, line) -> {
				if ("ERASED".equals(row.getString("status"))) {
					throw new Gone("member " + handle);
				}
				return new ProfileEntry(new MemberId(row.getLong("id")), new Handle(row.getString("handle")),
						row.getString("display_name"), row.getString("initials"), row.getString("organisation"),
						row.getString("country"), row.getString("about"), Rows.instant(row, "created_at"));
			})
			.optional()
			.map((member) -> {
				if (!member.handle().equals(handle)) {
					throw Moved.to("/members/" + member.handle());
				}
				return member;
			})
			.orElseThrow(() -> new NotFound("member " + handle));
	}

	/**
	 * What a member wrote, also under placeholders that they claimed, the newest first.
	 * Nothing of drafts, nothing hidden or withdrawn.
	 * @param before the last post of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	List<Written> written(MemberId member, long before) {
		var part = """
				(select p.id, p.number, p.excerpt, p.written_at, t.slug, t.title
				 from post p join topic t on t.id = p.topic_id and t.state <> 'DRAFT'
				 where %s and p.state = 'PUBLISHED' and (:before = 0 or (p.written_at, p.id) < (
				     select written_at, id from post where id = :before))
				 order by p.written_at desc, p.id desc limit :most)""";
		return this.sql.sql("""
				select w.*, array(select q.number from post_question pq join question q on q.id = pq.question_id
				                  where pq.post_id = w.id and q.withdrawn_at is null order by q.position) as questions
				from (
				""" + part.formatted("p.author_member_id = :member") + "\nunion all\n"
				+ part.formatted(
						"p.author_placeholder_id = any(array(select id from placeholder where member_id = :member))")
				+ ") w order by w.written_at desc, w.id desc limit :most")
			.param("member", member.value())
			.param("before", before)
			.param("most", PAGE + 1)
			.query((row, line) -> written(row))
			.list();
	}

	/**
	 * What names the placeholders that a member turned out to be, the newest first; at
	 * most {@value #PAGE}.
	 */
	List<Written> naming(MemberId member) {
		return this.sql.sql("""
				select p.id, p.number, p.excerpt, p.written_at, t.slug, t.title,
				       array(select q.number from post_question pq join question q on q.id = pq.question_id
				             where pq.post_id = p.id and q.withdrawn_at is null order by q.position) as questions
				from post p join topic t on t.id = p.topic_id and t.state <> 'DRAFT'
				where p.state = 'PUBLISHED' and p.id = any(array(
				    select n.post_id from mention n join placeholder h on h.id = n.placeholder_id
				    where h.member_id = :member))
				order by p.written_at desc, p.id desc limit :most""")
			.param("member", member.value())
			.param("most", PAGE)
			.query((row, line) -> written(row))
			.list();
	}

	/**
	 * What a member wrote that answers questions, also as placeholders that they turned
	 * out to be, the newest first; at most {@value #PAGE}. Each with the questions that
	 * it answers.
	 */
	List<Written> answers(MemberId member) {
		return this.sql.sql("""
				select p.id, p.number, p.excerpt, p.written_at, t.slug, t.title,
				       array_agg(q.number order by q.position) as questions
				from post p
				join topic t on t.id = p.topic_id and t.state <> 'DRAFT'
				join post_question pq on pq.post_id = p.id and pq.answer = 'CONFIRMED'
				join question q on q.id = pq.question_id and q.withdrawn_at is null
				where p.state = 'PUBLISHED' and (p.author_member_id = :member
				      or p.author_placeholder_id = any(array(select id from placeholder where member_id = :member)))
				group by p.id, t.id order by p.written_at desc, p.id desc limit :most""")
			.param("member", member.value())
			.param("most", PAGE)
			.query((row, line) -> written(row))
			.list();
	}

	private static Written written(ResultSet row) throws SQLException {
		return new Written(new PostId(row.getLong("id")), new Slug(row.getString("slug")), row.getString("title"),
				row.getInt("number"), row.getString("excerpt"), Rows.numbers(row, "questions"),
				Rows.instant(row, "written_at"));
	}

}
