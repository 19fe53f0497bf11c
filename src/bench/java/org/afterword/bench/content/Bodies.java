package org.afterword.bench.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts the texts of posts together from paragraphs that the program has read once. */
final class Bodies {

	private static final int EXCERPT = 280;

	private static final byte[] BREAK = Copy.escaped("\n\n");

	private static final byte[] NOTHING = {};

	private static final int POOL = 300;

	private final Map<Language, Pool> pools = new EnumMap<>(Language.class);

	private final People people;

	private final Sources sources;

	Bodies(People people, Sources sources) {
		this.people = people;
		this.sources = sources;
		for (var language : Language.values()) {
			this.pools.put(language, Pool.of(new Words(language)));
		}
	}

	/** Writes its Markdown, its HTML and its excerpt. */
	void write(PostPlan post, Copy copy) {
		var parts = parts(post);
		copy.field();
		for (var part = 0; part < parts.size(); part++) {
			copy.append((part == 0) ? NOTHING : BREAK);
			parts.get(part).fragment.writeMarkdown(copy, parts.get(part).bytes());
		}
		copy.field();
		parts.forEach((part) -> part.fragment.writeHtml(copy, part.bytes()));
		copy.text(cut(parts.get(0).text() + " " + parts.get(1).text()));
	}

	/** What a post says where it mentions a question. */
	String part(PostPlan post, int question) {
		return cut(mention(post, question, 0).text());
	}

	/** Short, as a title or a question is. */
	String phrase(TopicPlan topic, int which) {
		var pool = this.pools.get(topic.language());
		return pool.phrases.get(Mix.below(POOL, topic.id(), which, 50));
	}

	String question(TopicPlan topic, int which) {
		var pool = this.pools.get(topic.language());
		return pool.questions.get(Mix.below(POOL, topic.id(), which, 51));
	}

	private List<Part> parts(PostPlan post) {
		var pool = this.pools.get(post.topic().language());
		var parts = new ArrayList<Part>();
		parts.add(new Part(pool.plain.get(post.mix(POOL, 20)), ""));
		if (post.mentionsQuestions()) {
			for (var question : post.questions()) {
				parts.add(mention(post, question, 0));
			}
		}
		parts.add(new Part(pool.addresses.get(post.mix(POOL, 21)), source(post, 0)));
		if (post.mentioned() != 0) {
			parts.add(new Part(pool.names.get(post.mix(POOL, 22)), this.people.handle(post.mentioned())));
		}
		parts.add(new Part(pool.addresses.get(post.mix(POOL, 23)), source(post, 1)));
		return parts;
	}

	private Part mention(PostPlan post, int question, int purpose) {
		var pool = this.pools.get(post.topic().language());
		return new Part(pool.numbers.get(post.mix(POOL, 30 + question + purpose)), post.topic().number(question));
	}

	private String source(PostPlan post, int which) {
		return this.sources.hostAndPath(post.topic().source(post.source(which)));
	}

	/** As the program does. */
	private static String cut(String text) {
		var line = text.replace('\n', ' ');
		if (line.length() <= EXCERPT) {
			return line;
		}
		var end = line.lastIndexOf(' ', EXCERPT);
		return line.substring(0, (end > EXCERPT / 2) ? end : EXCERPT / 2) + "…";
	}

	private record Part(Fragment fragment, String filling) {

		byte[] bytes() {
			return this.filling.getBytes(StandardCharsets.UTF_8);
		}

		String text() {
			return this.fragment.text(this.filling);
		}

	}

	private record Pool(List<Fragment> plain, List<Fragment> addresses, List<Fragment> names, List<Fragment> numbers,
			List<String> phrases, List<String> questions) {

		static Pool of(Words words) {
			return new Pool(some(words, Fragment::plain), some(words, Fragment::withAddress),
					some(words, Fragment::withName), some(words, Fragment::withNumber),
					some(words, (from) -> from.phrase(6)), some(words, (from) -> from.sentences(150)));
		}

		private static <T> List<T> some(Words words, Function<Words, T> make) {
			var made = new ArrayList<T>();
			for (var one = 0; one < POOL; one++) {
				made.add(make.apply(words));
			}
			return List.copyOf(made);
		}

	}

}
