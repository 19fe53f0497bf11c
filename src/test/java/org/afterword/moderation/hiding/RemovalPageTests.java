package org.afterword.moderation.hiding;

import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.Kept;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberErasure;
import org.afterword.member.Members;
import org.afterword.member.PersonalData;
import org.afterword.question.QuestionRegister;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody wrote a telephone number, and it was edited out. */
@AfterwordTest
class RemovalPageTests {

	private static final String TOPIC = "/topics/seed-banks";

	private static final String POST = TOPIC + "/posts/11";

	private static final String REMOVAL = POST + "/revisions/2/removal";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Questions questions;

	@Autowired
	QuestionRegister register;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	List<PersonalData> kinds;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Kept kept;

	Browser amara;

	Browser zofia;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.kept = new Kept(this.sql, this.topic);
		this.amara = this.browser.as(this.story.amara());
		this.zofia = this.browser.as(this.story.zofia());
		this.zofia.send(POST + "/edit", "body", "Ring 555 0101 for the law.", "revision", "1");
		this.amara.send(POST + "/edit", "body", "Ask for the law.", "revision", "2", "reason", "a private number");
	}

	@Test
	void aFacilitatorTakesAnOldVersionOutAndReadersSeeWhoAndWhy() {
		assertThat(this.browser.open(POST + "/revisions/3").text("main")).contains("555 0101");
		var form = this.amara.open(this.amara.open(POST + "/revisions/2").link("Remove this version"));
		assertThat(form.text(".page-head")).contains("removed for good", "it cannot be restored");
		var page = this.amara.send(REMOVAL, "reason", "private information", "words", "A number.");
		assertThat(page.address()).isEqualTo(POST + "/revisions");
		assertThat(page.text("[role=status]")).contains("Removed for good.");
		for (var version : List.of("", "/1", "/2", "/3")) {
			for (var reader : List.of(this.browser, this.zofia, this.amara)) {
				assertThat(reader.open(POST + "/revisions" + version).text()).as(version).doesNotContain("555 0101");
			}
		}
		assertThat(this.browser.open(POST + "/revisions/2").text("main")).contains("Amara Diallo removed this text",
				"Reason: private information. A number.");
		assertThat(this.browser.open(POST + "/revisions/3").text(".changes")).isEqualTo("Ask for the law.");
		assertThat(this.browser.open(POST + "/revisions").texts(".log li").get(1)).contains("text removed");
		assertThat(this.sql.sql("select count(*) from post_revision where body_markdown like '%555 0101%'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.browser.open(POST).text("main")).contains("Ask for the law.");
	}

	@Test
	void theLogKeepsNumbersAndItCannotBeTakenBack() {
		this.amara.send(REMOVAL, "reason", "private information");
		assertThat(this.kept.acts()).containsExactly("edit", "remove-version");
		assertThat(this.kept.reasons()).containsExactly("a private number", "private information");
		assertThat(this.sql.sql("select before::text || after::text from audit_entry where act = 'remove-version'")
			.query(String.class)
			.single()).isEqualTo("{\"version\": \"2\"}{}");
		var entry = this.sql.sql("select max(id) from audit_entry").query(Long.class).single();
		assertThat(this.amara.open("/moderation/log/" + entry).all("form[action$=undoing]")).isEmpty();
		assertThat(this.amara.send("/moderation/log/" + entry + "/undoing").status()).isEqualTo(422);
		assertThat(this.zofia.open(POST).texts(".log strong")).contains("removed an earlier version for good from");
	}

	@Test
	void whatCannotBeTakenOutIsSaid() {
		assertThat(this.amara.open(POST + "/revisions/3/removal").status()).isEqualTo(422);
		assertThat(this.amara.send(POST + "/revisions/3/removal", "reason", "private information").text("[role=alert]"))
			.contains("This is the current text.");
		assertThat(this.amara.send(POST + "/revisions/9/removal", "reason", "private information").status())
			.isEqualTo(404);
		var blank = this.amara.send(REMOVAL, "reason", "other", "words", " ");
		assertThat(blank.status()).isEqualTo(422);
		assertThat(blank.text("#words-error")).contains("Say in a few words why.");
		assertThat(this.amara.send(REMOVAL, "reason", "none such", "words", "A number.").value("words"))
			.contains("A number.");
		this.amara.send(REMOVAL, "reason", "private information");
		var twice = this.amara.send(REMOVAL, "reason", "private information");
		assertThat(twice.status()).isEqualTo(422);
		assertThat(twice.text("[role=alert]")).contains("has been removed already");
		assertThat(this.amara.open(POST + "/revisions/2").all("a[href$=removal]")).isEmpty();
		assertThat(this.amara.open(POST + "/revisions/3").all("a[href$=removal]")).isEmpty();
	}

	@Test
	void authorsAndOthersTakeNothingOut() {
		for (var member : List.of(this.zofia, this.browser.as(this.story.noor()))) {
			assertThat(member.open(POST + "/revisions/2").all("a[href$=removal]")).isEmpty();
			assertThat(member.open(REMOVAL).status()).isEqualTo(403);
			assertThat(member.send(REMOVAL, "reason", "private information").status()).isEqualTo(403);
		}
		assertThat(this.browser.open(POST + "/revisions/2").text("main")).contains("555 0101");
	}

	@Test
	void oldWordsOfAQuestionAreTakenOutOfItsHistory() {
		var number = QuestionNumber.of("9");
		var before = this.questions.get(this.topic, number).text();
		this.register.reword(this.topic, number, "Who rings 555 0101?", 1, this.story.amara());
		this.register.reword(this.topic, number, "Who rings the ministry?", 2, this.story.amara());
		var history = TOPIC + "/questions/9/history";
		assertThat(this.browser.open(history).text()).contains("555 0101");
		assertThat(this.browser.open(history).all("a[href$=removal]")).isEmpty();
		var form = this.amara.open(this.amara.open(history).all("a[href$=removal]").first().attr("href"));
		var change = form.address();
		assertThat(this.zofia.open(change).status()).isEqualTo(403);
		assertThat(this.zofia.send(change, "reason", "private information").status()).isEqualTo(403);
		assertThat(this.amara.send(change, "reason", "other").status()).isEqualTo(422);
		var page = this.amara.send(change, "reason", "private information");
		assertThat(page.address()).isEqualTo(history);
		assertThat(page.text()).doesNotContain("555 0101")
			.contains("Amara Diallo removed this text", "private information", before);
		assertThat(this.amara.send(change, "reason", "private information").status()).isEqualTo(422);
		assertThat(this.amara
			.open(TOPIC + "/questions/3/history/" + change.replaceAll(".*/([0-9]+)/removal", "$1") + "/removal")
			.status()).isEqualTo(404);
		assertThat(this.kept.acts()).endsWith("remove-wording");
	}

	@Test
	void theDataOfItsAuthorSayThatWordsWereTakenOut() {
		this.amara.send(REMOVAL, "reason", "private information");
		var revisions = this.kinds.stream()
			.flatMap((kind) -> kind.kept().stream())
			.filter((kept) -> kept.name().equals("revisions"))
			.findFirst()
			.orElseThrow();
		assertThat(
				this.sql.sql(revisions.query()).param("member", this.story.zofia().id().value()).query().listOfRows())
			.extracting(Object::toString)
			.noneMatch((row) -> row.contains("555 0101"))
			.anyMatch((row) -> row.contains("removal=private information"));
	}

	@Test
	void aReasonThatNamesWhoLeavesIsBlottedOut() {
		this.amara.send(REMOVAL, "reason", "other", "words", "Zofia asked for it.");
		this.erasure.erase(this.story.zofia().id(), "former member 9", false);
		assertThat(this.browser.open(POST + "/revisions/2").text("main")).doesNotContain("Zofia")
			.contains("former member 9");
	}

}
