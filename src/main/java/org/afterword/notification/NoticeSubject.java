package org.afterword.notification;

/**
 * What notices are about, each with the query that reads it for the notices {@code n}.
 * Its columns are parts of {@link About}; those that are missing stay empty. A notice
 * holds no foreign key, so that a new subject needs no new column.
 */
enum NoticeSubject {

	/** A post; no detail. */
	POST("""
			select n.id, %s, %s, case when n.kind in ('HIDDEN', 'REMOVED', 'SENT_BACK') and n.told_at >= p.state_at
			                          then p.state_reason end as reason,
			       array(select q.number
			             from post_question pq
			             join question q on q.id = pq.question_id
			             left join placeholder asked on asked.id = q.asker_placeholder_id
			             where pq.post_id = p.id and pq.source <> 'ASKED'
			               and (n.kind in ('MENTIONED', 'REPLIED')
			                    or n.kind in ('ANSWERED', 'OFFERED', 'ADDRESSED')
			                       and coalesce(q.asker_member_id, asked.member_id) = :me)
			             order by pq.answer <> 'CONFIRMED', q.position) as questions
			from notice n
			join post p on p.id = n.subject_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			join topic t on t.id = p.topic_id
			""".formatted(Sql.TOPIC, Sql.POST)),

	/** A post that answers a question; the detail is the question. */
	ANSWER("""
			select n.id, %s, %s, array[q.number] as questions
			from notice n
			join post p on p.id = n.subject_id
			join question q on q.id = n.detail_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			join topic t on t.id = p.topic_id
			""".formatted(Sql.TOPIC, Sql.POST)),

	/** New posts of a topic in one notice: the newest; the detail is the first. */
	NEW_POSTS(
			"""
					select n.id, %s, %s, first.number as first,
					       (select greatest(1, count(*)) from post x
					        where x.topic_id = p.topic_id and x.state = 'PUBLISHED'
					          and x.number between coalesce(first.number, p.number) and p.number
					          and not exists (select from post_author w where w.post_id = x.id and w.member_id = :me)
					          and not exists (select from notice o where o.member_id = :me and o.dedup_key = 'post ' || x.id)) as posts,
					       array(select q.number from post_question pq join question q on q.id = pq.question_id
					             where pq.post_id = p.id and pq.source <> 'ASKED'
					             order by pq.answer <> 'CONFIRMED', q.position) as questions
					from notice n
					join post p on p.id = n.subject_id
					left join post first on first.id = n.detail_id and first.topic_id = p.topic_id
					left join placeholder wrote on wrote.id = p.author_placeholder_id
					join topic t on t.id = p.topic_id
					"""
				.formatted(Sql.TOPIC, Sql.POST)),

	/** A move; the detail is the first post of the member among what moved. */
	MOVE("""
			select n.id, %s, %s, case when mv.takes_back is not null then 'back' end as variant,
			       (select count(*) from moved_post mp join post_author w on w.post_id = mp.post_id
			        where mp.move_id = mv.id and w.member_id = :me) as posts,
			       (select w.words from audit_entry e join staff_reason w on w.id = e.reason_id
			        where e.subject = 'TOPIC' and e.subject_id = mv.from_topic and e.after ->> 'move' = mv.id::text
			        limit 1) as reason
			from notice n
			join move mv on mv.id = n.subject_id
			join post p on p.id = n.detail_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			join topic t on t.id = p.topic_id
			""".formatted(Sql.TOPIC, Sql.POST)),

	/** A question; no detail. */
	QUESTION("""
			select n.id, %s, array[q.number] as questions, lower(replace(q.status, '_', '-')) as variant
			from notice n join question q on q.id = n.subject_id join topic t on t.id = q.topic_id
			""".formatted(Sql.TOPIC)),

	/** A request to answer a question; no detail. */
	REQUEST("""
			select n.id, t.slug, t.title as topic, %s and coalesce(r.member_id, asked.member_id) = :me as shown,
			       array[q.number] as questions, r.note as excerpt,
			       case when r.withdrawn_at is null then 'open' else 'withdrawn' end as variant
			from notice n
			join request r on r.id = n.subject_id
			left join placeholder asked on asked.id = r.placeholder_id
			join question q on q.id = r.question_id
			join topic t on t.id = q.topic_id
			""".formatted(Sql.SHOWN)),

	/** The flags of a post; no detail. */
	FLAG_CASE("""
			select n.id, %s, %s, lower(c.state) as variant, c.outcome as reason
			from notice n
			join flag_case c on c.id = n.subject_id
			join post p on p.id = c.post_id
			left join placeholder wrote on wrote.id = p.author_placeholder_id
			join topic t on t.id = p.topic_id
			""".formatted(Sql.TOPIC, Sql.POST)),

	/** Somebody’s leave; no detail. */
	LEAVE("""
			select n.id, true as shown, l.until - interval '1 second' as until
			from notice n join leave l on l.id = n.subject_id
			"""),

	/** A claim; no detail. */
	CLAIM("""
			select n.id, %s, h.label, c.reason,
			       case when c.state = 'CONFIRMED' and n.actor_id is null then 'by-address'
			            when c.state in ('CONFIRMED', 'REFUSED', 'SUPERSEDED', 'UNDONE') then lower(c.state)
			            else 'waiting' end as variant
			from notice n
			join claim c on c.id = n.subject_id
			join placeholder h on h.id = c.placeholder_id
			join topic t on t.id = h.topic_id
			""".formatted(Sql.TOPIC));

	private final String query;

	NoticeSubject(String query) {
		this.query = query;
	}

	/** Reads what the notices {@code :notices} are about, for the member {@code :me}. */
	String query() {
		return this.query + "where n.id = any(:notices) and n.subject = '" + name() + "'";
	}

	/** What several of the queries read. */
	private static final class Sql {

		static final String SHOWN = """
				(t.state <> 'DRAFT' or :all
				 or exists (select from runs_topic r where r.topic_id = t.id and r.member_id = :me))""";

		static final String TOPIC = "t.slug, t.title as topic, " + SHOWN + " as shown";

		static final String POST = """
				p.id as post, p.number,
				case when p.state = 'PUBLISHED' or coalesce(p.author_member_id, wrote.member_id) = :me
				     then p.excerpt end as excerpt""";

		private Sql() {
		}

	}

}
