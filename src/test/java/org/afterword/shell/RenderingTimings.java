package org.afterword.shell;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.reading.KeptLines;
import org.afterword.reading.Line;
import org.afterword.reading.Posts;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.Register;
import org.afterword.reading.TopicFrame;
import org.afterword.reading.home.HomePage;
import org.afterword.reading.questionpage.QuestionPage;
import org.afterword.reading.topicpage.ByQuestionPage;
import org.afterword.reading.topicpage.ConversationPage;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how much processor time it takes to print pages, once the JVM is warm. No
 * test, because a busy machine would fail it: run it by its name, with
 * {@code mvn test -Dtest=RenderingTimings}.
 */
class RenderingTimings {

	private static final int WARM_UP = 1_000;

	/** The pages take turns, and the best of their rounds counts. */
	private static final int ROUNDS = 20;

	private static final int TIMES = 20;

	private final Pages pages = new Pages();

	private final Random random = new Random(14);

	@ParameterizedTest
	@ValueSource(strings = { "en", "ar" })
	void printPages(String language) {
		var locale = Locale.forLanguageTag(language);
		var pages = new LinkedHashMap<String, IntSupplier>();
		pages.put("topic, stranger", printing("reading/topic", topic(lines(), Viewer.stranger()), locale));
		pages.put("topic, stranger, posts kept",
				printing("reading/topic", topic(kept(locale), Viewer.stranger()), locale));
		pages.put("topic, member", printing("reading/topic", topic(lines(), member()), locale));
		pages.put("topic, member, posts kept", printing("reading/topic", topic(kept(locale), member()), locale));
		pages.put("by question", printing("reading/by-question", Map.of("page", byQuestion()), locale));
		pages.put("question", printing("reading/question",
				Map.of("page", question(), "mayReply", true, "reply", Examples.reply()), locale));
		pages.put("home", printing("reading/home", Map.of("page",
				new HomePage(Examples.topics(), "/?before=3", Examples.waiting(), 1001, List.of(), false, false)),
				locale));
		pages.values().forEach((page) -> nanoseconds(page, WARM_UP));
		var best = new LinkedHashMap<String, Long>();
		for (var round = 0; round < ROUNDS; round++) {
			pages.forEach((name, page) -> best.merge(name, nanoseconds(page, TIMES), Math::min));
		}
		best.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-28s %7d bytes %6.2f ms%n", name,
				pages.get(name).getAsInt(), time / 1e6));
	}

	/** For one page. */
	private static long nanoseconds(IntSupplier page, int times) {
		var threads = ManagementFactory.getThreadMXBean();
		var begun = threads.getCurrentThreadCpuTime();
		for (var time = 0; time < times; time++) {
			assertThat(page.getAsInt()).isPositive();
		}
		return (threads.getCurrentThreadCpuTime() - begun) / times;
	}

	private IntSupplier printing(String template, Map<String, Object> model, Locale locale) {
		return this.pages.printing(template, model, locale);
	}

	private List<Line> lines() {
		return IntStream.rangeClosed(1, 20)
			.mapToObj((number) -> new Line(number, ReadingPagesTests.shortPost(number, this.random), null, null, false))
			.toList();
	}

	private List<Line> kept(Locale locale) {
		var kept = new KeptLines((_) -> 1, DataSize.ofMegabytes(1));
		var place = new KeptLines.Place(new TopicId(1), Examples.SLUG, 1, 20, 40, locale, true, 12);
		var lines = kept.keep(place, 1, lines());
		assertThat(printing("reading/topic", topic(lines, Viewer.stranger()), locale).getAsInt()).isPositive();
		return kept.find(place, 1);
	}

	private Map<String, Object> topic(List<Line> lines, Viewer viewer) {
		var model = new HashMap<String, Object>();
		model.put("page", new ConversationPage(frame(viewer.isMember()), 2, ConversationPage.Numbers.of(2), lines,
				new ReadMarkers.Marker(20, Instant.EPOCH, null), List.of(), null));
		model.put("viewer", viewer);
		if (viewer.isMember()) {
			model.put("mayReply", true);
			model.put("reply", Examples.reply());
		}
		return model;
	}

	private ByQuestionPage byQuestion() {
		return new ByQuestionPage(frame(false), Examples.sections(), Map.of(), Map.of(),
				new Posts.General(List.of(Examples.posts().get("plain")), 4), null, List.of());
	}

	private QuestionPage question() {
		var answers = IntStream.rangeClosed(1, 20)
			.mapToObj((number) -> ReadingPagesTests.shortPost(number, this.random))
			.toList();
		return new QuestionPage(frame(true), Examples.question("2"), List.of(), answers, null, List.of(), List.of(),
				Examples.question("1"), Examples.question("3"), null, List.of(), null);
	}

	private TopicFrame frame(boolean mayReply) {
		var register = new Register(IntStream.rangeClosed(1, 12)
			.mapToObj((number) -> ReadingPagesTests.question(number, this.random))
			.toList());
		return new TopicFrame(Examples.head(TopicState.OPEN), register, false, 0, mayReply);
	}

	private static Viewer member() {
		return new Viewer(new MemberId(3), new Handle("mele"), "Mele", Role.MEMBER);
	}

}
