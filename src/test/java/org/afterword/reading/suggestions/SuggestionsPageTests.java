package org.afterword.reading.suggestions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Role;
import org.afterword.reading.Forum;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class SuggestionsPageTests {

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	JdbcClient sql;

	@Test
	void aWriterIsOfferedThePeopleOfTheTopic() {
		this.story.tell();
		assertThat(offered("@no")).containsExactly("@noor");
		assertThat(offered("@hadd")).containsExactly("@noor");
		assertThat(offered("@kb")).containsExactly("@KB");
		assertThat(offered("@KB")).containsExactly("@KB");
		assertThat(offered("@")).hasSize(8);
		assertThat(offered("@nobody-like-this")).isEmpty();
		assertThat(offered("@%")).isEmpty();
	}

	@Test
	void othersAreOfferedByTwoLettersOfTheirHandle() {
		this.story.tell();
		var elsewhere = new Forum(this.sql).member("quentin", Role.MEMBER);
		assertThat(elsewhere.isMember()).isTrue();
		assertThat(offered("@q")).isEmpty();
		assertThat(offered("@qu")).containsExactly("@quentin");
		this.sql.sql("update member set status = 'ERASED' where handle = 'quentin'").update();
		assertThat(offered("@qu")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			M.B.               | m        | @M.B.
			M.B.               | M.B.     | @M.B.
			M.B.               | MB       | @M.B.
			M.B.               | M.B      | @M.B.
			Dr. Osei           | Dr. Os   | @Dr. Osei
			Dr. Osei           | Osei     | @Dr. Osei
			O'Neil, Sean       | O'Ne     | @O'Neil, Sean
			O'Neil, Sean       | sean     | @O'Neil, Sean
			J-P K              | J-P      | @J-P
			van der Berg       | van d    | @van der Berg
			van der Berg       | berg     | @van der Berg
			Ms. Ng             | ng       | @Ms. Ng
			XY (2)             | XY       | @XY (2)
			Ida Lund (Trust)   | ida      | @Ida
			""")
	void whoeverTheListNamedIsOfferedAndMeant(String label, String typed, String offered) {
		var topic = this.story.tell();
		new Forum(this.sql).placeholder(topic.value(), label);
		assertThat(offered("@" + typed)).contains(offered);
		var number = this.publishing.reply(topic, this.story.zofia(), Reply.of("Yes, " + offered + ". And so"));
		assertThat(named(topic, number)).containsExactly(label);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Trần Văn Bình      | tra      | Tran
			Trần Văn Bình      | tran v   | Tran Van Binh
			José Álvarez       | jos      | Jose
			José Álvarez       | alv      | Alvarez
			Dąbrowska          | Dab      | Dabrowska
			Łukasz Żak         | luk      | Lukasz
			Müller             | mul      | Muller
			Müller             | mue      | Mueller
			Søren Ødegård      | sor      | Soren
			Çağla Işık         | cag      | Cagla
			Đặng Thùy          | dang     | Dang
			Zoë                | zoe      | Zoe
			Strauß             | stra     | Strauss
			Артём Фёдоров      | арте     | Артем
			Ελένη              | ελε      | Ελενη
			أحمد               | احم      | احمد
			Jose Pires         | José     | José
			""")
	void accentsMayBeLeftOut(String label, String typed, String name) {
		var topic = this.story.tell();
		new Forum(this.sql).placeholder(topic.value(), label);
		assertThat(offered("@" + typed)).anyMatch((one) -> label.startsWith(one.substring(1)));
		var number = this.publishing.reply(topic, this.story.zofia(), Reply.of("Yes, @" + name + ", so it is."));
		assertThat(named(topic, number)).containsExactly(label);
	}

	@Test
	void accentsTellApartWhereTheyAreWritten() {
		var topic = this.story.tell();
		var forum = new Forum(this.sql);
		forum.placeholder(topic.value(), "Ané");
		forum.placeholder(topic.value(), "Ane");
		forum.placeholder(topic.value(), "Jané");
		forum.placeholder(topic.value(), "Janè");
		var number = this.publishing.reply(topic, this.story.zofia(),
				Reply.of("Yes, @Ané and @Ane, but not @Jane; nor @Janê."));
		assertThat(named(topic, number)).containsExactlyInAnyOrder("Ané", "Ane");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anonymous", "Guest (2)", "N.N.", "Anónimo" })
	void nobodyIsOfferedOrMeantByANameThatIsNone(String label) {
		var topic = this.story.tell();
		new Forum(this.sql).placeholder(topic.value(), label);
		assertThat(offered("@" + label.substring(0, 3))).isEmpty();
		var number = this.publishing.reply(topic, this.story.zofia(), Reply.of("Yes, @" + label + ", so it is."));
		assertThat(named(topic, number)).isEmpty();
	}

	private List<String> named(TopicId topic, int number) {
		return this.sql
			.sql("""
					select h.label from mention n join post p on p.id = n.post_id join placeholder h on h.id = n.placeholder_id
					where p.topic_id = ? and p.number = ?""")
			.params(topic.value(), number)
			.query(String.class)
			.list();
	}

	@Test
	void noAddressOfAnybodyIsShown() {
		this.story.tell();
		var page = this.browser.as(this.story.noor()).open(address("@"));
		assertThat(page.html()).doesNotContain("@example", ".org", "mailto");
	}

	@Test
	void postsAreOfferedByNumberAndQuestionsByNumberAndWord() {
		var topic = this.story.tell();
		assertThat(offered("#1")).startsWith("#1", "#10", "#11");
		assertThat(offered("#٣")).startsWith("#3", "#30");
		assertThat(offered("#")).startsWith("#31");
		assertThat(offered("#24")).isEmpty();
		assertThat(offered("5")).containsExactly("5");
		assertThat(offered("1")).startsWith("1", "10");
		var word = this.story.question(topic, "5").text().split(" ")[2];
		assertThat(offered("#" + word)).contains("question 5");
		var arabic = this.browser.as(this.story.noor()).in(Locale.of("ar")).open(address("#" + word));
		assertThat(arabic.all("[data-insert]").eachAttr("data-insert")).contains("السؤال 5");
		assertThat(offered("")).hasSize(8);
	}

	@Test
	void aLongTopicTakesNoMoreStatements() {
		var forum = new Forum(this.sql);
		var ama = forum.member("ama", Role.MEMBER);
		for (var posts : List.of(1, 60)) {
			var topic = forum.topic("reeds-" + posts, "OPEN", ama);
			for (var number = 1; number <= posts; number++) {
				forum.post(topic, number, ama, "Words " + number);
				forum.placeholder(topic, "P" + number);
				forum.question(topic, Integer.toString(number), "Why is it " + number + "?", "OPEN");
			}
		}
		for (var beginning : List.of("@p", "#1", "1", "#why")) {
			var little = this.browser.as(ama).queriesFor("/topics/reeds-1/names?q=" + encoded(beginning));
			assertThat(this.browser.as(ama).queriesFor("/topics/reeds-60/names?q=" + encoded(beginning))).as(beginning)
				.isLessThanOrEqualTo(Math.max(little, 7))
				.isLessThanOrEqualTo(7);
		}
	}

	private List<String> offered(String beginning) {
		var page = this.browser.as(this.story.zofia()).open(address(beginning));
		assertThat(page.status()).isEqualTo(200);
		return page.all("[data-insert]").eachAttr("data-insert");
	}

	private static String address(String beginning) {
		return "/topics/seed-banks/names?q=" + encoded(beginning);
	}

	private static String encoded(String beginning) {
		return URLEncoder.encode(beginning, StandardCharsets.UTF_8);
	}

}
