package org.afterword.reading.suggestions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.questions.Labels;
import org.afterword.mention.Mentions;
import org.afterword.question.Questions;
import org.afterword.topic.Candidate;
import org.afterword.topic.Participants;
import org.afterword.topic.TopicId;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people, posts and questions that a writer may mean, by how their names begin. */
@Service
@Transactional(readOnly = true)
class Suggestions {

	/** More are no help: one letter more is typed sooner. */
	static final int MOST = 8;

	/** How many names are read of those that begin so; some may mean one person. */
	private static final int MOST_READ = 8 * MOST;

	private static final String NUMBER = "[0-9]{1,8}";

	private final Participants participants;

	private final Mentions mentions;

	private final Questions questions;

	private final MessageSource messages;

	private final JdbcClient sql;

	Suggestions(Participants participants, Mentions mentions, Questions questions, MessageSource messages,
			JdbcClient sql) {
		this.participants = participants;
		this.mentions = mentions;
		this.questions = questions;
		this.messages = messages;
		this.sql = sql;
	}

	/**
	 * What the beginning may become: {@code @na} somebody, {@code #1} a post,
	 * {@code #seed} a question about it, {@code 1} a question.
	 * @throws NotAllowed for those who may not write in this topic
	 */
	List<Suggestion> find(ViewedTopic topic, String beginning, Locale language) {
		topic.mustBeWritable();
		var rest = digits(beginning.substring(Math.min(1, beginning.length())).toLowerCase(Locale.ROOT));
		if (beginning.startsWith("@")) {
			return people(topic.id(), rest);
		}
		if (!beginning.startsWith("#")) {
			return questions(topic.id(), digits(beginning.toLowerCase(Locale.ROOT)), null);
		}
		return (rest.isEmpty() || rest.matches(NUMBER)) ? posts(topic.id(), rest)
				: questions(topic.id(), rest, language);
	}

	private List<Suggestion> people(TopicId topic, String beginning) {
		var candidates = this.participants.beginning(topic, beginning, MOST_READ)
			.stream()
			.filter((one) -> begins(one, beginning))
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.toList();
		var found = new LinkedHashMap<String, Suggestion>();
		candidates.stream()
			.filter((one) -> one.handle() != null)
			.forEach((one) -> found.putIfAbsent(one.handle().toString(),
					new Suggestion("@" + one.handle(), one.name(), false)));
		waiting(topic, candidates, found);
		if (found.size() < MOST && beginning.length() > 1) {
			this.sql.sql("""
					select handle, display_name from member
					where status = 'ACTIVE' and starts_with(handle::text, :beginning) order by handle limit :most""")
				.param("beginning", beginning)
				.param("most", MOST)
				.query((row) -> {
					found.putIfAbsent(row.getString("handle"),
							new Suggestion("@" + row.getString("handle"), row.getString("display_name"), false));
				});
		}
		return found.values().stream().limit(MOST).toList();
	}

	/** Placeholders by the shortest name that means them and nobody else. */
	private void waiting(TopicId topic, List<Candidate> candidates, Map<String, Suggestion> found) {
		var people = candidates.stream().filter((one) -> one.handle() == null).limit(MOST).toList();
		var meant = this.mentions.find(people.stream().flatMap((one) -> names(one.name()).stream()).toList(), topic);
		for (var who : people) {
			names(who.name()).stream().filter((name) -> {
				var one = meant.get(name.toLowerCase(Locale.ROOT));
				return one != null && one.placeholder() != null && one.placeholder().equals(who.placeholder());
			})
				.findFirst()
				.ifPresent((name) -> found.putIfAbsent("placeholder " + who.placeholder(),
						new Suggestion("@" + name, who.name(), true)));
		}
	}

	/** A first name before the whole, but not without its title. */
	private static List<String> names(String label) {
		var whole = Labels.withoutOrganisation(label);
		var first = whole.split("\\s+", 2)[0];
		var brief = Labels.shortened(label).contains(first);
		return brief ? List.of(first, whole, label) : List.of(whole, label);
	}

	private static boolean begins(Candidate one, String beginning) {
		var key = Labels.key(beginning);
		if (key.isEmpty()) {
			return beginning.isEmpty();
		}
		var names = new ArrayList<>(Labels.shortened(one.name()));
		names.addAll(List.of(one.name().split("\\s+")));
		names.add((one.handle() != null) ? one.handle().toString() : "");
		names.add((one.initials() != null) ? one.initials() : "");
		names.add((one.label() != null) ? one.label() : "");
		return names.stream()
			.anyMatch((name) -> Labels.key(name).startsWith(key)
					|| Labels.folded(name).stream().anyMatch((plain) -> plain.startsWith(Labels.plain(key))));
	}

	/** Ranges of the index: 12, 120 to 129, 1200 to 1299, however long the topic is. */
	private List<Suggestion> posts(TopicId topic, String beginning) {
		var ranges = new ArrayList<String>();
		var width = 1L;
		for (var length = beginning.length(); length > 0 && length < 9; length++) {
			var first = Long.parseLong(beginning) * width;
			ranges.add("p.number between %d and %d".formatted(first, first + width - 1));
			width *= 10;
		}
		return this.sql
			.sql("""
					select p.number, author.name as author, left(p.excerpt, 60) as words
					from post p join post_author author on author.post_id = p.id
					where p.topic_id = :topic and p.state = 'PUBLISHED' and (%s)
					order by p.number %s limit :most"""
				.formatted(ranges.isEmpty() ? "true" : String.join(" or ", ranges), ranges.isEmpty() ? "desc" : "asc"))
			.param("topic", topic.value())
			.param("most", MOST)
			.query((row, line) -> new Suggestion("#" + row.getInt("number"),
					row.getString("author") + ": " + row.getString("words"), false))
			.list();
	}

	/**
	 * @param language in which the word “question” stands before the number; null where
	 * it was typed already
	 */
	private List<Suggestion> questions(TopicId topic, String beginning, @Nullable Locale language) {
		return this.questions.register(topic)
			.stream()
			.filter((one) -> (language != null) ? one.text().toLowerCase(Locale.ROOT).contains(beginning)
					: one.number().value().startsWith(beginning))
			.limit(MOST)
			.map((one) -> new Suggestion((language != null)
					? this.messages.getMessage("complete.question", new Object[] { one.number() }, language)
					: one.number().value(), one.text(), false))
			.toList();
	}

	/** Digits of any script, as they stand in addresses. */
	private static String digits(String written) {
		return written.codePoints()
			.map((sign) -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
