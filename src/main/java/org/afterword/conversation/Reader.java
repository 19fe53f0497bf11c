package org.afterword.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.afterword.kernel.CarefulReading;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Announcements;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.MarkupDocument;
import org.afterword.kernel.markup.Markup.Person;
import org.afterword.kernel.markup.Markup.Quoted;
import org.afterword.kernel.markup.Parts;
import org.afterword.kernel.markup.QuestionTexts;
import org.afterword.kernel.questions.Salutations;
import org.afterword.member.UsualLanguage;
import org.afterword.mention.MentionTarget;
import org.afterword.mention.Mentions;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.Participants;
import org.afterword.topic.TopicView;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the words of a post against what its topic knows. */
@Component
public class Reader {

	private final Participants participants;

	private final Questions questions;

	private final Mentions mentions;

	private final MessageSource messages;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	Reader(Participants participants, Questions questions, Mentions mentions, MessageSource messages,
			UsualLanguage languages, JdbcClient sql) {
		this.participants = participants;
		this.questions = questions;
		this.mentions = mentions;
		this.messages = messages;
		this.languages = languages;
		this.sql = sql;
	}

	/**
	 * Reads new words.
	 * @param plain names, in lower case, that mean nobody
	 * @throws Refused where far more would come out of them than was written
	 */
	ReadWords read(TopicView topic, String markdown, Set<String> plain) {
		return CarefulReading.of(markdown, () -> understood(topic, markdown, plain), () -> plainly(markdown, Map.of()));
	}

	/** Reads words that were taken before. */
	public ReadWords readOld(TopicView topic, String markdown) {
		return CarefulReading.ofOld(markdown, () -> understood(topic, markdown, Set.of()),
				() -> plainly(markdown, Map.of()));
	}

	/**
	 * Reads words that were changed: the names that stood there before mean whom they
	 * meant, or stay plain text; only new ones are looked for.
	 * @param topic where it stands
	 * @param home where its numbers mean what they say
	 * @param kept whom the old words meant
	 * @throws Refused where far more would come out of them than was written
	 */
	ReadWords readEdited(TopicView topic, TopicView home, String old, Map<String, MentionTarget> kept,
			String markdown) {
		var known = new HashSet<String>();
		Markup.namesIn(old, (names) -> {
			known.addAll(keys(names));
			return kept.keySet();
		});
		return CarefulReading.of(markdown, () -> {
			var meant = new HashMap<>(kept);
			var document = Markup.read(markdown, (names) -> {
				meant.putAll(find(topic, names.stream().filter((name) -> !known.contains(key(name))).toList()));
				return meant.keySet();
			});
			meant.keySet().retainAll(keys(document.names()));
			return read(home, document, meant, Set.of());
		}, () -> plainly(markdown, kept));
	}

	/**
	 * Reads old words again, with those in mind whom they meant when they were written.
	 */
	public ReadWords readAgain(TopicView home, String markdown, Map<String, MentionTarget> meant) {
		return CarefulReading.ofOld(markdown,
				() -> read(home, Markup.read(markdown, (_) -> meant.keySet()), meant, Set.of()),
				() -> plainly(markdown, meant));
	}

	private ReadWords understood(TopicView topic, String markdown, Set<String> plain) {
		var found = new HashMap<String, MentionTarget>();
		var document = Markup.read(markdown, (names) -> {
			found.putAll(find(topic, names));
			return found.keySet();
		});
		found.keySet().retainAll(keys(document.names()));
		return read(topic, document, found, plain);
	}

	/** Nothing but lines and addresses; still without the names of those who left. */
	private static ReadWords plainly(String markdown, Map<String, MentionTarget> meant) {
		var document = Markup.plainly(withoutThoseWhoLeft(markdown, meant));
		return new ReadWords(document.html(Markup.Surroundings.none()), document.text(), List.of(), List.of(), false,
				Map.of(), Map.of(), List.of(), document.links(), List.of(), List.of(), Parts.none(), true);
	}

	/**
	 * Whom words speak to by name, without an @, by the name as it stands there; not
	 * those whom they mention.
	 */
	Map<String, MentionTarget> called(TopicView topic, String markdown, Collection<MentionTarget> mentioned) {
		var names = Salutations.in(markdown);
		if (names.isEmpty()) {
			return Map.of();
		}
		var called = new LinkedHashMap<>(this.mentions.called(names, this.participants.candidates(topic.id())));
		var told = new ArrayList<>(mentioned);
		called.values().removeIf((one) -> {
			var again = told.stream().anyMatch((other) -> isSame(one, other));
			told.add(one);
			return again;
		});
		return called;
	}

	private static boolean isSame(MentionTarget one, MentionTarget other) {
		return (one.member() != null) ? one.member().equals(other.member())
				: one.placeholder() != null && one.placeholder().equals(other.placeholder());
	}

	private Map<String, MentionTarget> find(TopicView topic, Collection<String> names) {
		return names.isEmpty() ? Map.of() : this.mentions.find(names, this.participants.candidates(topic.id()));
	}

	private static Set<String> keys(Collection<String> names) {
		return names.stream().map(Reader::key).collect(Collectors.toSet());
	}

