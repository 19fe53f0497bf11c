package org.afterword.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.address.WebAddress;
import org.afterword.question.QuestionId;
import org.afterword.reading.ResourceEntry.Citing;
import org.afterword.resource.ResourceId;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the resources of a topic in two statements, and what is missing among them in
 * one.
 */
@Component
public class TopicResources {

	/** How many resources stand on a page. */
	public static final int PAGE = 50;

	private final JdbcClient sql;

	TopicResources(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Resources by title, each once, with the posts and questions that cite it. Title and
	 * address are those of the first post that shows one, else of the first question.
	 * @param after the last resource of the page before; 0 for the first page
	 * @return one more than stand on a page, where there is a next page
	 */
	public List<ResourceEntry> of(TopicId topic, long after) {
		var entries = listed(topic, after);
		addCiting(entries, topic);
		return entries;
	}

	/** Without what cites them. */
	private List<ResourceEntry> listed(TopicId topic, long after) {
		return this.sql.sql("""
				with listed as (
				    select tr.resource_id as id, first.address, coalesce(named.anchor, first.address) as title
				    from topic_resource tr
				    cross join lateral (select coalesce(
				        (select c.address from citation c join post p on p.id = c.post_id
				         where c.resource_id = tr.resource_id and p.topic_id = tr.topic_id and p.state = 'PUBLISHED'
				         order by p.number limit 1),
				        (select s.address from question_source s
				         where s.resource_id = tr.resource_id and s.topic_id = tr.topic_id
				         order by s.position limit 1)) as address) first
				    left join lateral (
				        select c.anchor from citation c join post p on p.id = c.post_id
				        where c.resource_id = tr.resource_id and p.topic_id = tr.topic_id and p.state = 'PUBLISHED'
				          and c.anchor <> ''
				        order by p.number limit 1) named on true
				    where tr.topic_id = :topic)
				select id, title, address from listed
				where :after = 0 or (lower(title), id) > (select lower(title), id from listed where id = :after)
				order by lower(title), id limit :most""")
			.param("topic", topic.value())
			.param("after", after)
			.param("most", PAGE + 1)
			.query((row, line) -> new ResourceEntry(new ResourceId(row.getLong("id")), row.getString("title"),
					row.getString("address"), host(row.getString("address")), new ArrayList<>()))
			.list();
	}

	/** The first 20 posts that cite each, then the questions. */
	private void addCiting(List<ResourceEntry> entries, TopicId topic) {
		var citing = new HashMap<ResourceId, List<Citing>>();
		entries.forEach((entry) -> citing.put(entry.id(), entry.citing()));
		this.sql
			.sql("""
					select wanted.id, cited.number, cited.author_name, cited.author_handle, cited.questions,
					       0 as place
					from unnest(:resources) wanted (id) cross join lateral (
					    select p.number, author.name as author_name,
					           author.handle as author_handle,
					           array(select q.number from citation_question served join question q on q.id = served.question_id
					                 where served.post_id = p.id and served.resource_id = c.resource_id and q.topic_id = p.topic_id and q.withdrawn_at is null
					                 order by q.position) as questions
					    from citation c
					    join post p on p.id = c.post_id
					    join post_author author on author.post_id = p.id
					    where c.resource_id = wanted.id and p.topic_id = :topic and p.state = 'PUBLISHED'
					    order by p.number limit 20) cited
					union all
					select wanted.id, null, coalesce(asker.name, opener.display_name),
					       case when asker.name is null then opener.handle else asker.handle end,
					       array[q.number], q.position
					from unnest(:resources) wanted (id)
					join question_source s on s.resource_id = wanted.id and s.topic_id = :topic
					join question q on q.id = s.question_id
					join topic t on t.id = q.topic_id join member opener on opener.id = t.created_by
					"""
					+ Registers.ASKER + "order by 1, 2, place")
			.param("resources", entries.stream().mapToLong((entry) -> entry.id().value()).toArray())
			.param("topic", topic.value())
			.query((row) -> {
				Objects.requireNonNull(citing.get(new ResourceId(row.getLong("id"))))
					.add(new Citing(row.getObject("number", Integer.class),
							Objects.requireNonNull(Rows.person(row, "author")), Rows.numbers(row, "questions")));
			});
	}

	static String host(String address) {
		return WebAddress.of(address).map(WebAddress::host).orElse("");
	}

	/**
	 * The same by the questions that wait for them: those that their posts address, and
	 * those whose own words announce them.
	 */
	public Map<QuestionId, List<LostEntry>> lostByQuestion(TopicId topic) {
		var lost = new HashMap<QuestionId, List<LostEntry>>();
		this.sql.sql("""
				select q.id as question_id, m.id, m.what, m.sentence, p.number,
				       author.name as author_name, author.handle as author_handle
				from (select * from missing_source where topic_id = :topic and state = 'OPEN' order by id limit :most) m
				     join post p on p.id = m.post_id and p.state = 'PUBLISHED'
				     join question q on q.topic_id = m.topic_id and q.withdrawn_at is null
				      and (exists (select from post_question pq where pq.post_id = p.id and pq.question_id = q.id)
				           or (p.number = 1 and m.sentence <> '' and strpos(q.text, m.sentence) > 0))
				     join post_author author on author.post_id = p.id
				order by p.number, m.id""").param("topic", topic.value()).param("most", PAGE).query((row) -> {
			lost.computeIfAbsent(new QuestionId(row.getLong("question_id")), (any) -> new ArrayList<>())
				.add(new LostEntry(row.getLong("id"), row.getString("what"), row.getString("sentence"),
						row.getInt("number"), Objects.requireNonNull(Rows.person(row, "author")), List.of()));
		});
		return lost;
	}

	/**
	 * Sources whose addresses are missing, in the order of the posts; the first fifty.
	 */
	public List<LostEntry> lost(TopicId topic) {
		return this.sql.sql("""
				select m.id, m.what, m.sentence, p.number, author.name as author_name,
				       author.handle as author_handle,
				       array(select q.number from post_question pq join question q on q.id = pq.question_id
				             where pq.post_id = p.id and q.withdrawn_at is null order by q.position) as questions
				from missing_source m join post p on p.id = m.post_id
				     join post_author author on author.post_id = p.id
				where m.topic_id = :topic and m.state = 'OPEN' and p.state = 'PUBLISHED'
				order by p.number, m.id limit :most""")
			.param("topic", topic.value())
			.param("most", PAGE)
			.query((row, line) -> new LostEntry(row.getLong("id"), row.getString("what"), row.getString("sentence"),
					row.getInt("number"), Objects.requireNonNull(Rows.person(row, "author")),
					Rows.numbers(row, "questions")))
			.list();
	}

}
