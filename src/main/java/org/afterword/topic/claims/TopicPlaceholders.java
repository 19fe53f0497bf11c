package org.afterword.topic.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.text.Characters;
import org.afterword.member.Handle;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of a topic who are known by initials or a name only. */
@Service
@Transactional
public class TopicPlaceholders {

	private static final String VIEW = """
			select p.id, p.label, m.display_name, m.handle from placeholder p left join member m on m.id = p.member_id
			where p.topic_id = ?\s""";

	private final PlaceholderRepository placeholders;

	private final JdbcClient sql;

	TopicPlaceholders(PlaceholderRepository placeholders, JdbcClient sql) {
		this.placeholders = placeholders;
		this.sql = sql;
	}

	/**
	 * Finds the placeholder with this label, or creates it: one label is one person in a
	 * topic.
	 */
	public PlaceholderId findOrCreate(TopicId topic, String written) {
		var label = Characters.line(written);
		return this.placeholders.findByTopicIdAndLabel(topic, label)
			.orElseGet(() -> this.placeholders.save(new Placeholder(topic, label)))
			.id();
	}

	/**
	 * The initials or the name, even after the placeholder was claimed.
	 * @throws NotFound where there is no such placeholder
	 */
	@Transactional(readOnly = true)
	public String label(PlaceholderId id) {
		return this.placeholders.get(id).label();
	}

	/** All placeholders of a topic, in the order of their labels. */
	@Transactional(readOnly = true)
	public List<PlaceholderView> list(TopicId topic) {
		return this.sql.sql(VIEW + "order by p.label").param(topic.value()).query(TopicPlaceholders::view).list();
	}

	/**
	 * One page of them.
	 * @param after the last of the page before; 0 for the first page
	 * @return one more than {@link Topics#PAGE} where another page follows
	 */
	@Transactional(readOnly = true)
	public List<PlaceholderView> list(TopicId topic, long after) {
		return this.sql.sql(VIEW
				+ "and p.label > coalesce((select label from placeholder where id = ?), '') order by p.label limit ?")
			.params(topic.value(), after, Topics.PAGE + 1)
			.query(TopicPlaceholders::view)
			.list();
	}

	/**
	 * Moves placeholders of other topics to this one. A label that somebody else has
	 * there gets a number: the same initials are not the same person.
	 * @param labels by placeholder, in the order in which numbers are given
	 */
	public void move(Map<PlaceholderId, String> labels, TopicId to) {
		var used = new HashSet<>(this.placeholders.labels(to.value()));
		var moved = new ArrayList<String>();
		for (var label : labels.values()) {
			var free = label;
			for (var number = 2; !used.add(free); number++) {
				free = label + " (" + number + ")";
			}
			moved.add(free);
		}
		this.placeholders.move(to.value(), labels.keySet().stream().map(PlaceholderId::value).toArray(Long[]::new),
				moved.toArray(String[]::new));
	}

	private static PlaceholderView view(ResultSet row, int line) throws SQLException {
		var handle = row.getString("handle");
		return new PlaceholderView(new PlaceholderId(row.getLong("id")), row.getString("label"),
				(handle != null) ? new PersonView(row.getString("display_name"), new Handle(handle)) : null);
	}

}
