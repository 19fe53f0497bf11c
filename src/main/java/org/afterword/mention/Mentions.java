package org.afterword.mention;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.afterword.kernel.Anonymity;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.topic.Candidate;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people whom a text names with an @. */
@Service
@Transactional
public class Mentions {

	private final JdbcClient sql;

	Mentions(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Finds whom names mean: a handle anywhere on the site; then, in this topic, initials
	 * of a member, the label of a placeholder, a first name that only one person has.
	 * @param names as they were written
	 * @return by name in lower case; names that mean nobody, or more than one, are
	 * missing
	 */
	@Transactional(readOnly = true)
	public Map<String, Meant> find(Collection<String> names, List<Candidate> candidates) {
		var found = new HashMap<String, Meant>();
		if (names.isEmpty()) {
			return found;
		}
		var handles = byHandle(names);
		for (var name : names) {
			var key = key(name);
			var meant = handles.get(key);
			if (meant == null && !Anonymity.is(name)) {
				meant = among(key, candidates);
			}
			if (meant != null) {
				found.put(key, meant);
			}
		}
		return found;
	}

	/** Keeps whom a post names, instead of whom it named before. */
	public void keep(long post, Map<String, Meant> meant) {
		this.sql.sql("delete from mention where post_id = ?").param(post).update();
		meant.forEach((name, who) -> this.sql.sql("""
				insert into mention (post_id, name, member_id, placeholder_id)
				values (:post, :name, :member, :placeholder)""")
			.param("post", post)
			.param("name", name)
			.param("member", (who.placeholder() == null && who.member() != null) ? who.member().value() : null)
			.param("placeholder", (who.placeholder() != null) ? who.placeholder().value() : null)
			.update());
	}

	/** Keeps nobody whom these posts named. */
	public void forget(Long[] posts) {
		this.sql.sql("delete from mention where post_id = any(cast(:posts as bigint[]))")
			.param("posts", posts)
			.update();
	}

	/**
	 * Whom a post named when it was written, as they are today, by name in lower case.
	 */
	@Transactional(readOnly = true)
	public Map<String, Meant> kept(long post) {
		var kept = new HashMap<String, Meant>();
		this.sql.sql("""
				select n.name, coalesce(n.member_id, p.member_id) as member, n.placeholder_id as placeholder, m.handle,
				       coalesce(m.display_name, p.label) as shown, coalesce(m.status = 'ERASED', false) as left_us
				from mention n left join placeholder p on p.id = n.placeholder_id
				     left join member m on m.id = coalesce(n.member_id, p.member_id)
				where n.post_id = ?""").param(post).query((row) -> {
			var member = row.getObject("member", Long.class);
			var placeholder = row.getObject("placeholder", Long.class);
			var left = row.getBoolean("left_us");
			var handle = left ? null : row.getString("handle");
			kept.put(row.getString("name"),
					new Meant((member != null) ? new MemberId(member) : null,
							(placeholder != null) ? new PlaceholderId(placeholder) : null,
							(handle != null) ? new Handle(handle) : null, row.getString("shown"), left));
		});
		return kept;
	}

	/** The posts that name a placeholder, or the member under whatever name. */
	@Transactional(readOnly = true)
	public List<Long> naming(PlaceholderId placeholder) {
		return this.sql.sql("select post_id from mention where placeholder_id = ? order by post_id")
			.param(placeholder.value())
			.query((row, line) -> row.getLong(1))
			.list();
	}

	/** The posts that name a member, also where they were known by initials only. */
	@Transactional(readOnly = true)
	public List<Long> naming(MemberId member) {
		return this.sql.sql("""
				select distinct post_id from mention
				where member_id = :member
				   or placeholder_id in (select id from placeholder where member_id = :member) order by post_id""")
			.param("member", member.value())
			.query((row, line) -> row.getLong(1))
			.list();
	}

	private Map<String, Meant> byHandle(Collection<String> names) {
		var handles = new HashMap<String, Meant>();
		this.sql.sql("select id, handle, display_name from member where handle in (:names) and status = 'ACTIVE'")
			.param("names", names.stream().map(Mentions::key).toList())
			.query((row) -> {
				handles.put(row.getString("handle"), new Meant(new MemberId(row.getLong("id")), null,
						new Handle(row.getString("handle")), row.getString("display_name"), false));
			});
		return handles;
	}

	private static @Nullable Meant among(String key, List<Candidate> candidates) {
		var meant = only(candidates, (one) -> one.label() == null && key.equals(key(one.initials())));
		if (meant == null) {
			meant = only(candidates, (one) -> key.equals(key(one.label())));
		}
		if (meant == null) {
			meant = inOwnName(only(candidates, (one) -> key.equals(key(firstName(one.name())))));
		}
		return meant;
	}

	/**
	 * Whoever is named as a member stays named when it turns out that they are not the
	 * placeholder.
	 */
	private static @Nullable Meant inOwnName(@Nullable Meant meant) {
		return (meant != null && meant.member() != null)
				? new Meant(meant.member(), null, meant.handle(), meant.name(), false) : meant;
	}

	/** Several rows of one member are one person. */
	private static @Nullable Meant only(List<Candidate> candidates, Predicate<Candidate> fits) {
		var fitting = candidates.stream().filter(fits).toList();
		var people = fitting.stream()
			.map((one) -> Objects.requireNonNullElse(one.member(), one.placeholder()))
			.distinct()
			.count();
		if (people != 1) {
			return null;
		}
		var one = fitting.getFirst();
		return new Meant(one.member(), one.placeholder(), one.handle(), one.name(), false);
	}

	private static String firstName(String name) {
		var words = name.strip().split("\\s+", 2);
		return words[0];
	}

	private static String key(@Nullable String name) {
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "";
	}

}
