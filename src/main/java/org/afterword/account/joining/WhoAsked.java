package org.afterword.account.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.afterword.account.LocalPath;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever joins of the initials under which they may have asked, where they come
 * from a topic or one of its questions. It says nothing that strangers do not read there.
 */
@Component
class WhoAsked {

	/** More would be a list to search, not a hint. */
	private static final int MOST = 6;

	private static final Pattern TOPIC = Pattern.compile("/topics/([a-z0-9-]+)(?:[/?#].*)?");

	private static final Pattern QUESTION = Pattern
		.compile("(?:/questions/|[?&](?:question|answers|quote-question)=)([1-9][0-9]{0,4}[a-z]{0,2})(?![^?&#/])");

	private final Topics topics;

	private final Site site;

	private final JdbcClient sql;

	WhoAsked(Topics topics, Site site, JdbcClient sql) {
		this.topics = topics;
		this.site = site;
		this.sql = sql;
	}

	/**
	 * Those of the question where somebody was, else of its topic, if they are few. Not
	 * in a transaction of its own: a topic that is not there would mark it as failed.
	 */
	public Optional<AskedThere> at(LocalPath place) {
		var topic = TOPIC.matcher(place.value());
		if (this.site.isForMembersOnly() || !topic.matches()) {
			return Optional.empty();
		}
		try {
			var id = this.topics.get(Slug.of(topic.group(1)), Viewer.stranger()).id().value();
			var question = QUESTION.matcher(place.value()).results().reduce((_, last) -> last);
			if (question.isPresent()) {
				var asker = people(id, question.get().group(1));
				if (!asker.isEmpty()) {
					return Optional.of(new AskedThere(asker));
				}
			}
			return Optional.of(people(id, ""))
				.filter((all) -> !all.isEmpty() && all.size() <= MOST)
				.map(AskedThere::new);
		}
		catch (NotFound | Gone | Moved | NotAllowed ex) {
			return Optional.empty();
		}
	}

	private List<AskedThere.Person> people(long topic, String question) {
		return this.sql.sql("""
				select p.label, array_agg(q.number order by q.position) as numbers
				from placeholder p join question q on q.asker_placeholder_id = p.id and q.topic_id = p.topic_id
				where p.topic_id = :topic and p.member_id is null and q.withdrawn_at is null and q.merged_into is null
				group by p.id having :question = '' or :question = any (array_agg(q.number))
				order by min(q.position) limit :most""")
			.param("topic", topic)
			.param("question", question)
			.param("most", MOST + 1)
			.query((row, line) -> new AskedThere.Person(row.getString("label"),
					Arrays.asList((String[]) row.getArray("numbers").getArray())))
			.list();
	}

}
