package org.afterword.account.leaving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.MessageFiles;
import org.afterword.account.AccountMail;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.PersonalData;
import org.afterword.site.FormerNames;
import org.afterword.site.Site;
import org.afterword.topic.Topics;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.ObjectMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class DataExportTests {

	/**
	 * In docs/privacy.md: a column that points to a member and is in no file, and why.
	 */
	private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| `([a-z_]+\\.[a-z_]+)` \\| [^|]{10,} \\|$");

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	DataExports exports;

	@Autowired
	DataFile file;

	@Autowired
	ITemplateEngine templates;

	@Autowired
	Site site;

	@Autowired
	FormerNames former;

	@Autowired
	Emails emails;

	@Autowired
	AccountMail accountMail;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	Clock clock;

	@Autowired
	List<PersonalData> modules;

	@Autowired
	Browser browser;

	@Autowired
	ObjectMapper json;

	@Autowired
	JdbcClient sql;

	@Test
	void whateverPointsToAMemberIsInTheFileOrLeftOutForAReason() throws IOException {
		var pointing = this.sql.sql("""
				select c.conrelid::regclass || '.' || a.attname
				from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
				where c.contype = 'f' and c.confrelid = 'member'::regclass""").query(String.class).set();
		var given = this.modules.stream()
			.flatMap((module) -> module.kept().stream())
			.flatMap((kept) -> kept.columns().stream())
			.toList();
		var leftOut = LEFT_OUT.matcher(Files.readString(Path.of("docs/privacy.md")))
			.results()
			.map((line) -> line.group(1))
			.toList();
		assertThat(given).doesNotHaveDuplicates().doesNotContainAnyElementsOf(leftOut);
		var known = new TreeSet<>(given);
		known.addAll(leftOut);
		assertThat(known).as("columns that the file of a member or docs/privacy.md names")
			.containsExactlyInAnyOrderElementsOf(pointing);
	}

	@Test
	void theFileHoldsWhatTheyWroteForPeopleAndForPrograms() throws IOException {
		var topic = this.story.tell();
		var noor = this.story.noor();
		var number = this.publishing.reply(topic, noor, Reply.of("First words of <b> mine"));
		this.edits.edit(this.topics.viewed(topic, noor), number, "Second words of mine", 1, "");
		var zip = unpack(this.file.make(noor.id(), Locale.ENGLISH));
		assertThat(zip).containsOnlyKeys("data.json", "data.html");
		var data = this.json.readTree(zip.get("data.json"));
		assertThat(data.get("profile").get(0).get("name").asString()).isEqualTo("Noor Haddadin");
		assertThat(data.get("addresses").get(0).get("email").asString()).isEqualTo("noor@example.org");
		assertThat(data.get("posts").toString()).contains("Second words of mine", "/topics/seed-banks/posts/" + number);
		assertThat(data.get("revisions").toString()).contains("First words of <b> mine");
		assertThat(data.toString()).doesNotContain("zofia@example.org", "argon2", "{bcrypt}");
		var page = Jsoup.parse(zip.get("data.html"));
		assertThat(page.select("h2").eachText()).startsWith("You")
			.contains("You", "What you wrote", "Earlier versions");
		assertThat(page.text()).contains("Second words of mine", "First words of <b> mine");
		assertThat(page.select("a").last().absUrl("href")).startsWith("https://forum.example.org/");
		assertThat(page.text()).doesNotContain("??");
	}

	@Test
	void whoEditedAPostOfOthersHasNotTheirWordsInTheirOwnFile() throws IOException {
		var topic = this.story.tell();
		var number = this.publishing.reply(topic, this.story.zofia(), Reply.of("What a blithering jar."));
		this.edits.edit(this.topics.viewed(topic, this.story.amara()), number, "What a jar.", 1, "rude");
		assertThat(unpack(this.file.make(this.story.amara().id(), Locale.ENGLISH)).get("data.json")).contains("rude")
			.doesNotContain("blithering");
		assertThat(unpack(this.file.make(this.story.zofia().id(), Locale.ENGLISH)).get("data.json"))
			.contains("blithering");
	}

	@Test
	void everyColumnHasAWordInEveryLanguage() {
		this.story.tell();
		var words = new HashMap<String, String>();
		for (var module : this.modules) {
			for (var kept : module.kept()) {
				this.sql.sql("select * from (" + kept.query() + ") x limit 0").param("member", 1).query((rows) -> {
					for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
						words.put("data.column." + rows.getMetaData().getColumnLabel(column), kept.name());
					}
					return true;
				});
				words.put("data.part." + kept.name(), kept.name());
			}
		}
		MessageFiles.languages()
			.forEach((language, messages) -> assertThat(messages.stringPropertyNames()).as(language.toString())
				.containsAll(words.keySet()));
	}

	@Test
	void theFileTellsWhenStaffNotedSomethingButNotWhatNorWhoAndNothingOfFlags() throws IOException {
		this.story.tell();
		var amara = this.browser.as(this.story.amara());
		var post = "/topics/seed-banks/posts/26";
		amara.send("/members/zofia/notes", "words", "Noor says that she is tired.");
		amara.send(post + "/notes", "words", "Asked her by mail.");
		this.browser.as(this.story.noor()).send(post + "/flags", "reason", "other", "words", "Too rude for us.");
		amara.send(
				"/moderation/flags/" + this.sql.sql("select id from flag_case").query(Long.class).single() + "/owner");
		amara.send(post + "/hiding", "reason", "private information");
		var data = this.json.readTree(unpack(this.file.make(this.story.zofia().id(), Locale.ENGLISH)).get("data.json"));
		var notes = data.get("notes-about-you");
		assertThat(notes.toString()).doesNotContain("mara");
		assertThat(notes.size()).isEqualTo(2);
		assertThat(notes.get(0).get("subject").asString()).isEqualTo("member");
		assertThat(notes.get(1).get("address").asString()).isEqualTo(post);
		assertThat(notes.get(1).get("at").asString()).isNotEmpty();
		assertThat(data.get("acts-on-you").toString()).contains("hide", "private information")
			.doesNotContain("note", "flags");
		assertThat(data.toString()).doesNotContain("tired", "Asked her", "Too rude");
		var writer = this.json
			.readTree(unpack(this.file.make(this.story.amara().id(), Locale.ENGLISH)).get("data.json"));
		assertThat(writer.get("notes").toString()).contains("Asked her by mail.");
		assertThat(writer.get("notes-about-you").isEmpty()).isTrue();
	}

	@Test
	void oneFileThatCannotBeMadeKeepsNobodyWaiting() {
		this.story.tell();
		this.browser.as(this.story.noor()).send("/settings/data");
		this.browser.as(this.story.zofia()).send("/settings/data");
		var noor = this.story.noor().id();
		var file = new DataFile(this.modules, this.sql, this.json, this.templates, this.site, this.former) {

			@Override
			byte[] make(MemberId member, Locale language) {
				if (member.equals(noor)) {
					throw new IllegalStateException("not this one");
				}
				return super.make(member, language);
			}

		};
		new DataExports(file, this.emails, this.accountMail, this.sql, this.transaction, this.clock).make();
		assertThat(this.sql.sql("select member_id from data_export where made_at is not null").query(Long.class).list())
			.containsExactly(this.story.zofia().id().value());
	}

	@Test
	void aJobMakesItALetterTellsOfItAndOnlyItsOwnerGetsIt() {
		this.story.tell();
		var noor = this.browser.as(this.story.noor());
		var asked = noor.send("/settings/data");
		assertThat(asked.text("[role=status]")).contains("is being made");
		assertThat(asked.text("main")).contains("being made");
		assertThat(noor.open("/settings/data/file").status()).isEqualTo(404);
		this.exports.make();
		assertThat(this.sql.sql("select plain from mail_outbox where recipient = 'noor@example.org'")
			.query(String.class)
			.single()).contains("/settings/data");
		assertThat(noor.open("/settings/data").link("Download your data")).isEqualTo("/settings/data/file");
		assertThat(noor.open("/settings/data/file").status()).isEqualTo(200);
		assertThat(this.browser.stranger().openOnly("/settings/data/file").status()).isEqualTo(303);
		var zofia = this.browser.as(this.story.zofia());
		assertThat(zofia.open("/settings/data/file").status()).isEqualTo(404);
		this.sql.sql("update data_export set expires_at = now() - interval '1 second'").update();
		assertThat(noor.open("/settings/data/file").status()).isEqualTo(404);
		this.exports.deleteExpired();
		assertThat(this.sql.sql("select count(*) from data_export").query(Integer.class).single()).isZero();
	}

	private static Map<String, String> unpack(byte[] bytes) throws IOException {
		var files = new HashMap<String, String>();
		try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

}
