package org.afterword.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.questions.Labels;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.topic.Candidate;
import org.afterword.topic.Participants;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people whom a text names with an @. A mention has no rules of its own: its rows are
 * written anew whenever the text of its post is read, and this class alone writes them.
 */
@Service
@Transactional
public class Mentions {

	private final Participants participants;

	private final JdbcClient sql;

	Mentions(Participants participants, JdbcClient sql) {
		this.participants = participants;
		this.sql = sql;
	}

	/**
	 * Finds whom names mean: a handle anywhere on the site; then, in this topic, initials
	 * of a member, the label of a placeholder, a name in short that only one person has.
	 * @param names as they were written
	 * @return by name in lower case; names that mean nobody, or more than one, are
	 * missing
	 */
	@Transactional(readOnly = true)
	public Map<String, MentionTarget> find(Collection<String> names, TopicId topic) {
		var found = new HashMap<String, MentionTarget>();
		if (names.isEmpty()) {
			return found;
		}
		var known = this.participants.called(topic, names);
		var handles = byHandle(known.byHandle());
		var people = new People(known.inTopic());
		for (var name : names) {
			var key = key(name);
			var meant = handles.get(key);
			if (meant == null && !Anonymity.is(name)) {
				meant = people.called(name);
			}
			if (meant == null) {
				meant = byWholeName(name, handles);
			}
			if (meant != null) {
				found.put(key, meant);
			}
		}
		return found;
	}

	/**
	 * Finds whom names mean that stand in a text without an @: people of this topic, and
	 * no handles.
	 * @return by name as it was written
	 */
	@Transactional(readOnly = true)
	public Map<String, MentionTarget> called(Collection<String> names, TopicId topic) {
		var people = new People(this.participants.called(topic, names).inTopic());
		var found = new HashMap<String, MentionTarget>();
		for (var name : names) {
			var meant = Anonymity.is(name) ? null : people.called(name);
			if (meant != null) {
				found.put(name, meant);
			}
		}
		return found;
	}

	/** "@amara Okafor" is the whole name of amara, wherever she writes. */
	private static @Nullable MentionTarget byWholeName(String name, Map<String, MentionTarget> handles) {
		var space = name.indexOf(' ');
		var meant = (space > 0) ? handles.get(key(name.substring(0, space))) : null;
		return (meant != null && Labels.plain(Labels.key(meant.name())).equals(Labels.plain(Labels.key(name)))) ? meant
				: null;
	}

	/** Stores whom a new post names, by name in lower case. */
	public void add(long post, Map<String, MentionTarget> meant) {
		if (!meant.isEmpty()) {
			var named = List.copyOf(meant.entrySet());
			this.sql.sql("""
					insert into mention (post_id, name, member_id, placeholder_id)
					select :post, one.name, one.member, one.placeholder
					from unnest(cast(:names as text[]), cast(:members as bigint[]), cast(:placeholders as bigint[]))
					     one (name, member, placeholder)""")
				.param("post", post)
				.param("names", named.stream().map(Map.Entry::getKey).toArray(String[]::new))
				.param("members", named.stream().map((one) -> member(one.getValue())).toArray(Long[]::new))
				.param("placeholders", named.stream().map((one) -> placeholder(one.getValue())).toArray(Long[]::new))
				.update();
		}
	}

	/** Stores whom a post names, in place of whom it named before. */
	public void replace(long post, Map<String, MentionTarget> meant) {
		forget(new Long[] { post });
		add(post, meant);
	}

	/** Forgets whom these posts named. */
	public void forget(Long[] posts) {
		this.sql.sql("delete from mention where post_id = any(cast(:posts as bigint[]))")
			.param("posts", posts)
			.update();
	}

	/** A placeholder stays the one who is meant, though its member is known. */
	private static @Nullable Long member(MentionTarget who) {
		return (who.placeholder() == null && who.member() != null) ? who.member().value() : null;
	}

	private static @Nullable Long placeholder(MentionTarget who) {
		return (who.placeholder() != null) ? who.placeholder().value() : null;
	}

	/**
	 * Whom a post named when it was written, as they are today, by name in lower case.
	 */
	@Transactional(readOnly = true)
	public Map<String, MentionTarget> kept(long post) {
		var kept = new HashMap<String, MentionTarget>();
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
					new MentionTarget((member != null) ? new MemberId(member) : null,
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

	private static Map<String, MentionTarget> byHandle(List<Candidate> members) {
		var handles = new HashMap<String, MentionTarget>();
		members.forEach((one) -> handles.put(Objects.requireNonNull(one.handle()).toString(),
				new MentionTarget(one.member(), null, one.handle(), one.name(), false)));
		return handles;
	}

	/**
	 * Whoever is named as a member stays named when it turns out that they are not the
	 * placeholder.
	 */
	private static @Nullable MentionTarget inOwnName(@Nullable MentionTarget meant) {
		return (meant != null && meant.member() != null)
				? new MentionTarget(meant.member(), null, meant.handle(), meant.name(), false) : meant;
	}

	/** Several rows of one member are one person. */
	private static @Nullable MentionTarget only(List<Candidate> fitting) {
		var people = fitting.stream()
			.map((one) -> Objects.requireNonNullElse(one.member(), one.placeholder()))
			.distinct()
			.count();
		if (people != 1) {
			return null;
		}
		var one = fitting.getFirst();
		return new MentionTarget(one.member(), one.placeholder(), one.handle(), one.name(), false);
	}

	private static String key(@Nullable String name) {
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "";
	}

	/** The people of a topic, by what each may be called. */
	private static final class People {

		private final Map<String, List<Candidate>> folded = new HashMap<>();

		private final Map<String, List<Candidate>> initials = new HashMap<>();

		private final Map<String, List<Candidate>> labels = new HashMap<>();

		private final Map<String, List<Candidate>> shortened = new HashMap<>();

		People(List<Candidate> candidates) {
			for (var one : candidates) {
				if (one.label() == null && one.initials() != null) {
					put(this.initials, one.initials(), one);
				}
				if (one.label() != null) {
					put(this.labels, one.label(), one);
					put(this.labels, Labels.withoutOrganisation(one.label()), one);
					Labels.shortened(one.label()).forEach((name) -> put(this.shortened, name, one));
				}
				Labels.shortened(one.name()).forEach((name) -> put(this.shortened, name, one));
			}
		}

		/** Nobody where it is nobody’s name, or several people’s. */
		@Nullable MentionTarget called(String name) {
			var key = Labels.key(name);
			var meant = only(this.initials.getOrDefault(key, List.of()));
			if (meant == null) {
				meant = only(this.labels.getOrDefault(key, List.of()));
			}
			if (meant == null) {
				meant = inOwnName(only(this.shortened.getOrDefault(key, List.of())));
			}
			// Two people whose names differ in accents only are told apart by them.
			var exact = List.of(this.initials, this.labels, this.shortened)
				.stream()
				.anyMatch((names) -> names.containsKey(key));
			return (meant != null || exact) ? meant : only(this.folded.getOrDefault(Labels.plain(key), List.of()));
		}

		private void put(Map<String, List<Candidate>> people, String name, Candidate one) {
			var key = Labels.key(name);
			if (!key.isEmpty()) {
				people.computeIfAbsent(key, (_) -> new ArrayList<>()).add(one);
				Labels.folded(name)
					.forEach((plain) -> this.folded.computeIfAbsent(plain, (_) -> new ArrayList<>()).add(one));
			}
		}

	}

}
