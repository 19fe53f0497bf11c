package org.afterword.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.site.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a stranger sees of a forum that only members read. */
@AfterwordTest
class MembersOnlyTests {

	private static final Pattern GET = Pattern.compile("(?m)^[|] GET [|] `([^`]+)` [|].*$");

	/** What stays open, by how it begins. */
	private static final List<String> OPEN = List.of("/sign-in", "/join", "/first-administrator", "/confirmation",
			"/objection", "/leaving", "/erasure", "/privacy", "/rules", "/logo.png", "/accent.css");

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient sql;

	@BeforeEach
	void onlyMembersRead() {
		this.story.tell();
		this.settings.set("reading", "members", this.story.ines());
	}

	@Test
	void everyAddressLeadsAStrangerToTheDoor() throws IOException {
		var addresses = GET.matcher(Files.readString(Path.of("docs/permissions.md")))
			.results()
			.map((row) -> row.group(1))
			.toList();
		assertThat(addresses).hasSizeGreaterThan(80);
		for (var address : addresses) {
			var page = this.browser.stranger().openOnly(address);
			if (OPEN.stream().anyMatch(address::startsWith)) {
				assertThat(page.html()).as(address)
					.doesNotContain("Seed banks")
					.doesNotContain("Amara")
					.doesNotContain("seed-banks/");
			}
			else {
				assertThat(page.status()).as(address).isEqualTo(303);
				assertThat(page.header("Location")).as(address).matches("/sign-in([?]to=.*)?");
				assertThat(page.html()).as(address).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no/such/page", "/topics/no-such-topic", "/topics/%zz", "/topics/seed-banks.atom",
			"/topics/seed-banks.json", "/api/v1/topics", "/sitemap.xml", "/SIGN-IN/../topics/seed-banks",
			"/join;x=/../topics/seed-banks", "//topics/seed-banks", "/sign-in/..;/topics/seed-banks" })
	void whatIsNotThereTellsNothingEither(String address) {
		var page = this.browser.stranger().openOnly(address.replace("%zz", "zz"));
		assertThat(page.status()).isIn(303, 400);
		assertThat(page.html()).doesNotContain("Seed banks");
	}

	@Test
	void headAsksNoMoreThanGet() {
		var page = this.browser.stranger().ask(HttpMethod.HEAD, "/topics/seed-banks");
		assertThat(page.status()).isEqualTo(303);
	}

	@Test
	void membersReadAsBefore() {
		var noor = this.browser.as(this.story.noor());
		assertThat(noor.open("/topics/seed-banks").text("h1")).contains("seed banks");
		assertThat(noor.open("/").status()).isEqualTo(200);
	}

	@Test
	void theDoorSaysSoAndLeadsBack() {
		var door = this.browser.stranger().open("/topics/seed-banks?page=2");
		assertThat(door.text("main")).contains("Only members can read here.");
		assertThat(door.value("to")).isEqualTo("/topics/seed-banks?page=2");
	}

	@Test
	void nothingSaysThatReadingNeedsNoAccount() {
		assertThat(this.browser.stranger().open("/sign-in").text("main")).doesNotContain("Reading needs no account");
		assertThat(this.browser.stranger().open("/join/waiting").text("main")).contains("Only members can read here");
		this.browser.as(this.story.amara())
			.send("/administration/invitations", "email", "oba@example.org", "role", "member", "places", "1");
		assertThat(this.sql.sql("select plain from mail_outbox where recipient = 'oba@example.org'")
			.query(String.class)
			.single()).contains("Only members can read here").doesNotContain("Reading needs no account");
	}

	@Test
	void filesStayOpen() {
		for (var file : List.of("/afterword.css", "/icon.svg")) {
			assertThat(this.browser.stranger().openOnly(file).status()).isEqualTo(200);
		}
	}

	@Test
	void openToEverybodyAgainAtOnce() {
		this.settings.set("reading", null, this.story.ines());
		assertThat(this.browser.stranger().open("/topics/seed-banks").status()).isEqualTo(200);
	}

}
