package org.afterword.reading.desk;

import java.util.Arrays;
import java.util.Locale;

import org.afterword.moderation.Staff;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * One kind of what waits for those who run topics, in the order of the desk: people who
 * wait for somebody come first. Each reads the same columns: id, slug, title, number (of
 * the question or post; null where there is none), words, who_name, who_handle, since,
 * tally, note. What has become of one of them since reads as who, at and said (the words
 * of an answer, or null).
 */
public enum DeskPart {

	/**
	 * Held posts of others; the tally is the revision that was looked at, the note a new
	 * question that it asks.
	 */
	HELD("""
			p.id, t.slug, t.title, null as number, p.excerpt as words, m.display_name as who_name,
			m.handle as who_handle, p.revision as tally,
			(select x.text from proposed_question x where x.post_id = p.id and x.state = 'OPEN') as note""", """
			from post p
			join topic t on t.id = p.topic_id
			join member m on m.id = p.author_member_id
			""", "p.state = 'HELD' and p.state_by is null and p.author_member_id <> :me",
			"coalesce(p.state_at, p.written_at)", "p.id", """
					from post p
					join topic t on t.id = p.topic_id
					join lateral (%s) became on true
					where p.id = :id
					""".formatted(Sql.dealtWith("p.state_by", "p.state_at"))),

	/**
	 * Members who say that they are somebody known by initials, with what that one asked;
	 * the tally counts the others who say so. Whoever says so too does not decide, unless
	 * nobody else can.
	 */
	CLAIMS("""
			c.id, t.slug, t.title, (select string_agg(number_in(t.id, q.id), ', ' order by q.position)
			                        from question q
			                        where q.asker_placeholder_id = p.id) as number, p.label as words,
			m.display_name as who_name, m.handle as who_handle,
			(select count(*) from claim o where o.placeholder_id = p.id and o.id <> c.id and o.state = 'WAITING') as tally,
			null as note""",
			"""
					from claim c
					join placeholder p on p.id = c.placeholder_id
					join topic t on t.id = p.topic_id
					join member m on m.id = c.member_id
					""", "c.state = 'WAITING' and (not claims_to_be(:me, p.id) or not others_run(t.id, :me))",
			"c.filed_at", "c.id",
			"""
					from claim c
					join placeholder p on p.id = c.placeholder_id
					join topic t on t.id = p.topic_id
					join lateral (%s) became on true
					where c.id = :id
					""".formatted(
					Sql.dealtWith("coalesce(c.undone_by, c.decided_by)", "coalesce(c.undone_at, c.decided_at)"))),

	/**
	 * Open cases of flags that others raised of others’ posts; the note says why, the
	 * name is of those who flagged first, and the tally counts all of them.
	 */
	FLAGS("""
			c.id, t.slug, t.title, cast(p.number as text) as number, p.excerpt as words,
			(select string_agg(name, ' · ' order by flagged_at, id)
			 from (select m.display_name as name, f.flagged_at, m.id from flag f join member m on m.id = f.member_id
			       where f.case_id = c.id order by f.flagged_at, m.id limit 3) those) as who_name,
			null as who_handle,
			(select count(*) from flag where case_id = c.id) as tally,
			(select string_agg(case when length(reason) > 90 then left(reason, 89) || '…' else reason end, ' · ' order by at)
			 from (select reason, min(flagged_at) as at from flag where case_id = c.id
			       group by reason order by at limit 3) why) as note""",
			"""
					from flag_case c
					join post p on p.id = c.post_id
					join topic t on t.id = p.topic_id
					""",
			"c.state = 'OPEN' and not exists (select from flag f where f.case_id = c.id and f.member_id = :me) and "
					+ Staff.OF_OTHERS,
			"c.opened_at", "c.id", """
					from flag_case c
					join post p on p.id = c.post_id
					join topic t on t.id = p.topic_id
					join lateral (%s) became on true
					where c.id = :id
					""".formatted(Sql.dealtWith("c.closed_by", "c.closed_at"))),

	/** Questions that replies ask. */
	PROPOSED("""
			x.id, t.slug, t.title, cast(p.number as text) as number, x.text as words,
			author.name as who_name, author.handle as who_handle, 0 as tally,
			null as note""", """
			from proposed_question x
			join post p on p.id = x.post_id and p.state = 'PUBLISHED'
			join topic t on t.id = p.topic_id
			%s
			""".formatted(Sql.WRITER), "x.state = 'OPEN'", "p.written_at", "x.id", """
			from proposed_question x
			join post p on p.id = x.post_id
			join topic t on t.id = p.topic_id
			join lateral (%s) became on true
			where x.id = :id
			""".formatted(Sql.dealtWith("x.decided_by", "x.decided_at"))),

