package org.afterword.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.imports.rows.Row;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class NewTopicPageTests {

	private static final String NEW = "/topics/new";

	private static final String LIST = """
			Wells and their keepers

			Thank you for coming to the webinar on wells!

			1. RM: Who repairs the pump when the trader is gone?
			2. TW: Rules for the keeper and How is the keeper chosen?
			3. RM: What does a pump cost? -
			- And who pays for the spare parts?
			4. OB: How deep is deep enough?
			""";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	private Browser amara;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.amara = this.browser.as(this.story.amara());
	}

	@Test
	void theAddressesOfAListAreResourcesAlsoThoseThatMailBroke() {
		var topic = send(read("""
				Wells and their keepers

				Thank you for coming to the webinar on wells!

				1. RM: Is https://wells.example.org/long-
				report_2021.pdf right about pumps?
				2. TW: Who keeps example.org/keys.pdf?
				3. OB: Who pays?
				"""), "publish", "heldOn", "2026-09-01");
		assertThat(topic.text("main")).contains("Resources (2)");
		var wells = "/topics/wells-and-their-keepers";
		assertThat(this.amara.open(wells + "/resources").all(".references a[rel*=ugc]").eachAttr("href"))
			.containsExactly("https://example.org/keys.pdf", "https://wells.example.org/long-report_2021.pdf");
		assertThat(this.amara.open(wells + "/questions/1").text("#title"))
			.isEqualTo("Is https://wells.example.org/long-report_2021.pdf right about pumps?");
		assertThat(this.amara.open(wells + "/questions/2").all("#title a").eachAttr("href"))
			.containsExactly("https://example.org/keys.pdf");
	}

	@Test
	void pastedHtmlIsReadAsTextAndKeepsItsLinks() {
		var check = read("""
				<!--StartFragment--><ol>
				<li>RM: Who repairs <a href="https://wells.example.org/pumps">this pump</a>?</li>
				<li>TW: How deep is deep enough?</li>
				</ol>""");
		assertThat(check.status()).isEqualTo(200);
		assertThat(check.all("input[name=asker]").eachAttr("value")).containsExactly("RM", "TW");
		assertThat(check.all("textarea[name=text]").first().text())
			.isEqualTo("Who repairs this pump (https://wells.example.org/pumps)?");
		assertThat(check.value("pasted")).startsWith("1. RM:").doesNotContain("<");
	}

	@Test
	void textThatMentionsATagIsNotReadAsHtml() {
		assertThat(read("1. RM: Where does <b> end, and <p>?").all("textarea[name=text]").first().wholeText())
			.contains("Where does <b> end, and <p>?");
	}

	@Test
	void aListIsPastedCheckedAndPublished() {
		var check = read(LIST);
		assertThat(check.status()).isEqualTo(200);
		assertThat(numbers(check)).containsExactly("1", "2", "3", "3a", "4");
		assertThat(check.value("title")).isEqualTo("Wells and their keepers");
		assertThat(check.value("introduction")).contains("Thank you for coming");
		assertThat(check.text(".standing")).startsWith("5 questions recognised, 3 askers")
			.endsWith("Nothing is published yet.");
		assertThat(check.text("#row-3")).contains("A dash at the end was removed.");
		assertThat(check.text("#row-4")).contains("Put under 3, as asked by RM.");
		assertThat(topics()).doesNotContain("wells-and-their-keepers");

		var topic = send(check, "publish", "heldOn", "2026-09-01", "speakers", "Rosa Mendez of the Water Bureau",
				"recording", "https://example.org/wells");
		assertThat(topic.address()).isEqualTo("/topics/wells-and-their-keepers");
		assertThat(topic.text("h1")).isEqualTo("Wells and their keepers");
		assertThat(topic.text(".standing")).contains("Rosa Mendez").contains("recording");
		assertThat(topic.text(".notice")).contains("Published.");
		assertThat(topic.text(".post .prose")).contains("Thank you for coming");
		var questions = this.browser.open("/topics/wells-and-their-keepers/questions").document();
		assertThat(questions.text()).contains("Who repairs the pump").contains("And who pays for the spare parts?");
		assertThat(this.browser.open("/topics/wells-and-their-keepers/questions/3a").status()).isEqualTo(200);
	}

	@Test
	void askersCanBeMentionedAtOnce() {
		publish(LIST);
		var reply = this.browser.as(this.story.noor())
			.send("/topics/wells-and-their-keepers/replies", "body", "@RM. Question 3: ask the district.");
		assertThat(reply.all(".post .mention").eachText()).anyMatch((name) -> name.contains("RM"));
		assertThat(this.sql.sql("select count(*) from placeholder p join topic t on t.id = p.topic_id where t.slug = ?")
			.param("wells-and-their-keepers")
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void aSourceWithoutALinkGetsAnEmptyPlace() {
		var check = read(LIST + "\nThanks to all.\n\nRosa Mendez wrote:\n\nHere is the handbook on pumps:\n");
		assertThat(check.text("main")).contains("One source in the text seems to have lost its link:")
			.contains("“Here is the handbook on pumps:”");
		var topic = send(check, "publish", "heldOn", "2026-09-01");
		assertThat(topic.text(".notice")).contains("One source of the list has lost its link");
		var resources = this.browser.open("/topics/wells-and-their-keepers/resources");
		assertThat(resources.text("main")).contains("handbook on pumps");
	}

	@Test
	void aSourceWithoutALinkGetsNoPlaceIfUnticked() {
		var check = read(LIST + "\nThanks to all.\n\nRosa Mendez wrote:\n\nHere is the handbook on pumps:\n");
		var fields = fields(check);
		remove(fields, "ask", "");
		set(fields, "heldOn", 0, "2026-09-01");
		var topic = this.amara.send(NEW, with(fields, "act", "publish"));
		assertThat(topic.text(".notice")).contains("Published.").doesNotContain("lost its link");
		assertThat(this.browser.open("/topics/wells-and-their-keepers/resources").text("main"))
			.doesNotContain("handbook on pumps");
	}

	@Test
	void noPasswordInAnAddressIsShownAgain() {
		var check = read("1. MB: Who keeps https://zofia:secret@example.org/x?\n2. TW: Who pays?");
		assertThat(check.toString()).doesNotContain("secret");
		assertThat(texts(check).getFirst()).isEqualTo("Who keeps https://example.org/x?");
		assertThat(check.value("pasted")).contains("https://example.org/x");
	}

	@Test
	void twoQuestionsInOneLineAreSplitWithOnePress() {
		var check = read(LIST);
		assertThat(check.text("#row-2")).contains("Two questions in one?");
		var split = send(check, "split:1");
		assertThat(numbers(split)).containsExactly("1", "2", "2a", "3", "3a", "4");
		assertThat(texts(split).subList(1, 3)).containsExactly("Rules for the keeper", "How is the keeper chosen?");
		assertThat(split.text("#row-5")).contains("Put under 3, as asked by RM.");
	}

	@Test
	void rowsAreEditedJoinedRenumberedDroppedAndAdded() {
		var check = read(LIST);
		var added = send(check, "add");
		assertThat(numbers(added)).containsExactly("1", "2", "3", "3a", "4", "5");
		var fields = fields(added);
		set(fields, "number", 2, "7");
		set(fields, "text", 0, "Who repairs the pump?");
		set(fields, "place", 1, "joined");
		set(fields, "asker", 5, "ZK");
		set(fields, "text", 5, "Can rain fill a well?");
		remove(fields, "keep", "4");
		var corrected = this.amara.send(NEW, with(fields, "act", "check"));
		assertThat(numbers(corrected)).containsExactly("1", "7", "7a", "4", "5");
		assertThat(texts(corrected).getFirst())
			.isEqualTo("Who repairs the pump? Rules for the keeper and How is the keeper chosen?");
		assertThat(corrected.all("#row-3 option[selected]").eachText()).containsExactly("under 7");
		assertThat(corrected.text(".standing")).startsWith("4 questions recognised");

		var topic = send(corrected, "publish", "heldOn", "2026-09-01");
		assertThat(topic.status()).isEqualTo(200);
		assertThat(register("wells-and-their-keepers")).containsExactly("1 RM", "5 ZK", "7 RM", "7a RM");
	}

	@Test
	void theSameInitialsAreTwoPeopleIfTheFacilitatorSaysSo() {
		var check = read(LIST);
		assertThat(check.text("#row-3")).contains("Is this the same RM as in question 1?");
		var apart = send(check, "apart:2");
		assertThat(apart.value("asker")).isEqualTo("RM");
		assertThat(apart.all("[name=asker]").eachAttr("value")).containsExactly("RM", "TW", "RM (2)", "RM", "OB");
		send(apart, "publish", "heldOn", "2026-09-01");
		assertThat(register("wells-and-their-keepers")).contains("1 RM", "3 RM (2)");
	}

	@Test
	void aDraftIsSeenByThoseWhoRunItUntilItIsPublished() {
		var draft = send(read(LIST), "draft", "heldOn", "2026-09-01");
		assertThat(draft.text(".notice")).contains("Saved as a draft");
		assertThat(this.amara.open("/").text()).contains("Wells and their keepers").contains("a draft");
		for (var other : List.of(this.browser.stranger(), this.browser.as(this.story.noor()))) {
			assertThat(other.open("/topics/wells-and-their-keepers").status()).isEqualTo(404);
			assertThat(other.open("/topics/wells-and-their-keepers/questions/1").status()).isEqualTo(404);
			assertThat(other.open("/").text()).doesNotContain("Wells and their keepers");
			assertThat(other.open("/questions").text()).doesNotContain("Who repairs the pump");
		}
		var ask = this.amara.open(draft.link("Publish it"));
		assertThat(ask.text("h1")).isEqualTo("Publish the topic?");
		assertThat(this.amara.send(ask.all("main form").attr("action")).text(".notice")).contains("Published.");
		assertThat(this.browser.stranger().open("/topics/wells-and-their-keepers").status()).isEqualTo(200);
	}

	@Test
	void aListPublishedBeforeIsNotedAndNotPublishedTwice() {
		publish(LIST);
		var again = read(LIST.replace("1.", "1)"));
		assertThat(again.text(".notice")).contains("This list was already published")
			.contains("Wells and their keepers");
		assertThat(again.link("Wells and their keepers")).isEqualTo("/topics/wells-and-their-keepers");
		var refused = send(again, "publish", "heldOn", "2026-09-01", "title", "Wells once more");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text(".notice.grave")).contains("already published, as “Wells and their keepers”");
		assertThat(refused.value("title")).isEqualTo("Wells once more");
		assertThat(topics()).doesNotContain("wells-once-more");
	}

	@Test
	void theSameListIsPublishedAgainIfTicked() {
		publish(LIST);
		for (var title : List.of("Wells once more", "Wells a third time")) {
			var fields = new ArrayList<>(fields(read(LIST)));
			fields.addAll(List.of("again", "on"));
			var topic = this.amara.send(NEW, with(fields, "act", "publish", "heldOn", "2026-09-01", "title", title));
			assertThat(topic.text("h1")).isEqualTo(title);
		}
		assertThat(read(LIST).text(".notice")).contains("Wells a third time");
	}

	@Test
	void privateMessagesAreNeitherShownNorKept() {
		var check = read("""
				10:07:30 From Bo to Everyone : How deep is the well?
				10:07:40 From Ana to KG (Direct Message) : is my boss in this call?
				10:09:00 From Cy to Everyone : Who pays for the pump?
				""");
		assertThat(check.status()).isEqualTo(200);
		assertThat(check.document().outerHtml()).doesNotContain("my boss");
		assertThat(check.text(".notice")).contains("One private message was left out.");
		var again = send(check, "check");
		assertThat(again.text(".notice")).contains("One private message was left out.");
		assertThat(texts(again)).containsExactly("How deep is the well?", "Who pays for the pump?");
		send(again, "publish", "heldOn", "2026-09-01", "title", "Wells", "introduction", "Hello.");
		assertThat(register("wells")).containsExactly("1 Bo", "2 Cy");
		assertThat(this.sql.sql("select pasted || left_out from import_batch").query(String.class).single())
			.contains("How deep")
			.doesNotContain("my boss");
	}

	@Test
	void aReportBecomesQuestionsWithTheirStatusAndWithoutAddresses() {
		var check = read("""
				#,Question,Asker Name,Asker Email,Answer(s)
				1,"Who keeps the ""bank""?",Anna Bello,anna@example.org,"live answered"
				2,Who pays?,Bo Li,bo@example.org,Answered by Host: The union does.
				3,Is my boss here?,Cy,cy@example.org,(Privately) He is at home.
				""");
		assertThat(check.all("textarea[name=text]").eachText()).containsExactly("Who keeps the \"bank\"?", "Who pays?",
				"Is my boss here?");
		assertThat(check.text("main")).contains("One private answer was left out.")
			.contains("3 e-mail addresses were removed")
			.doesNotContain("at home");
		send(check, "publish", "heldOn", "2026-09-01", "title", "Seed", "introduction", "Hello.");
		assertThat(register("seed")).containsExactly("1 Anna Bello", "2 Bo Li");
		var page = this.browser.open("/topics/seed/questions").document();
		assertThat(page.text()).contains("answered live").doesNotContain("example.org");
		assertThat(this.sql.sql("select count(*) from placeholder where email_hash is not null")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void anEmailAddressIsPublishedOnlyIfTicked() {
		var check = read(LIST);
		var fields = new ArrayList<>(fields(check));
		set(fields, "text", 0, "May we write to desk@example.org?");
		set(fields, "heldOn", 0, "2026-09-01");
		var refused = this.amara.send(NEW, with(fields, "act", "publish"));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("[role=alert]")).contains("tick that they may be published");
		assertThat(refused.text("#row-1")).contains("Shows an e-mail address");
		assertThat(texts(refused).getFirst()).isEqualTo("May we write to desk@example.org?");
		assertThat(topics()).doesNotContain("wells-and-their-keepers");
		var ticked = new ArrayList<>(fields(refused));
		ticked.addAll(List.of("addresses", "on"));
		assertThat(this.amara.send(NEW, with(ticked, "act", "publish")).address())
			.isEqualTo("/topics/wells-and-their-keepers");
	}

	@Test
	void unreadableTextIsRefusedAndKept() {
		for (var pasted : List.of("Name,User Email,Duration\nAnna,anna@example.org,5", "{\"value\": []}",
				"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nAna: Who pays?")) {
			var page = this.amara.send(NEW, "act", "read", "pasted", pasted);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.text("#pasted-error")).isNotEmpty();
			assertThat(page.value("pasted").strip()).isEqualTo(pasted);
		}
	}

	@Test
	void aFormThatIsSentTwicePublishesOnce() {
		var fields = with(fields(read(LIST)), "act", "publish", "heldOn", "2026-09-01");
		var first = this.amara.send(NEW, fields);
		var second = this.amara.send(NEW, fields);
		assertThat(second.address()).isEqualTo(first.address());
		assertThat(topics()).filteredOn((slug) -> slug.startsWith("wells")).hasSize(1);
	}

	@Test
	void theConversationBelowAListIsKeptButGivesNoQuestions() {
		var check = read(LIST + """

				#3
				Rekha Rao
				12 March 2019
				Good evening all, could anybody say how your village did it?

				@RM: we did question 2 by lot. See https://example.org/lots
				""");
		assertThat(numbers(check).stream().filter((number) -> !number.isEmpty())).containsExactly("1", "2", "3", "3a",
				"4");
		assertThat(check.text("details")).contains("conversation, kept with the import");
		send(check, "publish", "heldOn", "2026-09-01");
		var address = "/topics/wells-and-their-keepers/left-out";
		var leftOut = this.amara.open(this.amara.open("/topics/wells-and-their-keepers").link("Left out of the list"));
		assertThat(leftOut.address()).isEqualTo(address);
		assertThat(leftOut.text("main")).contains("how your village did it").contains("https://example.org/lots");
		assertThat(this.browser.as(this.story.noor()).open(address).status()).isEqualTo(403);
		assertThat(this.browser.stranger().open(address).address()).startsWith("/sign-in");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                           | Nothing was pasted
			Good morning everybody.      | No questions were found
			iVBORw0KGgoAAAANSUhEUgAAAAUA | This is a picture
			%PDF-1.7 obj                 | This is a file
			""")
	void textWithoutAListIsRefusedAndKept(String pasted, String words) {
		var page = this.amara.send(NEW, "act", "read", "pasted", pasted, "title", "Wells", "heldOn", "2026-09-01",
				"introduction", "Hello.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains(words);
		assertThat(page.text("#pasted-error")).contains(words);
		assertThat(page.value("pasted").strip()).isEqualTo(pasted);
		assertThat(page.value("title")).isEqualTo("Wells");
		assertThat(page.value("heldOn")).isEqualTo("2026-09-01");
		assertThat(page.value("introduction").strip()).isEqualTo("Hello.");
	}

	@Test
	void moreThanThreeHundredQuestionsAreCounted() {
		var page = read(questions(301));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#pasted-error")).contains("301").contains("300");
		var most = send(read(questions(300)), "publish", "heldOn", "2026-09-01", "title", "Three hundred",
				"introduction", "All of them.");
		assertThat(most.address()).isEqualTo("/topics/three-hundred");
		assertThat(register("three-hundred")).hasSize(300);
	}

	@Test
	void duplicateNumbersAndLongQuestionsAreNotedAndEverythingElseStays() {
		var list = "1. RM: Who repairs the pump?\n2. TW: " + "why ".repeat(520)
				+ "?\n4. OB: How deep?\n4. ZK: How wide?\n";
		var page = send(read(list), "publish", "title", "Wells", "heldOn", "2026-09-01", "introduction",
				"Hello, and welcome.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("Row 2:")
			.contains("the limit for a question is 2000")
			.contains("Row 3:")
			.contains("The number 4 is used twice");
		assertThat(texts(page)).hasSize(4).contains("Who repairs the pump?", "How deep?", "How wide?");
		assertThat(page.value("title")).isEqualTo("Wells");
		assertThat(topics()).doesNotContain("wells");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			title        | ''                      | Give the topic a title
			heldOn       | ''                      | When was the webinar?
			heldOn       | 30.4.2026               | as year, month and day
			heldOn       | 0206-04-30              | Check the year
			recording    | javascript:alert(1)     | full link to the recording
			recording    | example                 | full link to the recording
			introduction | ' '                     | a few words of welcome
			""")
	void errorsOfTheTopicAreShownBesideTheirFields(String field, String value, String words) {
		var fields = new ArrayList<>(List.of(with(fields(read(LIST)), "act", "publish", "heldOn", "2026-09-01")));
		set(fields, field, 0, value);
		var page = this.amara.send(NEW, fields.toArray(String[]::new));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-error")).contains(words);
		assertThat(numbers(page)).containsExactly("1", "2", "3", "3a", "4");
		assertThat(topics()).doesNotContain("wells-and-their-keepers");
	}

	@Test
	void aTopicCanOpenWithoutQuestions() {
		var topic = this.amara.send(NEW, "act", "open", "title", "What shall we talk of next?", "introduction",
				"Say what you need.");
		assertThat(topic.address()).isEqualTo("/topics/what-shall-we-talk-of-next");
		assertThat(topic.text(".occasion")).contains("A discussion since");
		var refused = this.amara.send(NEW, "act", "open", "title", "", "introduction", "Say what you need.");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.value("introduction").strip()).isEqualTo("Say what you need.");
	}

	@Test
	void aTopicCalledNewHasAnAddressOfItsOwn() {
		assertThat(this.amara.send(NEW, "act", "open", "title", "New!", "introduction", "Hello.").address())
			.isEqualTo("/topics/topic-new");
	}

	@Test
	void onlyFacilitatorsOpenTopics() {
		assertThat(this.browser.as(this.story.noor()).open(NEW).status()).isEqualTo(403);
		assertThat(this.browser.as(this.story.noor()).send(NEW, "act", "publish", "title", "Mine").status())
			.isEqualTo(403);
		assertThat(this.browser.stranger().open(NEW).address()).startsWith("/sign-in");
		assertThat(this.amara.sendForged(NEW, "act", "open", "title", "Mine", "introduction", "Hello.").status())
			.isEqualTo(403);
		assertThat(this.browser.as(this.story.noor()).open("/").has(".masthead a[href='/topics/new']")).isFalse();
		assertThat(this.amara.open("/").has(".masthead a[href='/topics/new']")).isTrue();
	}

	@Test
	void rowsWithMissingFieldsAreRefused() {
		assertThat(this.amara.send(NEW, "act", "publish", "text", "Who?", "number", "1").status()).isEqualTo(400);
	}

	private Page read(String list) {
		return this.amara.send(NEW, "act", "read", "pasted", list);
	}

	private void publish(String list) {
		assertThat(send(read(list), "publish", "heldOn", "2026-09-01").status()).isEqualTo(200);
	}

	private Page send(Page page, String act, String... more) {
		var fields = new ArrayList<>(List.of(with(fields(page), "act", act)));
		for (var at = 0; at < more.length; at += 2) {
			set(fields, more[at], 0, more[at + 1]);
		}
		return this.amara.send(NEW, fields.toArray(String[]::new));
	}

	/** What the form would send, in its order, without a button. */
	private static List<String> fields(Page page) {
		var fields = new ArrayList<String>();
		for (var field : page.all("main form [name]")) {
			if (!field.tagName().equals("button")
					&& (!field.attr("type").equals("checkbox") || field.hasAttr("checked"))) {
				fields.add(field.attr("name"));
				fields.add(value(field));
			}
		}
		return fields;
	}

	private static String value(Element field) {
		return switch (field.tagName()) {
			case "select" -> field.select("option[selected]").attr("value");
			case "textarea" -> field.wholeText();
			default -> field.attr("value");
		};
	}

	/** Types into the field of this name, the first or a later one. */
	private static void set(List<String> fields, String name, int which, String value) {
		var places = IntStream.range(0, fields.size() / 2)
			.filter((at) -> fields.get(2 * at).equals(name))
			.boxed()
			.toList();
		fields.set(2 * places.get(which) + 1, value);
	}

	private static void remove(List<String> fields, String name, String value) {
		for (var at = 0; at < fields.size(); at += 2) {
			if (fields.get(at).equals(name) && fields.get(at + 1).equals(value)) {
				fields.subList(at, at + 2).clear();
				return;
			}
		}
	}

	private static String[] with(List<String> fields, String... more) {
		var all = new ArrayList<>(fields);
		for (var at = 0; at < more.length; at += 2) {
			if (more[at].equals("act")) {
				all.addAll(List.of("act", more[at + 1]));
			}
			else {
				set(all, more[at], 0, more[at + 1]);
			}
		}
		return all.toArray(String[]::new);
	}

	private static List<String> numbers(Page page) {
		return page.all("[name=number]").eachAttr("value");
	}

	private static List<String> texts(Page page) {
		return page.all("[name=text]").stream().map((field) -> field.wholeText().strip()).toList();
	}

	private static String questions(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> "%d. RM: How deep is well %d?".formatted(number, number))
			.collect(Collectors.joining("\n"));
	}

	private List<String> topics() {
		return this.sql.sql("select slug from topic").query(String.class).list();
	}

	private List<String> register(String slug) {
		return this.sql.sql("""
				select q.number || ' ' || coalesce(p.label, '') from question q
				join topic t on t.id = q.topic_id left join placeholder p on p.id = q.asker_placeholder_id
				where t.slug = ? order by q.position""").param(slug).query(String.class).list();
	}

}
