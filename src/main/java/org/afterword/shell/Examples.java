package org.afterword.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.conversation.AnswerState;
import org.afterword.conversation.PostId;
import org.afterword.conversation.PostState;
import org.afterword.conversation.proposals.ProposalState;
import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Html;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Handle;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionStatus;
import org.afterword.reading.Line;
import org.afterword.reading.LostEntry;
import org.afterword.reading.PostEntry;
import org.afterword.reading.QuestionSection;
import org.afterword.reading.Register;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicLine;
import org.afterword.reading.Waiting;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicState;
import org.jspecify.annotations.Nullable;

/** Named examples of everything that the components show, for people and for tests. */
final class Examples {

	static final Slug SLUG = new Slug("rain-barrels");

	private static final PostEntry.Asked ASKED = new PostEntry.Asked("Is there a grant?", ProposalState.ACCEPTED,
			QuestionNumber.of("5"), null, null);

	private static final PersonView AMARA = new PersonView("Amara", new Handle("amara"));

	private static final PersonView MELE = new PersonView("Mele", new Handle("mele"));

	private static final PersonView KB = new PersonView("KB", null);

	private static final Instant MORNING = Instant.parse("2026-03-02T08:15:00Z");

	private static final Html WORDS = Html
		.stored("<p>We clean ours with a <em>coconut brush</em> and lime, twice a year, before the rains.</p>"
				+ "<p>The council wrote it up in <a href=\"https://barrels.example.org/lime\">four pages</a>.</p>");

	private Examples() {
	}

	/** Every kind of post, by what is special about it. */
	static Map<String, PostEntry> posts() {
		var posts = new LinkedHashMap<String, PostEntry>();
		posts.put("opening", post(1, AMARA, "facilitator", List.of()));
		posts.put("plain", post(2, MELE, "", List.of()));
		posts.put("reply", new Special(post(3, MELE, "speaker", List.of(addressed("1", AnswerState.NONE, null, null))))
			.with(new PostEntry.Parent(2, "Mele"), MORNING.plusSeconds(90_000), List.of(5, 6), List.of()));
		posts.put("answering two", post(4, MELE, "", List.of(addressed("2", AnswerState.CONFIRMED, null, null),
				addressed("3a", AnswerState.CONFIRMED, null, null))));
		posts.put("offered", post(5, MELE, "", List.of(addressed("3", AnswerState.OFFERED, null, null))));
		posts.put("pinned",
				new Special(post(6, AMARA, "facilitator",
						List.of(addressed("2", AnswerState.CONFIRMED, 1, "in short"),
								addressed("3", AnswerState.NONE, null, null))))
					.with(new PostEntry.Parent(3, "Mele"), null, List.of(), List.of("KB", "TS")));
		posts.put("hidden", state(7, PostState.HIDDEN, "advertising"));
		posts.put("withdrawn", state(8, PostState.WITHDRAWN, null));
		return posts;
	}

	/**
	 * A page of a conversation, with a post that has moved and the line above what is
	 * new.
	 */
	static List<Line> lines() {
		var lines = new ArrayList<Line>();
		posts().values().forEach((post) -> lines.add(new Line(post.number(), post, null, null, post.number() == 4)));
		lines.add(new Line(9, null, "/topics/cisterns?post=12#p12", null, false));
		lines.add(new Line(10, null, "/topics/cisterns?post=13#p13", 12, false));
		return List.copyOf(lines);
	}

	/** Every status, a sub-question, one joined with another, one withdrawn. */
	static Register register() {
		return new Register(List.of(question("1", QuestionStatus.OPEN, List.of()),
				question("2", QuestionStatus.ANSWERED, List.of()),
				question("3", QuestionStatus.IN_DISCUSSION, List.of(question("3a", QuestionStatus.OPEN, List.of()))),
				question("4", QuestionStatus.ANSWERED_LIVE, List.of()),
				question("5", QuestionStatus.DISMISSED, List.of()), joined("6", "2"), withdrawn("7")));
	}

	static RegisterEntry question(String number) {
		return register().find(QuestionNumber.of(number)).orElseThrow();
	}

	static TopicHead head(TopicState state) {
		var locked = state == TopicState.LOCKED;
		return new TopicHead(new TopicId(1), SLUG, "Rain barrels: from roof to kitchen", TopicKind.WEBINAR, state,
				LocalDate.of(2026, 3, 1), "Mele Fonoti", "https://recordings.example.org/barrels", AMARA, MORNING,
				locked ? AMARA : null, locked ? MORNING : null, 68, 4, 2);
	}

	static List<QuestionSection> sections() {
		var posts = posts();
		var pinned = posts.get("pinned");
		var answering = posts.get("answering two");
		return List.of(new QuestionSection(question("1"), List.of(), List.of(), List.of(), List.of()),
				new QuestionSection(question("2"), List.of(pinned), List.of(answering), sources(),
						List.of(new LostEntry(2, "cleaning guide", "Here is a cleaning guide:", 4, MELE, List.of()))),
				new QuestionSection(question("7"), List.of(), List.of(), List.of(), List.of()));
	}

