package org.afterword.resource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.afterword.conversation.PostLinks;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which questions the sources of a post serve, as its author or a facilitator chooses.
 */
@Service
@Transactional
class ServedQuestions {

	private final PostLinks links;

	private final JdbcClient sql;

	ServedQuestions(PostLinks links, JdbcClient sql) {
		this.links = links;
		this.sql = sql;
	}

	/**
	 * Stores only the choices that differ from the current state; the others still follow
	 * the words of the post.
	 * @param wanted by {@link PostLinks#key}; what the post does not cite is left out
	 * @throws NotAllowed for everybody but its author and those who run the topic
	 */
	public void choose(TopicId topic, int number, Map<String, Set<QuestionNumber>> wanted, Viewer viewer) {
		var chosen = new LinkedHashMap<String, Set<QuestionNumber>>();
		served(topic, number).forEach((address, questions) -> {
			var ticked = wanted.get(PostLinks.key(address));
			if (ticked != null && !ticked.equals(questions)) {
				chosen.put(address, ticked);
			}
		});
		this.links.choose(topic, number, chosen, viewer);
	}

	private Map<String, Set<QuestionNumber>> served(TopicId topic, int number) {
		var served = new HashMap<String, Set<QuestionNumber>>();
		this.sql
			.sql("""
					select c.address, q.number
					from post p join citation c on c.post_id = p.id
					     left join citation_question served on served.post_id = c.post_id and served.resource_id = c.resource_id
					     left join question q on q.id = served.question_id and q.topic_id = p.topic_id and q.withdrawn_at is null
					where p.topic_id = ? and p.number = ?""")
			.params(topic.value(), number)
			.query((row) -> {
				var questions = served.computeIfAbsent(row.getString("address"), (any) -> new LinkedHashSet<>());
				if (row.getString("number") != null) {
					questions.add(new QuestionNumber(Objects.requireNonNull(row.getString("number"))));
				}
			});
		return served;
	}

}
