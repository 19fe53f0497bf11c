package org.afterword.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.afterword.conversation.AnswerState;
import org.afterword.conversation.PostActs;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.KeptLines;
import org.afterword.reading.Line;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Posts;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.Register;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.TopicFrame;
import org.afterword.reading.home.HomePage;
import org.afterword.reading.home.QuestionsPage;
import org.afterword.reading.postpage.PostChoices;
import org.afterword.reading.postpage.PostPage;
import org.afterword.reading.questionpage.QuestionPage;
import org.afterword.reading.topicpage.ByQuestionPage;
import org.afterword.reading.topicpage.ConversationPage;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingPagesTests {

	private static final List<QuestionStatus> STATUSES = List.of(QuestionStatus.OPEN, QuestionStatus.IN_DISCUSSION,
			QuestionStatus.ANSWERED);

	private final Pages pages = new Pages();

	@Test
	void aStrangerIsAskedToSignInToReply() {
		var page = this.pages.page("reading/topic", topic(Viewer.stranger()));
		assertThat(page.select("#reply a").attr("href"))
			.isEqualTo("/sign-in?to=%2Ftopics%2Frain-barrels%2Freplies%2Fnew");
		assertThat(page.select("main form")).isEmpty();
		assertThat(page.select(".you a").eachText()).containsExactly("Sign in", "Join");
		assertThat(page.title()).isEqualTo("Rain barrels: from roof to kitchen, page 2 · Common Ground");
		assertThat(page.select("#conversation").text()).isEqualTo("Conversation, page 2 of 4");
	}

	@Test
	void aMemberRepliesBelowTheConversation() {
		var page = this.pages.page("reading/topic",
				Map.of("page", conversation(frame(false, true), Examples.lines(), 31), "mayReply", true, "reply",
						Examples.reply(), "viewer", member(Role.MEMBER)));
		assertThat(page.select("#reply form").attr("action")).isEqualTo("/topics/rain-barrels/replies");
		assertThat(page.select(".actions a").first().attr("href")).isEqualTo("/topics/rain-barrels?post=31#p31");
		assertThat(page.select(".you summary").text()).isEqualTo("Mele");
		assertThat(page.select(".masthead a").eachText()).doesNotContain("New topic", "Moderation", "Join");
	}

	@Test
	void aPageOfKeptPostsIsTheSamePage() {
		var kept = new KeptLines((_) -> 1, DataSize.ofMegabytes(1));
		var place = new KeptLines.Place(new TopicId(1), Examples.SLUG, 1, 20, 40, Locale.ENGLISH, true, 5);
		var lines = Examples.lines().stream().filter((line) -> !line.firstNew()).toList();
		var fresh = html(lines);
		var first = html(kept.keep(place, 1, lines));
		var ready = kept.find(place, 1);
		assertThat(ready).hasSameSizeAs(lines).allMatch((line) -> line.post() == null);
		assertThat(html(ready)).isEqualTo(first).isEqualTo(fresh);
	}

	private String html(List<Line> lines) {
		return this.pages.html("reading/topic",
				Map.of("page", conversation(frame(false, false), lines, null), "viewer", Viewer.stranger()),
				Locale.ENGLISH);
	}

	@Test
	void theMastheadOffersWhatThisViewerMay() {
		assertThat(masthead(Role.MEMBER)).contains("Questions", "Members").doesNotContain("New topic", "Moderation");
		assertThat(masthead(Role.FACILITATOR)).contains("New topic", "Members", "Moderation");
		assertThat(masthead(Role.ADMINISTRATOR)).contains("New topic", "Members");
	}

	@Test
	void byQuestionTheRegisterStaysOnThePage() {
		var page = this.pages.page("reading/by-question",
				Map.of("page", new ByQuestionPage(frame(false, false), Examples.sections(), Map.of(), Map.of(),
						new Posts.General(List.of(Examples.posts().get("plain")), 4), null, List.of())));
		assertThat(page.select(".register a").first().attr("href")).isEqualTo("#q1");
		assertThat(page.select("#general").text()).contains("Read #2", "4 more replies");
	}

	@Test
	void aQuestionLeadsToItsNeighbours() {
		var question = new QuestionPage(frame(true, true), Examples.question("2"), List.of(),
				List.of(Examples.posts().get("pinned")), null, List.of(), List.of(), Examples.question("1"),
				Examples.question("3"), null, List.of(), null);
		var page = this.pages.page("reading/question",
				Map.of("page", question, "mayReply", true, "reply", Examples.reply()));
		assertThat(page.select("h1").text()).isEqualTo("How often is a barrel cleaned, and with what?");
		assertThat(page.select("[rel=prev]").attr("href")).isEqualTo("/topics/rain-barrels/questions/1");
		assertThat(page.select("[rel=next]").attr("href")).isEqualTo("/topics/rain-barrels/questions/3");
		assertThat(page.select("[name=questions]").eachAttr("value")).containsExactly("2");
		assertThat(page.select(".single .actions a").eachText()).containsExactly("History", "Next waiting question",
				"Ask someone", "Set the status", "Edit", "Split", "Mark as a duplicate", "Move to another topic",
				"Withdraw");
	}

	@Test
	void aPostsOwnPageOffersOnlyWhatTheViewerMayDo() {
		var page = this.pages.page("reading/post",
				Map.of("page",
						new PostPage(Examples.head(TopicState.OPEN), Examples.register(), Examples.posts().get("reply"),
								null, null, List.of(Examples.posts().get("offered")), List.of(),
								new PostChoices(new PostActs(true, true, true, false, false, false, false, false),
										Set.of(), true, null, false, false, false, null, false, List.of()))));
		assertThat(page.select("#acts a").eachText()).containsExactly("Edit", "Withdraw");
		assertThat(page.select("#acts a").attr("href")).isEqualTo("/topics/rain-barrels/posts/3/edit");
		assertThat(page.text()).contains("What was replied", "Read #5");
	}

	@Test
	void homeShowsWhatStillWaits() {
		var page = this.pages.page("reading/home", Map.of("page",
				new HomePage(Examples.topics(), "/?before=3", Examples.waiting(), 1001, List.of(), false, false)));
		assertThat(page.text()).contains("All open questions, more than 1,000", "Common Ground");
		assertThat(page.select("[rel=next]").attr("href")).isEqualTo("/?before=3");
		var empty = new HomePage(List.of(), null, List.of(), 0, List.of(), false, false);
		assertThat(this.pages.page("reading/home", Map.of("page", empty)).text()).contains("There are no topics yet")
			.doesNotContain("Paste the questions ");
	}

	@Test
	void questionsAreShownByStatus() {
		var page = this.pages.page("reading/questions",
				Map.of("page", new QuestionsPage(Examples.waiting(), QuestionStatus.OPEN, null)));
		assertThat(page.select(".facets [aria-current]").text()).isEqualTo("open");
		assertThat(page.select(".facets a").last().attr("href")).isEqualTo("/questions?status=dismissed");
		assertThat(page.select(".excerpt").first().text()).contains("asked by KB · open · 1 reply");
	}

	@ParameterizedTest
	@ValueSource(strings = { "400", "403", "404", "405", "409", "410", "413", "422", "429", "500" })
	void anErrorNeedsNoModelToBeExplained(String status) {
		var page = this.pages.page("error/" + status, Map.of());
		assertThat(page.select(".numeral").text()).isEqualTo(status);
		assertThat(page.select("h1").text()).isNotBlank();
		assertThat(page.select(".prose").text()).isNotBlank();
	}

	@Test
	void whatIsMissingComesWithWhatIsNear() {
		var page = this.pages.page("error/404", Map.of("slug", Examples.SLUG, "near", Examples.register().counted()));
		assertThat(page.select(".excerpt a")).hasSize(5);
		assertThat(page.select(".excerpt a").attr("href")).isEqualTo("/topics/rain-barrels/questions/1");
	}

	@Test
	void aLanguageFromTheRightTurnsThePageRound() {
		assertThat(this.pages.html("error/500", Map.of(), Locale.forLanguageTag("ar"))).contains("dir=\"rtl\"");
		assertThat(this.pages.html("error/500", Map.of(), Locale.ENGLISH)).doesNotContain("dir=");
	}

	@Test
	void aFirstVisitToTwentyShortPostsWeighsUnderFourteenKilobytes() throws IOException {
		var style = getClass().getResourceAsStream("/static/afterword.css").readAllBytes();
		var random = new Random(14);
		var register = new Register(IntStream.rangeClosed(1, 12).mapToObj((n) -> question(n, random)).toList());
		var frame = new TopicFrame(Examples.head(TopicState.OPEN), register, false, 0, false);
		var lines = IntStream.rangeClosed(1, 20)
			.mapToObj((n) -> new Line(n, shortPost(n, random), null, null, false))
			.toList();
		Map<String, Object> model = Map.of("page", conversation(frame, lines, null), "viewer", Viewer.stranger());
		var html = this.pages.html("reading/topic", model, Locale.ENGLISH).getBytes(StandardCharsets.UTF_8);
		assertThat(gzip(html) + gzip(style)).isLessThanOrEqualTo(14 * 1024);
	}

	private static Map<String, Object> topic(Viewer viewer) {
		return Map.of("page", conversation(frame(false, false), Examples.lines(), null), "viewer", viewer);
	}

	private static TopicFrame frame(boolean facilitates, boolean mayReply) {
		return new TopicFrame(Examples.head(TopicState.OPEN), Examples.register(), facilitates, 0, mayReply);
	}

	private static ConversationPage conversation(TopicFrame frame, List<Line> lines, @Nullable Integer firstUnread) {
		return new ConversationPage(frame, 2, ConversationPage.Numbers.of(2), lines,
				new ReadMarkers.Marker(20, Instant.EPOCH, firstUnread), List.of(), null);
	}

	private static Viewer member(Role role) {
		return new Viewer(new MemberId(3), new Handle("mele"), "Mele", role);
	}

	private List<String> masthead(Role role) {
		return this.pages.page("reading/topic", topic(member(role))).select(".masthead a").eachText();
	}

	static RegisterEntry question(int number, Random random) {
		return new RegisterEntry(new QuestionId(number), QuestionNumber.of(number), words(120, random),
				new PersonView(words(2, random), null), STATUSES.get(number % STATUSES.size()), null, null, null, null,
				null, false, number % 4, 0, List.of());
	}

	static PostEntry shortPost(int number, Random random) {
		var links = List
			.of(new PostEntry.Addressed(QuestionNumber.of(random.nextInt(1, 12)), AnswerState.NONE, null, null, false));
		var name = words(8, random);
		var parent = (number > 3) ? new PostEntry.Parent(number - 2, name) : null;
		return new PostEntry(new PostId(number), number, new PersonView(name, new Handle("m" + number % 6)), "",
				Instant.ofEpochSecond(1_770_000_000L + random.nextInt(1_000_000)), null, parent, links, List.of(),
				Html.stored("<p>" + words(300, random) + "</p>"), "", PostState.PUBLISHED, null, null, null, List.of(),
				List.of(), 0, null, List.of());
	}

	/** As hard to press together as people’s words: 500 different ones, by chance. */
	private static String words(int length, Random random) {
		var letters = new Random(7);
		var words = new ArrayList<String>();
		for (var word = 0; word < 500; word++) {
			words.add(letters.ints(letters.nextInt(2, 9), 'a', 'z' + 1)
				.mapToObj(Character::toString)
				.collect(Collectors.joining()));
		}
		var text = new StringBuilder();
		while (text.length() < length) {
			text.append(words.get(random.nextInt(words.size()))).append(' ');
		}
		return text.substring(0, length);
	}

	private static int gzip(byte[] bytes) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new GZIPOutputStream(out)) {
			zip.write(bytes);
		}
		return out.size();
	}

}