	static List<TopicLine> topics() {
		var marks = register().counted().stream().map((one) -> new TopicLine.Mark(one.number(), one.status())).toList();
		var last = new TopicLine.LastPost(68, "Mele", MORNING);
		return List.of(
				new TopicLine(new TopicId(1), SLUG, "Rain barrels: from roof to kitchen", TopicKind.WEBINAR,
						TopicState.OPEN, LocalDate.of(2026, 3, 1), MORNING, AMARA, 4, marks, last, null),
				new TopicLine(new TopicId(2), new Slug("cisterns"), "Cisterns under the school", TopicKind.WEBINAR,
						TopicState.LOCKED, LocalDate.of(2026, 1, 20), MORNING, AMARA, 12, marks, last, MORNING),
				new TopicLine(new TopicId(3), new Slug("who-we-are"), "Who we are", TopicKind.DISCUSSION,
						TopicState.OPEN, null, MORNING, MELE, 1, List.of(), last, null));
	}

	static List<Waiting> waiting() {
		return List.of(waits("1", KB, 0), waits("3", MELE, 1), waits("3a", null, 16));
	}

	static List<PostEntry.Source> sources() {
		return List.of(new PostEntry.Source("https://barrels.example.org/lime", "Lime in four pages",
				"barrels.example.org", List.of(QuestionNumber.of("2")), true, null));
	}

	/** What somebody typed before it was refused. */
	static ReplyForm reply() {
		return new ReplyForm("", List.of("2"), List.of(), "on", List.of(), List.of(), List.of(), null, null, "3",
				"6f1c", null, null, null, "", List.of(), List.of());
	}

	private static PostEntry post(int number, PersonView author, String role, List<PostEntry.Addressed> addressed) {
		return new PostEntry(new PostId(number), number, author, role, MORNING, null, null, addressed, List.of(), WORDS,
				"We clean ours with a coconut brush and lime, twice a year…", PostState.PUBLISHED, null, null, null,
				sources(), List.of(), (number == 4) ? 3 : 0, null,
				(number == 4) ? List.of(new PostEntry.Wanted(1, false, "nine of ten jars")) : List.of());
	}

	private static PostEntry state(int number, PostState state, @Nullable String reason) {
		return new PostEntry(new PostId(number), number, MELE, "", MORNING, null, null, List.of(), List.of(), WORDS, "",
				state, reason, AMARA, MORNING, List.of(), List.of(), 0, null, List.of());
	}

	private static PostEntry.Addressed addressed(String number, AnswerState answer, @Nullable Integer rank,
			@Nullable String note) {
		return new PostEntry.Addressed(QuestionNumber.of(number), answer, rank, note, false);
	}

	private static RegisterEntry question(String number, QuestionStatus status, List<RegisterEntry> subs) {
		var sub = QuestionNumber.of(number).isSub();
		return new RegisterEntry(new QuestionId(Integer.parseInt(number.substring(0, 1))), QuestionNumber.of(number),
				text(number), sub ? MELE : KB, status, sub ? QuestionNumber.of("3") : null,
				number.equals("4") ? QuestionNumber.of("3a") : null, number.equals("4") ? "41:20" : null,
				(status == QuestionStatus.DISMISSED) ? "asked in another topic" : null, null, false,
				status.isAnswered() ? 2 : 1, status.isAnswered() ? 2 : 0, subs);
	}

	private static RegisterEntry joined(String number, String into) {
		return new RegisterEntry(new QuestionId(6), QuestionNumber.of(number), text(number), KB, QuestionStatus.OPEN,
				null, null, null, null, QuestionNumber.of(into), false, 0, 0, List.of());
	}

	private static RegisterEntry withdrawn(String number) {
		return new RegisterEntry(new QuestionId(7), QuestionNumber.of(number), "", null, QuestionStatus.OPEN, null,
				null, null, "a test row of the webinar tool", null, true, 0, 0, List.of());
	}

	private static Waiting waits(String number, @Nullable PersonView asker, long days) {
		return new Waiting(new QuestionId(days), SLUG, "Rain barrels: from roof to kitchen", QuestionNumber.of(number),
				text(number), asker, QuestionStatus.OPEN, MORNING, days, 1);
	}

	private static String text(String number) {
		return switch (number) {
			case "1" ->
				"Does a first flush of the roof keep enough dust and droppings out of the barrel, or do we need "
						+ "a filter of sand as well, and who cleans it when the family is away at the market for a week?";
			case "2" -> "How often is a barrel cleaned, and with what?";
			case "3" -> "Can the health post test the water without a kit?";
			case "3a" -> "And who pays for the kit?";
			case "4" -> "What does a barrel cost where nothing is sold?";
			case "5" -> "Is there a grant?";
			default -> "How do you clean them?";
		};
	}

	/** The same post with what only some posts have. */
	private record Special(PostEntry post) {

		PostEntry with(PostEntry.Parent parent, @Nullable Instant editedAt, List<Integer> replies,
				List<String> waiting) {
			return new PostEntry(this.post.id(), this.post.number(), this.post.author(), this.post.authorRole(),
					this.post.writtenAt(), editedAt, parent, this.post.addressed(), replies, this.post.body(),
					this.post.excerpt(), this.post.state(), null, null, null, this.post.sources(), waiting,
					this.post.thanks(), ASKED, this.post.wanted());
		}

	}

}
