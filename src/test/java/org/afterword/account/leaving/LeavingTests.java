package org.afterword.account.leaving;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;

import org.afterword.Browser;
import org.afterword.CommittingTest;
import org.afterword.conversation.PostLookup;
import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Pins;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.mail.EmailMessage;
import org.afterword.mail.Mail;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Profile;
import org.afterword.member.Viewer;
import org.afterword.site.FormerNames;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Zofia leaves; of Noor, who wrote much, others speak. */
@CommittingTest
class LeavingTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	Publishing publishing;

	@Autowired
	Visibility visibility;

	@Autowired
	PostLookup posts;

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	JdbcClient sql;

	private TopicId topic = new TopicId(0);

	private Viewer noor = Viewer.stranger();

	@Autowired
	Pins pins;

	@Autowired
	Emails emails;

	@Autowired
	DataFile files;

	@Autowired
	Mail mail;

	@Autowired
	TransactionTemplate transactions;

	private int naming;

	private int mine;

	@BeforeEach
	void theStory() {
		this.topic = this.story.tell();
		this.noor = this.story.noor();
		this.naming = this.publishing.reply(this.topic, this.story.zofia(),
				Reply.of("As @noor said, and @noor: thank you."));
		this.mine = this.publishing.reply(this.topic, this.noor, Reply.of("Here is https://example.org/mine."));
		this.publishing.reply(this.topic, this.story.zofia(),
				new Reply("Good.", this.mine, Set.of(), Set.of(), false, Set.of(), Set.of()));
		this.browser.send("/sign-in", "name", "noor", "password", SeedBanksWebinar.PASSWORD, "remember", "on");
	}

	@Test
	void whoLeavesIsANumberAndWhatTheyWroteStays() {
		leave("KEPT");
		var member = this.sql.sql("select handle, display_name, status, password_hash, about from member where id = ?")
			.param(this.noor.id().value())
			.query()
			.singleRow();
		assertThat(member).containsEntry("handle", "former-" + this.noor.id())
			.containsEntry("display_name", FormerNames.of(this.noor.id()))
			.containsEntry("status", "ERASED")
			.containsEntry("password_hash", null)
			.containsEntry("about", null);
		var page = this.browser.stranger().open("/topics/seed-banks?post=" + this.mine);
		assertThat(page.text("#p" + this.mine)).contains("former member " + this.noor.id(), "example.org/mine");
		assertThat(page.text("#p" + this.naming)).contains("As former member " + this.noor.id() + " said")
			.doesNotContain("@noor");
		assertThat(this.sql.sql("select excerpt from post where number = ? and topic_id = ?")
			.params(this.naming, this.topic.value())
			.query(String.class)
			.single()).doesNotContain("@noor");
		for (var left : List.of("sign_in", "known_device", "email_token", "member_email", "draft", "read_marker",
				"question_vote", "thanks", "topic_role", "submission_key", "old_handle")) {
			assertThat(this.sql.sql("select count(*) from " + left + " where member_id = ?")
				.param(this.noor.id().value())
				.query(Integer.class)
				.single()).as(left).isZero();
		}
		assertThat(this.sql.sql("select count(*) from spring_session where principal_name = ?")
			.param(this.noor.id().toString())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.sql.sql("select count(*) from mail_outbox where recipient = 'noor@example.org'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.browser.openOnly("/settings").status()).isEqualTo(303);
		assertThat(this.browser.stranger().open("/members/noor").status()).isEqualTo(404);
	}

	@Test
	void eachReadsInTheirOwnLanguageWhoHasLeft() {
		leave("KEPT");
		var arabic = this.browser.stranger().in(Locale.of("ar"));
		var page = arabic.open("/topics/seed-banks?post=" + this.mine);
		assertThat(page.text("#p" + this.mine)).contains("عضو سابق " + this.noor.id());
		assertThat(page.text("#p" + this.naming)).contains("عضو سابق " + this.noor.id());
		assertThat(page.html()).doesNotContain("former member", "\u2060");
		assertThat(this.browser.stranger().open("/topics/seed-banks?post=" + this.mine).html())
			.contains("former member " + this.noor.id())
			.doesNotContain("\u2060");
		for (var address : List.of("/", "/questions", "/topics/seed-banks/questions", "/topics/seed-banks/resources",
				"/topics/seed-banks/posts/" + this.mine, "/topics/seed-banks/posts/" + this.naming)) {
			assertThat(arabic.open(address).html()).as(address).doesNotContain("former member", "\u2060");
		}
		var ines = this.browser.as(this.story.ines()).in(Locale.of("ar"));
		assertThat(ines.open("/members?state=left").text("tbody")).contains("عضو سابق " + this.noor.id());
		for (var address : List.of("/moderation/log", "/moderation/log.csv", "/moderation/flags", "/desk",
				"/topics/seed-banks/people")) {
			assertThat(ines.open(address).html()).as(address).doesNotContain("former member", "\u2060");
		}
	}

	@Test
	void soDoTheDataOfOthersAndTheirLetters() throws Exception {
		leave("KEPT");
		var zofia = this.story.zofia().id();
		for (var said : Map
			.of(Locale.ENGLISH, "former member " + this.noor.id(), Locale.of("ar"), "عضو سابق " + this.noor.id())
			.entrySet()) {
			this.sql.sql("update post set state_reason = ? where number = ? and topic_id = ?")
				.params(FormerNames.of(this.noor.id()), this.naming, this.topic.value())
				.update();
			try (var zip = new ZipInputStream(new ByteArrayInputStream(this.files.make(zofia, said.getKey())))) {
				for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
					var words = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
					assertThat(words).as(entry.getName()).contains(said.getValue()).doesNotContain("\u2060");
				}
			}
		}
		var name = FormerNames.of(this.noor.id());
		this.transactions
			.executeWithoutResult((status) -> this.mail.send(new EmailMessage(new Email("salma@example.org"),
					Locale.of("ar"), name, name, List.of(name), null, List.of(), name, null, false)));
		var letter = this.sql.sql("select subject, plain, html from mail_outbox where recipient = 'salma@example.org'")
			.query()
			.singleRow();
		assertThat(letter.values())
			.allSatisfy((words) -> assertThat(words.toString()).contains("عضو سابق " + this.noor.id())
				.doesNotContain("former member", "\u2060"));
	}

	@Test
	void whoWishesTakesTheWordsAlongAndRepliesStayInTheirPlace() {
		leave("ERASED");
		var page = this.browser.stranger().open("/topics/seed-banks?post=" + this.mine);
		assertThat(page.html()).doesNotContain("example.org/mine");
		assertThat(page.text("#p" + (this.mine + 1))).contains("Good.");
		assertThat(this.sql.sql("""
				select count(*) from post where author_member_id = ? and body_markdown <> '' and number <> 1""")
			.param(this.noor.id().value())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.sql.sql("""
				select count(*) from post_revision r join post p on p.id = r.post_id
				where p.author_member_id = ? and r.body_markdown <> ''""")
			.param(this.noor.id().value())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.sql.sql("""
				select count(*) from citation c join post p on p.id = c.post_id where p.author_member_id = ?""")
			.param(this.noor.id().value())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void pinnedAnswersOfOthersMoveUp() {
		var question = QuestionNumber.of("6");
		var amara = this.story.amara();
		var first = this.publishing.reply(this.topic, this.noor, Reply.of("About question 6: two registers."));
		var second = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("About question 6: a book."));
		this.pins.pin(this.topic, question, first, "", amara);
		this.pins.pin(this.topic, question, second, "", amara);
		leave("ERASED");
		assertThat(this.sql.sql("""
				select count(*) from post_question t join post p on p.id = t.post_id
				where p.author_member_id = ? and t.pin_rank is not null and p.number <> 1""")
			.param(this.noor.id().value())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.sql.sql("""
				select bool_and(ranks = many) from (select max(pin_rank) as ranks, count(*) as many from post_question
				where pin_rank is not null group by question_id) as pinned""").query(Boolean.class).single()).isTrue();
	}

	@Test
	void whoWroteMoreLeavesWithAsManyStatements() {
		assertThat(statementsOfLeaving("tala", 2)).isEqualTo(statementsOfLeaving("biko", 12));
	}

	@Test
	void nothingHappensBeforeTheLetterIsAnswered() {
		this.browser.send("/settings/leaving", "words", "KEPT", "password", SeedBanksWebinar.PASSWORD);
		assertThat(this.members.get(this.noor.id()).active()).isTrue();
		var key = key();
		assertThat(this.browser.stranger().open("/leaving?key=" + key).text("main")).contains("@noor",
				"former member " + this.noor.id());
		assertThat(this.members.get(this.noor.id()).active()).isTrue();
		var other = this.browser.stranger();
		other.send("/sign-in", "name", "zofia", "password", SeedBanksWebinar.PASSWORD);
		assertThat(other.sendOnly("/leaving", "key", key).status()).isEqualTo(403);
		assertThat(this.members.get(this.noor.id()).active()).isTrue();
	}

	@Test
	void aWrongPasswordLeadsNowhere() {
		var answer = this.browser.sendOnly("/settings/leaving", "words", "ERASED", "password", "not hers");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("[role=alert]")).contains("This is not your password");
		assertThat(answer.all("[value=ERASED][checked]")).hasSize(1);
		assertThat(this.sql.sql("select count(*) from email_token where purpose like 'LEAVE%'")
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.browser.sendOnly("/settings/leaving", "password", SeedBanksWebinar.PASSWORD).status())
			.isEqualTo(422);
	}

	@Test
	void theHandleIsNobodysAgainNorOneThatLooksLikeIt() {
		leave("KEPT");
		assertThatThrownBy(() -> this.members.join(Newcomers.called("noor"))).isInstanceOf(Refused.class);
		assertThatThrownBy(() -> this.members.join(Newcomers.called("n00r"))).isInstanceOf(Refused.class);
		assertThat(this.sql.sql("select string_agg(hash, ' ') from retired_handle").query(String.class).single())
			.doesNotContain("noor");
	}

	@Test
	void theLastAdministratorStays() {
		var ines = this.story.ines();
		var browser = this.browser.stranger();
		browser.send("/sign-in", "name", "ines", "password", SeedBanksWebinar.PASSWORD);
		assertThat(browser.open("/settings/leaving").text("[role=alert]")).contains("only administrator");
		assertThat(
				browser.sendOnly("/settings/leaving", "words", "KEPT", "password", SeedBanksWebinar.PASSWORD).status())
			.isEqualTo(422);
		assertThat(this.members.get(ines.id()).active()).isTrue();
	}

	@Test
	void reasonsThatNameThemAreBlottedOutAndTheLogStays() {
		var amara = this.story.amara();
		this.visibility.hide(this.topic, this.mine, "Noor gave her telephone number", amara);
		this.visibility.hide(this.topic, this.naming, "It speaks of Noor Haddadin", amara);
		this.visibility.hide(this.topic, 4, "Off the topic", amara);
		var entries = this.sql.sql("select count(*) from audit_entry").query(Integer.class).single();
		leave("KEPT");
		assertThat(this.sql.sql("select count(*) from audit_entry").query(Integer.class).single()).isEqualTo(entries);
		assertThat(this.sql.sql("select words from staff_reason").query(String.class).list()).contains("Off the topic")
			.noneMatch((words) -> words.contains("Noor"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Noor Haddadin", "Noor H.", "(Noor Haddadin)", "نور حداد" })
	void whereOthersWroteTheNameOutFacilitatorsAreAsked(String name) {
		this.sql.sql("update member set display_name = ? where id = ?").params(name, this.noor.id().value()).update();
		var spelled = this.publishing.reply(this.topic, this.story.zofia(),
				Reply.of("I have it from " + name + " herself."));
		var longer = this.publishing.reply(this.topic, this.story.zofia(), Reply.of("It is Xx" + name + "xx."));
		leave("KEPT");
		var amara = this.browser.stranger();
		amara.send("/sign-in", "name", "amara", "password", SeedBanksWebinar.PASSWORD);
		assertThat(this.sql.sql("""
				select p.number from flag f join flag_case c on c.id = f.case_id join post p on p.id = c.post_id
				where c.state = 'OPEN' and f.member_id = ?""")
			.param(this.noor.id().value())
			.query(Integer.class)
			.list()).contains(spelled).doesNotContain(this.mine, this.naming, longer);
		assertThat(amara.open("/moderation/flags").text("main")).contains("The full name of former member");
	}

	@Test
	void whoIsShownByInitialsIsNamedNowhere() {
		var shown = this.browser.send("/settings", "name", "Noor Haddadin", "handle", "reader-7", "byInitials", "on");
		assertThat(shown.text("[role=status]")).contains("Saved");
		assertThat(shown.all("[name=name]").attr("value")).isEqualTo("Noor Haddadin");
		for (var address : List.of("/", "/topics/seed-banks?page=all", "/topics/seed-banks/questions",
				"/topics/seed-banks/resources", "/questions", "/members/reader-7")) {
			assertThat(this.browser.stranger().open(address).html()).as(address).doesNotContain("Noor Haddadin");
		}
		assertThat(this.browser.stranger().open("/members/reader-7").text("h1")).contains("NH");
		assertThat(this.sql.sql("select count(*) from post where body_html like '%Noor Haddadin%'")
			.query(Integer.class)
			.single()).isZero();
		var ines = this.browser.stranger();
		ines.send("/sign-in", "name", "ines", "password", SeedBanksWebinar.PASSWORD);
		assertThat(ines.open("/members?q=haddadin").text("main")).contains("Noor Haddadin");
	}

	@Test
	void aNewNameStandsInQuotesThatAreStored() {
		this.sql.sql("update question set asker_member_id = ?, asker_placeholder_id = null where number = '5'")
			.param(this.noor.id().value())
			.update();
		var quoting = this.publishing.reply(this.topic, this.story.zofia(),
				Reply.of(this.posts.quote(this.topic, 1) + "\n\n> Question 5: seeds\n\nYes."));
		this.profiles.change(this.noor.id(), new Handle("noor"), Profile.of("Nour al-Haddad"));
		assertThat(this.sql.sql("select body_html from post where number = ? and topic_id = ?")
			.params(quoting, this.topic.value())
			.query(String.class)
			.single()).doesNotContain("Noor Haddadin");
	}

	private void leave(String words) {
		var sent = this.browser.send("/settings/leaving", "words", words, "password", SeedBanksWebinar.PASSWORD);
		assertThat(sent.text("[role=status]")).contains("e-mail is on its way");
		var left = this.browser.send("/leaving", "key", key());
		assertThat(left.text("h1")).contains("You have left");
	}

	private int statementsOfLeaving(String handle, int posts) {
		var member = this.members.join(Newcomers.called(handle));
		this.emails.confirm(member, new Email(handle + "@example.org"));
		var viewer = this.members.viewer(member).orElseThrow();
		for (var n = 0; n < posts; n++) {
			this.publishing.reply(this.topic, viewer, Reply.of("See https://example.org/" + n));
		}
		var browser = this.browser.stranger();
		browser.send("/sign-in", "name", handle, "password", Newcomers.PASSWORD);
		browser.send("/settings/leaving", "words", "ERASED", "password", Newcomers.PASSWORD);
		return browser.queriesForSending("/leaving", "key", key());
	}

	private String key() {
		return this.sql.sql("""
				select substring(plain from 'leaving\\?key=([\\w-]+)') from mail_outbox
				where plain like '%leaving?key=%' order by id desc limit 1""").query(String.class).single();
	}

}