	/**
	 * Open questions that nobody in particular is asked to answer; the tally counts who
	 * has the question, too.
	 */
	WAITING("""
			q.id, t.slug, t.title, q.number, q.text as words, asker.name as who_name,
			asker.handle as who_handle, v.votes as tally, null as note""", """
			from question q
			join topic t on t.id = q.topic_id and t.state = 'OPEN'
			join question_asker asker on asker.question_id = q.id
			cross join lateral (select count(*) as votes from question_vote where question_id = q.id) v
			""", """
			q.status = 'OPEN' and q.withdrawn_at is null and q.merged_into is null
			and q.id not in (select question_id from open_request)""", "q.asked_at", "q.id", """
			from question q
			join topic t on t.id = q.topic_id
			cross join lateral (%s) became where q.id = :id
			""".formatted(Sql.OF_QUESTION)),

	/**
	 * Questions that wait for somebody who is asked to answer them: each once, however
	 * many are asked. The tally counts these, the note is to the first.
	 */
	REQUESTS(
			"""
					o.id, t.slug, t.title, q.number, q.text as words, o.names as who_name, null as who_handle, o.tally, o.note""",
			"""
					from (select question_id, topic_id, min(id) as id, count(*) as tally,
					             string_agg(name, ', ' order by asked_at, id) as names,
					             (array_agg(asked_at order by id))[1] as asked_at, (array_agg(note order by id))[1] as note
					      from open_request group by question_id, topic_id) o
					join question q on q.id = o.question_id
					join topic t on t.id = o.topic_id and t.state = 'OPEN'
					""",
			"true", "o.asked_at", "o.id", """
					from request r
					join question own on own.id = r.question_id
					join question q on q.id = coalesce(own.merged_into, own.id)
					join topic t on t.id = q.topic_id
					cross join lateral (
					    select m.id as actor, m.display_name as who, r.withdrawn_at as at, null as said, 0 as place
					    from member m where m.id = r.withdrawn_by
					    union all select became.actor, became.who, became.at, became.said, 1 from (%s) became
					    order by place limit 1) became
					where r.id = :id
					""".formatted(Sql.OF_QUESTION)),

	/** Sources whose addresses got lost. */
	SOURCES("""
			s.id, t.slug, t.title, cast(p.number as text) as number, s.what as words,
			author.name as who_name, author.handle as who_handle, 0 as tally,
			null as note""", """
			from missing_source s
			join post p on p.id = s.post_id and p.state = 'PUBLISHED'
			join topic t on t.id = s.topic_id
			%s
			""".formatted(Sql.WRITER), "s.state = 'OPEN'", "s.announced_at", "s.id", """
			from missing_source s
			join topic t on t.id = s.topic_id
			join lateral (%s) became on true
			where s.id = :id
			""".formatted(Sql.dealtWith("s.closed_by", "s.closed_at"))),

	/** Topics that are not published yet. */
	DRAFTS("""
			t.id, t.slug, t.title, null as number, t.title as words, m.display_name as who_name,
			m.handle as who_handle, 0 as tally, null as note""", """
			from topic t
			join member m on m.id = t.created_by
			""", "t.state = 'DRAFT'", "t.created_at", "t.id", """
			from topic t
			join lateral (%s) became on true
			where t.id = :id
			""".formatted(Sql.dealtWith("t.published_by", "t.published_at")));

	final String columns;

	final String from;

	final String where;

	/** Since when it waits: the oldest stands first. */
	final String since;

	final String id;

	final String became;

	DeskPart(String columns, String from, String where, String since, String id, String became) {
		this.columns = columns + ", " + since + " as since";
		this.from = from;
		this.where = where;
		this.since = since;
		this.id = id;
		this.became = "select became.actor, became.who, became.at, became.said " + became;
	}

	/**
	 * The part that an address names.
	 * @throws ResponseStatusException with 400 where there is none
	 */
	static DeskPart named(String word) {
		return Arrays.stream(values())
			.filter((part) -> part.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "part " + word));
	}

	/** As the addresses and the messages call it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What several constants are made of: an enum cannot keep that before them. */
	private static final class Sql {

		/** Who wrote a post {@code p}. */
		static final String WRITER = "join post_author author on author.post_id = p.id";

		/** The last thing that somebody did about a question {@code q}, or wrote. */
		static final String OF_QUESTION = """
				select m.id as actor, m.display_name as who, e.done_at as at, null as said
				from question_event e join member m on m.id = e.done_by
				where e.question_id = q.id and e.act in ('STATUS', 'WITHDRAWN', 'JOINED')
				union all
				select author.member_id, author.name, coalesce(p.state_at, p.written_at), p.excerpt
				from post_question pq
				join post p on p.id = pq.post_id and p.state = 'PUBLISHED'
				%s
				where pq.question_id = q.id and pq.source <> 'ASKED'
				order by at desc limit 1""".formatted(WRITER);

		/** What one person did with it, and when: the columns that say so. */
		static String dealtWith(String by, String at) {
			return "select m.id as actor, m.display_name as who, %s as at, null as said from member m where m.id = %s"
				.formatted(at, by);
		}

	}

}
