package org.afterword.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SampleWebinarsTests {

	private static final Pattern POST = Pattern.compile("#(\\d+)");

	private static final Pattern ADDRESS = Pattern.compile("https?://([^/\\s)?]+)");

	private final SampleWebinars sample = SampleWebinars.load();

	@Test
	void everyPostHasItsNumberAndComesAfterTheOneBefore() {
		assertThat(this.sample.topics()).isNotEmpty().allSatisfy((topic) -> {
			assertThat(topic.posts()).extracting(SamplePost::number)
				.isEqualTo(IntStream.rangeClosed(1, topic.posts().size()).boxed().toList());
			assertThat(topic.posts()).extracting(SamplePost::at).isSorted().doesNotHaveDuplicates();
			assertThat(topic.posts().getFirst().words()).isEqualTo(topic.introduction()).isNotBlank();
		});
	}

	@Test
	void topicsComeInTheOrderInWhichTheyWereOpened() {
		assertThat(this.sample.topics()).extracting(SampleTopic::openedAt).isSorted();
	}

	@Test
	void nobodyWritesBeforeTheyJoined() {
		for (var topic : this.sample.topics()) {
			assertThat(topic.posts())
				.allSatisfy((post) -> assertThat(this.sample.person(post.author()).joined()).isBefore(post.at()));
		}
	}

	@Test
	void everyMemberHasSaidSomething() {
		var authors = new HashSet<String>();
		this.sample.topics().forEach((topic) -> topic.posts().forEach((post) -> authors.add(post.author())));
		assertThat(this.sample.people()).extracting(SamplePerson::handle).allMatch(authors::contains);
	}

	@Test
	void nothingIsSaidTwice() {
		var words = new ArrayList<String>();
		this.sample.topics().forEach((topic) -> topic.posts().forEach((post) -> words.add(post.words())));
		assertThat(words).doesNotHaveDuplicates();
	}

	@Test
	void aPostThatIsReferredToStandsBeforeTheReference() {
		for (var topic : this.sample.topics()) {
			assertThat(topic.posts()).allSatisfy((post) -> assertThat(
					POST.matcher(post.words()).results().map((found) -> Integer.parseInt(found.group(1))))
				.allMatch((number) -> number < post.number()));
		}
	}

	@Test
	void everyAddressIsAnInventedOne() {
		for (var topic : this.sample.topics()) {
			assertThat(topic.posts())
				.allSatisfy((post) -> assertThat(ADDRESS.matcher(post.words()).results().map((found) -> found.group(1)))
					.allMatch((host) -> host.matches("(.+\\.)?example\\.(org|net|com)")));
		}
	}

	@Test
	void someAskersAreKnownByTheirInitialsOnly() {
		var questions = this.sample.topic("seed-banks").questions();
		assertThat(questions).filteredOn((question) -> question.asker().equals("KB"))
			.extracting(SampleQuestion::number)
			.containsExactly("3", "9");
		assertThat(questions).filteredOn((question) -> question.number().equals("5"))
			.extracting(SampleQuestion::asker)
			.containsExactly("TS");
		assertThat(this.sample.people()).extracting(SamplePerson::initials).doesNotContain("KB", "TS");
	}

	@Test
	void aQuestionKeepsItsPinnedAnswersInOrder() {
		var pins = this.sample.topic("seed-banks")
			.posts()
			.stream()
			.flatMap((post) -> post.pins().stream())
			.filter((pin) -> pin.question().equals("1"))
			.toList();
		assertThat(pins).extracting(SamplePost.Pin::rank).containsExactlyInAnyOrder(1, 2);
		assertThat(pins).extracting(SamplePost.Pin::note).contains("short answer");
	}

	@Test
	void aLockedTopicLeavesNoQuestionOpen() {
		assertThat(this.sample.topics()).filteredOn((topic) -> topic.state().equals("LOCKED"))
			.isNotEmpty()
			.allSatisfy((topic) -> assertThat(topic.posts().stream().flatMap((post) -> post.confirmed().stream()))
				.containsAll(topic.questions().stream().map(SampleQuestion::number).toList()));
	}

	@Test
	void oneTopicIsLongEnoughForPagesAndOneHasNoQuestions() {
		assertThat(this.sample.topic("water-committees").posts()).hasSize(150);
		assertThat(this.sample.topic("introduce-yourself").questions()).isEmpty();
	}

	@Test
	void oneReplyIsHiddenWithAReasonAndOneWithdrawn() {
		var posts = this.sample.topic("seed-banks").replies();
		assertThat(posts).filteredOn((post) -> post.hiddenReason() != null).hasSize(1);
		assertThat(posts).filteredOn(SamplePost::withdrawn).hasSize(1);
	}

	@Test
	void readsHeadsAndWords() {
		var post = SamplePost.of(SamplePart.read("""
				=== post 7
				author: noor
				at: 2026-09-18T11:15:00Z
				in reply to: 4
				questions: 5, 10a
				answers: 5
				pin: 5 2 case from the coast

				One paragraph: with a colon.

				## And a heading
				""").getFirst());
		assertThat(post)
			.isEqualTo(new SamplePost(7, "noor", Instant.parse("2026-09-18T11:15:00Z"), 4, List.of("5", "10a"),
					List.of("5"), List.of(), List.of(new SamplePost.Pin("5", 2, "case from the coast")), null, false,
					"One paragraph: with a colon.\n\n## And a heading"));
	}

	@Test
	void saysWhereItDoesNotFitTogether() {
		refuses("posts: stands where", "=== post 3\nauthor: amara\nat: 2026-01-02T00:00:00Z\n\nHello.",
				"post 3 stands where post 2 should");
		refuses("time", "=== post 2\nauthor: amara\nat: 2025-01-02T00:00:00Z\n\nHello.", "post 2 is not later than 1");
		refuses("reply", "=== post 2\nauthor: amara\nat: 2026-01-02T00:00:00Z\nin reply to: 2\n\nHello.",
				"post 2 replies to post 2");
		refuses("question", "=== post 2\nauthor: noor\nat: 2026-01-02T00:00:00Z\nquestions: 9\n\nHello.",
				"post 2 addresses a question that is not here");
		refuses("head", "=== post 2\nauthor: noor\nat: 2026-01-02T00:00:00Z\nquestion: 1\n\nHello.",
				"unknown head “question”");
		refuses("facilitator",
				"=== post 2\nauthor: amara\nat: 2026-01-02T00:00:00Z\nquestions: 1\nanswers: 1\n\nHello.",
				"answers confirm themselves");
		refuses("dismissed", "=== question 2\nasker: KB\nstatus: DISMISSED\n\nWhy?", "a reason belongs to DISMISSED");
		refuses("asker", "=== question 2\nasker: KB\nclaimed by: noor\n\nWhy?", "KB cannot be two people");
	}

	@Test
	void aStrangerCannotWrite() {
		var topic = topic("=== post 2\nauthor: nobody\nat: 2026-01-02T00:00:00Z\n\nHello.");
		var people = List.of(this.sample.person("amara"));
		assertThatIllegalArgumentException().isThrownBy(() -> new SampleWebinars(people, List.of(topic)))
			.withMessageContaining("nobody");
	}

	private static void refuses(String what, String part, String complaint) {
		assertThatIllegalArgumentException().as(what).isThrownBy(() -> topic(part)).withMessageContaining(complaint);
	}

	private static SampleTopic topic(String part) {
		return SampleTopic.of(SamplePart.read("""
				=== topic small
				title: Small
				kind: WEBINAR
				state: OPEN
				held on: 2026-01-01
				facilitator: amara
				opened at: 2026-01-01T00:00:00Z

				Welcome.

				=== question 1
				asker: KB

				How?

				%s
				""".formatted(part)));
	}

}
