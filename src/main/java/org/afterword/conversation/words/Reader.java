package org.afterword.conversation.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.afterword.conversation.Post;
import org.afterword.conversation.PostId;
import org.afterword.conversation.Reply;
import org.afterword.kernel.CarefulReading;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.markup.Announcements;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.MarkupDocument;
import org.afterword.kernel.markup.Parts;
import org.afterword.kernel.markup.QuestionTexts;
import org.afterword.kernel.questions.Salutations;
import org.afterword.mention.MentionTarget;
import org.afterword.mention.Mentions;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads the words of a post against what its topic knows. */
@Component
public class Reader {

	private final Topics topics;

	private final Questions questions;

	private final Mentions mentions;

	private final TopicSurroundings surroundings;

	Reader(Topics topics, Questions questions, Mentions mentions, TopicSurroundings surroundings) {
		this.topics = topics;
		this.questions = questions;
		this.mentions = mentions;
		this.surroundings = surroundings;
	}

	/**
	 * Reads new words.
	 * @param plain names, in lower case, that mean nobody
	 * @throws Refused where the words are none or too many, and where far more would come
	 * out of them than was written
	 */
	public ReadWords read(TopicView topic, String markdown, Set<String> plain) {
		return read(topic, markdown, plain, null);
	}

	/**
	 * Reads a new reply, and looks up the post that it replies to with those that it
	 * names.
	 * @throws Refused as above
	 */
	public ReadWords read(TopicView topic, Reply reply) {
		return read(topic, reply.words(), reply.plain(), reply.to());
	}

	private ReadWords read(TopicView topic, String markdown, Set<String> plain, @Nullable Integer to) {
		return CarefulReading.of(Reply.readable(markdown), () -> understood(topic, markdown, plain, to),
				() -> plainly(topic, markdown, Map.of()));
	}

	/** Reads words that were stored before. */
	public ReadWords readOld(TopicView topic, String markdown) {
		return CarefulReading.ofOld(markdown, () -> understood(topic, markdown, Set.of(), null),
				() -> plainly(topic, markdown, Map.of()));
	}

	/**
	 * Reads the new words of a post: the names that stood there before mean whom they
	 * meant, or stay plain text; only new ones are looked for.
	 * @param topic where it stands
	 * @param kept whom the old words meant
	 * @throws Refused where the words are none or too many, and where far more would come
	 * out of them than was written
	 */
	public ReadWords readEdited(TopicView topic, Post post, Map<String, MentionTarget> kept, String markdown) {
		var home = this.topics.get(post.home());
		var known = new HashSet<String>();
		Markup.namesIn(post.markdown(), (names) -> {
			known.addAll(keys(names));
			return kept.keySet();
		});
		return CarefulReading.of(Reply.readable(markdown), () -> {
			var meant = new HashMap<>(kept);
			var document = Markup.read(markdown, (names) -> {
				meant.putAll(find(topic, names.stream().filter((name) -> !known.contains(key(name))).toList()));
				return meant.keySet();
			});
			meant.keySet().retainAll(keys(document.names()));
			return read(home, document, meant, Set.of(), null);
		}, () -> plainly(home, markdown, kept));
	}

	/**
	 * Reads the words of a post again: names mean whom they meant when it was written.
	 */
	public ReadWords readAgain(Post post) {
		return readAgain(post.id(), post.home(), post.markdown());
	}

	/**
	 * The same for a post of which only this is known.
	 * @param home the topic where its numbers mean what they say
	 */
	ReadWords readAgain(PostId post, TopicId home, String markdown) {
		var topic = this.topics.get(home);
		var meant = this.mentions.kept(post.value());
		return CarefulReading.ofOld(markdown,
				() -> read(topic, Markup.read(markdown, (_) -> meant.keySet()), meant, Set.of(), null),
				() -> plainly(topic, markdown, meant));
	}

	private ReadWords understood(TopicView topic, String markdown, Set<String> plain, @Nullable Integer to) {
		var found = new HashMap<String, MentionTarget>();
		var document = Markup.read(markdown, (names) -> {
			found.putAll(find(topic, names));
			return found.keySet();
		});
		found.keySet().retainAll(keys(document.names()));
		return read(topic, document, found, plain, to);
	}

	/** Only lines and addresses; still without the names of those who left. */
	private ReadWords plainly(TopicView topic, String markdown, Map<String, MentionTarget> meant) {
		var document = Markup.plainly(withoutThoseWhoLeft(markdown, meant));
		return new ReadWords(document.html(Markup.Surroundings.none()), document.text(),
				new KnownQuestions(this.questions.byNumber(topic.id())), List.of(), List.of(), false, Map.of(),
				Map.of(), List.of(), document.links(), List.of(), List.of(), Parts.none(), Map.of(), true);
	}

	/**
	 * Whom words speak to by name, without an @, by the name as it stands there; not
	 * those whom they mention.
	 */
	public Map<String, MentionTarget> called(TopicView topic, String markdown, Collection<MentionTarget> mentioned) {
		var names = Salutations.in(markdown);
		if (names.isEmpty()) {
			return Map.of();
		}
		var called = new LinkedHashMap<>(this.mentions.called(names, topic.id()));
		var seen = new ArrayList<>(mentioned);
		called.values().removeIf((one) -> {
			var again = seen.stream().anyMatch((other) -> isSame(one, other));
			seen.add(one);
			return again;
		});
		return called;
	}

	private static boolean isSame(MentionTarget one, MentionTarget other) {
		return (one.member() != null) ? one.member().equals(other.member())
				: one.placeholder() != null && one.placeholder().equals(other.placeholder());
	}

	private Map<String, MentionTarget> find(TopicView topic, Collection<String> names) {
		return names.isEmpty() ? Map.of() : this.mentions.find(names, topic.id());
	}

	private static Set<String> keys(Collection<String> names) {
		return names.stream().map(Reader::key).collect(Collectors.toSet());
	}

	private ReadWords read(TopicView topic, MarkupDocument document, Map<String, MentionTarget> found,
			Set<String> plain, @Nullable Integer to) {
		var meant = new HashMap<>(found);
		meant.keySet().removeAll(plain);
		var declined = new HashMap<>(found);
		declined.keySet().retainAll(plain);
		var register = new KnownQuestions(this.questions.byNumber(topic.id()));
		var spoken = QuestionTexts.of(register.texts())
			.read(document, (number) -> register.find(number).map(QuestionView::number));
		var unknown = document.questions()
			.stream()
			.map(Markup.Addressed::number)
			.filter((number) -> !register.has(number))
			.toList();
		var strangers = document.names().stream().filter((name) -> !found.containsKey(key(name))).toList();
		var surroundings = this.surroundings.of(topic, document, meant, register, to);
		return new ReadWords(document.html(surroundings), withoutThoseWhoLeft(document.text(), meant), register,
				known(spoken.questions(), register), unknown, document.namesMoreQuestions(), meant, declined, strangers,
				document.links(), document.refused(), Announcements.in(document), spoken.parts(), surroundings.found(),
				document.isPlain());
	}

	/** Each by its own number, though a duplicate’s number was written; each once. */
	private static List<Markup.Addressed> known(List<Markup.Addressed> written, KnownQuestions register) {
		var known = new LinkedHashMap<QuestionNumber, Markup.Addressed>();
		for (var one : written) {
			register.find(one.number())
				.ifPresent((question) -> known.merge(question.number(),
						new Markup.Addressed(question.number(), one.answers()),
						(first, other) -> new Markup.Addressed(first.number(), first.answers() || other.answers())));
		}
		return List.copyOf(known.values());
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

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
