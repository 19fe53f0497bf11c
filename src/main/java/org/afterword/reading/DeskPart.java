package org.afterword.reading;

import java.util.Locale;

/**
 * One kind of what waits for those who run topics. Each reads the same columns: id, slug,
 * title, number (of the question or post; null where there is none), words, who_name,
 * who_handle, since, tally, owner, owned_at, note.
 */
enum DeskPart {

	/** Open questions; the tally counts who has the question, too. */
	WAITING("""
			q.id, t.slug, t.title, q.number, q.text as words, coalesce(asker.display_name, asked.label) as who_name,
			asker.handle as who_handle, q.asked_at as since, v.votes as tally""", """
			from question q
			join topic t on t.id = q.topic_id and t.state = 'OPEN'
			left join placeholder asked on asked.id = q.asker_placeholder_id
			left join member asker on asker.id = coalesce(q.asker_member_id, asked.member_id)
			cross join lateral (select count(*) as votes from question_vote where question_id = q.id) v
			where q.status = 'OPEN' and q.withdrawn_at is null and q.merged_into is null
			""", "q.id"),

	/**
	 * Questions that wait for somebody who is asked to answer them; the note is to them.
	 */
	REQUESTS("""
			o.id, t.slug, t.title, q.number, q.text as words, o.name as who_name, o.handle as who_handle,
			o.asked_at as since, 0 as tally""", "null as owner, cast(null as timestamptz) as owned_at, o.note", """
			from open_request o
			join question q on q.id = o.question_id
			join topic t on t.id = o.topic_id and t.state = 'OPEN'
			where true
			""", "o.id"),

	/** Questions that replies ask. */
	PROPOSED("""
			x.id, t.slug, t.title, cast(p.number as text) as number, x.text as words,
			coalesce(m.display_name, h.label) as who_name, m.handle as who_handle, p.written_at as since, 0 as tally""",
			"""
					from proposed_question x
					join post p on p.id = x.post_id and p.state = 'PUBLISHED'
					join topic t on t.id = p.topic_id
					left join placeholder h on h.id = p.author_placeholder_id
					left join member m on m.id = coalesce(p.author_member_id, h.member_id)
					where x.state = 'OPEN'
					""", "x.id"),

	/** Held posts; the tally is the revision that was looked at. */
	HELD("""
			p.id, t.slug, t.title, null as number, p.excerpt as words, m.display_name as who_name,
			m.handle as who_handle, coalesce(p.state_at, p.written_at) as since, p.revision as tally""", """
			from post p
			join topic t on t.id = p.topic_id
			join member m on m.id = p.author_member_id
			where p.state = 'HELD' and p.state_by is null
			""", "p.id"),

	/** Open cases of flags; the tally counts who flagged. */
	FLAGS("""
			c.id, t.slug, t.title, cast(p.number as text) as number, p.excerpt as words,
			coalesce(m.display_name, h.label) as who_name, m.handle as who_handle, c.opened_at as since,
			(select count(*) from flag where case_id = c.id) as tally""",
			"case when c.owned_at > :taken then o.display_name end as owner, c.owned_at, null as note", """
					from flag_case c
					join post p on p.id = c.post_id
					join topic t on t.id = p.topic_id
					left join placeholder h on h.id = p.author_placeholder_id
					left join member m on m.id = coalesce(p.author_member_id, h.member_id)
					left join member o on o.id = c.owner_id
					where c.state = 'OPEN'
					""", "c.id"),

	/**
	 * Members who say that they are somebody known by initials, with what that one asked;
	 * the tally counts the others who say so.
	 */
	CLAIMS("""
			c.id, t.slug, t.title, (select string_agg(q.number, ', ' order by q.position) from question q
			                        where q.asker_placeholder_id = p.id) as number, p.label as words,
			m.display_name as who_name, m.handle as who_handle, c.filed_at as since,
			(select count(*) from claim o where o.placeholder_id = p.id and o.id <> c.id and o.state = 'WAITING') as tally""",
			"""
					from claim c
					join placeholder p on p.id = c.placeholder_id
					join topic t on t.id = p.topic_id
					join member m on m.id = c.member_id
					where c.state = 'WAITING'
					""", "c.id"),

	/** Sources whose addresses got lost. */
	SOURCES("""
			s.id, t.slug, t.title, cast(p.number as text) as number, s.what as words,
			coalesce(m.display_name, h.label) as who_name, m.handle as who_handle, s.announced_at as since, 0 as tally""",
			"""
					from missing_source s
					join post p on p.id = s.post_id and p.state = 'PUBLISHED'
					join topic t on t.id = s.topic_id
					left join placeholder h on h.id = p.author_placeholder_id
					left join member m on m.id = coalesce(p.author_member_id, h.member_id)
					where s.state = 'OPEN'
					""", "s.id"),

	/** Topics that are not published yet. */
	DRAFTS("""
			t.id, t.slug, t.title, null as number, t.title as words, m.display_name as who_name,
			m.handle as who_handle, t.created_at as since, 0 as tally""", """
			from topic t
			join member m on m.id = t.created_by
			where t.state = 'DRAFT'
			""", "t.id");

	final String columns;

	final String rows;

	final String id;

	DeskPart(String columns, String rows, String id) {
		this(columns, "null as owner, cast(null as timestamptz) as owned_at, null as note", rows, id);
	}

	DeskPart(String columns, String owner, String rows, String id) {
		this.columns = columns + ", " + owner;
		this.rows = rows;
		this.id = id;
	}

	/** As the addresses and the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