	private ReadWords read(TopicView topic, MarkupDocument document, Map<String, MentionTarget> found,
			Set<String> plain) {
		var meant = new HashMap<>(found);
		meant.keySet().removeAll(plain);
		var declined = new HashMap<>(found);
		declined.keySet().retainAll(plain);
		var register = this.questions.byNumber(topic.id());
		var spoken = QuestionTexts.of(texts(topic, register))
			.read(document, (number) -> Optional.ofNullable(register.get(number)).map(QuestionView::number));
		var known = known(spoken.questions(), register);
		var unknown = document.questions()
			.stream()
			.map(Markup.Addressed::number)
			.filter((number) -> !register.containsKey(number))
			.toList();
		var strangers = document.names().stream().filter((name) -> !found.containsKey(key(name))).toList();
		return new ReadWords(html(topic, document, meant, register), withoutThoseWhoLeft(document.text(), meant), known,
				unknown, document.namesMoreQuestions(), meant, declined, strangers, document.links(),
				document.refused(), Announcements.in(document), spoken.parts(), document.isPlain());
	}

	/**
	 * The words that stand under each number; of a twin that has joined another, its own.
	 */
	private Map<QuestionNumber, String> texts(TopicView topic, Map<QuestionNumber, QuestionView> register) {
		var texts = new LinkedHashMap<QuestionNumber, String>();
		register.forEach((number, question) -> texts.put(number, question.text()));
		if (register.entrySet().stream().anyMatch((one) -> !one.getKey().equals(one.getValue().number()))) {
			var own = this.questions.texts(topic.id());
			texts.replaceAll((number, text) -> own.getOrDefault(number, text));
		}
		return texts;
	}

	/** Each by its own number, though it was called by that of a twin; each once. */
	private static List<Markup.Addressed> known(List<Markup.Addressed> written,
			Map<QuestionNumber, QuestionView> register) {
		var known = new LinkedHashMap<QuestionNumber, Markup.Addressed>();
		for (var one : written) {
			var question = register.get(one.number());
			if (question != null) {
				known.merge(question.number(), new Markup.Addressed(question.number(), one.answers()),
						(first, other) -> new Markup.Addressed(first.number(), first.answers() || other.answers()));
			}
		}
		return List.copyOf(known.values());
	}

	private Html html(TopicView topic, MarkupDocument document, Map<String, MentionTarget> meant,
			Map<QuestionNumber, QuestionView> register) {
		var address = "/topics/" + topic.slug();
		var posts = posts(topic, document.posts());
		var gone = document.questions().stream().allMatch((one) -> register.containsKey(one.number()))
				? Map.<QuestionNumber, QuestionView>of() : this.questions.movedAway(topic.id());
		var quoted = new HashMap<QuestionNumber, Optional<Quoted>>();
		return document.html(new Markup.Surroundings() {
			@Override
			public Optional<Person> person(String name) {
				return Optional.ofNullable(meant.get(key(name)))
					.map((who) -> who.left() ? Person.left(who.name())
							: (who.handle() != null) ? new Person("/members/" + who.handle(), false, "")
									: new Person(address + "/questions" + asked(who), true, say("mention.not-yet")));
			}

			@Override
			public Optional<Quoted> question(QuestionNumber number) {
				return quoted.computeIfAbsent(number, this::find);
			}

			private Optional<Quoted> find(QuestionNumber number) {
				var question = register.getOrDefault(number, gone.get(number));
				return Optional.ofNullable(question).map((one) -> {
					var known = gone.containsKey(number) ? number : one.number();
					return new Quoted(address + "/questions/" + known, say("question.numbered", known), one.text(),
							asker(one));
				});
			}

			@Override
			public Optional<String> post(int number) {
				return posts.contains(number) ? Optional.of(address + "?post=" + number + "#p" + number)
						: Optional.empty();
			}
		});
	}

	private static String withoutThoseWhoLeft(String words, Map<String, MentionTarget> meant) {
		var text = words;
		for (var one : meant.entrySet()) {
			if (one.getValue().left()) {
				text = Pattern
					.compile("@" + Pattern.quote(one.getKey()) + "(?![\\p{L}\\p{N}_-])",
							Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
					.matcher(text)
					.replaceAll(Matcher.quoteReplacement(one.getValue().name()));
			}
		}
		return text;
	}

	private Set<Integer> posts(TopicView topic, List<Integer> numbers) {
		if (numbers.isEmpty()) {
			return Set.of();
		}
		return new HashSet<>(this.sql.sql("""
				select number from post where topic_id = :topic and number in (:numbers)
				union select number from post_redirect where topic_id = :topic and number in (:numbers)""")
			.param("topic", topic.id().value())
			.param("numbers", numbers)
			.query(Integer.class)
			.list());
	}

	private String asked(MentionTarget who) {
		if (who.placeholder() == null) {
			return "";
		}
		return this.sql.sql("""
				select '#q' || q.number from question q
				join placeholder p on p.id = q.asker_placeholder_id and p.topic_id = q.topic_id
				where p.id = ? and q.withdrawn_at is null order by q.position limit 1""")
			.param(who.placeholder().value())
			.query(String.class)
			.optional()
			.orElse("");
	}

	private String asker(QuestionView question) {
		return this.sql.sql("""
				select name from question_asker where question_id = ? and name is not null""")
			.param(question.id().value())
			.query(String.class)
			.optional()
			.map((name) -> say("question.asked-by", name))
			.orElse("");
	}

	/** In the language of the site: stored words are the same for every reader. */
	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.languages.usualLanguage());
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
