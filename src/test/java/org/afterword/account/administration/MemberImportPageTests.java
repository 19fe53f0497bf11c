package org.afterword.account.administration;

import java.nio.charset.Charset;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Handle;
import org.afterword.member.Members;
import org.afterword.member.NewMembers;
import org.afterword.member.Passwords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class MemberImportPageTests {

	private static final String PAGE = "/administration/member-import";

	private static final String LIST = """
			Name,E-mail,Organisation,Country,Handle
			Ona Petrauskienė,ona@example.net,Flax Guild,Lithuania,
			"Okafor, Chidi",chidi@example.net,,,chidi
			,nobody@example.net,,,
			Third,not an address,,,
			Twice,ONA@example.net,,,
			Noor Again,noor@example.org,,,
			Wants Noor,wants@example.net,,,noor
			""";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Members members;

	@Autowired
	Passwords passwords;

	@Autowired
	JdbcClient sql;

	Browser ines;

	@BeforeEach
	void inesRunsTheSite() {
		this.story.tell();
		this.ines = this.browser.as(this.story.ines());
		this.sql.sql("""
				insert into member_email (member_id, email, is_primary, added_at)
				select id, 'noor@example.org', false, now() from member where handle = 'noor'
				on conflict do nothing""").update();
	}

	@Test
	void fromThePreviewALeadBackKeepsTheList() {
		var form = this.ines.send(PAGE, "list", LIST);
		assertThat(form.has("main a[href=" + PAGE + "]")).isFalse();
		var back = this.ines.send(PAGE, "list", form.value("list"), "change", "on");
		assertThat(back.status()).isEqualTo(200);
		assertThat(back.text("textarea")).contains("nobody@example.net", "Noor Again");
	}

	@Test
	void oneSeesWhatWouldBeBeforeAnythingIs() {
		var before = count();
		var page = this.ines.send(PAGE, "list", LIST);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text("main form p")).contains("2 members will be added; 5 rows are left out.");
		assertThat(page.texts("table").getFirst()).contains("4 nobody@example.net The name is missing.",
				"5 Third not an address This is not an e-mail address.", "6 Twice", "The same address is further up.",
				"7 Noor Again", "has this address already", "8 Wants Noor", "This handle is taken");
		assertThat(page.texts("table").getLast()).contains("@ona-petrauskiene", "@chidi");
		assertThat(count()).isEqualTo(before);
		assertThat(letters()).isZero();
	}

	@Test
	void whoWasMadeComesInByALinkAndGetsNoLetterUnasked() {
		var page = this.ines.send(PAGE + "/people", "list", LIST);
		assertThat(page.address()).isEqualTo(PAGE);
		assertThat(page.text("[role=status]")).contains("2 members were added; 5 rows were left out.",
				"Line 5 (not an address): This is not an e-mail address.");
		assertThat(letters()).isZero();
		var ona = this.members.get(new Handle("ona-petrauskiene"));
		assertThat(ona.name()).isEqualTo("Ona Petrauskienė");
		assertThat(ona.organisation()).isEqualTo("Flax Guild");
		assertThat(this.passwords.has(ona.id())).isFalse();
		assertThat(this.members.get(new Handle("chidi")).name()).isEqualTo("Okafor, Chidi");
		this.browser.send("/sign-in", "name", "ona@example.net", "link", "on");
		assertThat(letters()).isOne();
		assertThat(this.sql.sql("select after ->> 'members' from audit_entry where act = 'import-members'")
			.query(String.class)
			.list()).containsExactly("2");
	}

	@Test
	void theSameListAgainMakesNobody() {
		this.ines.send(PAGE + "/people", "list", LIST);
		var before = count();
		assertThat(this.ines.send(PAGE + "/people", "list", LIST).text("[role=status]")).contains("Nobody was added");
		assertThat(count()).isEqualTo(before);
	}

	@Test
	void whereItIsAskedForEachGetsALetter() {
		this.ines.send(PAGE + "/people", "list", LIST, "tell", "on");
		assertThat(this.sql.sql("select recipient from mail_outbox order by id").query(String.class).list())
			.containsExactly("ona@example.net", "chidi@example.net");
	}

	@Test
	void namesInAnyScriptGetAHandleOfTheirOwn() {
		this.ines.send(PAGE + "/people", "list", """
				First name;Last name;Email
				سلمى;حداد;s1@example.net
				李;娜;s2@example.net
				Ada;Nwosu;s3@example.net
				Ada;Nwosu;s4@example.net
				Admin;;s5@example.net
				""");
		assertThat(this.sql.sql("select handle from member order by id desc limit 5").query(String.class).list())
			.doesNotHaveDuplicates()
			.contains("ada-nwosu", "ada-nwosu-2")
			.allMatch(Handle::matches)
			.doesNotContain("admin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "windows-1252" })
	void aFileIsReadWhateverItsEncoding(String charset) {
		var text = (charset.startsWith("UTF-16") ? "\uFEFF" : "")
				+ "Name\tE-mail\nZoë Müller-Lüdenscheidt, München\tzoe@example.net\n"
				+ "Jürgen Größer, Köln\tjuergen@example.net\nRené Lefèvre, Orléans\trene@example.net\n";
		var page = this.ines.upload(PAGE, "file", "list.csv", text.getBytes(Charset.forName(charset)));
		assertThat(page.text("table")).contains("Zoë Müller-Lüdenscheidt, München", "@zoe-muller");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "''|There is no list yet", "'Name,E-mail'|There are no rows",
					"'Name,City\nA,B'|names no column with an e-mail address",
					"'City,E-mail\nA,a@example.org'|no column with a name",
					"'Name,E-mail\n\"A,a@example.org'|quotation mark is opened" })
	void whatIsNoListIsRefusedInWords(String list, String words) {
		var page = this.ines.send(PAGE, "list", list);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains(words);
		assertThat(page.value("list").strip()).isEqualTo(list.strip());
		assertThat(this.ines.sendOnly(PAGE + "/people", "list", list).status()).isEqualTo(422);
	}

	@Test
	void rowsAreCountedAsAnEditorCountsLines() {
		var rows = PeopleList.read("Name,E-mail\r\n\r\n\"Two\r\nlines\",a@example.net\r\n\r\nB,b@example.net\r\n");
		assertThat(rows).extracting(PeopleList.Row::number).containsExactly(3L, 6L);
		assertThat(PeopleList.read("Name;E-mail\nA;a@example.net")).extracting(PeopleList.Row::number)
			.containsExactly(2L);
	}

	@Test
	void whatIsNoTextIsRefusedInWords() {
		assertThat(refused(new byte[] { 0x50, 0x4B, 3, 4, 0, 0 })).contains("save it as CSV");
		assertThat(refused(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 })).contains("old Office file");
		assertThat(refused(new byte[] { 'N', 0, 1, 2, 'x' })).contains("not a text file");
		assertThat(refused(new byte[PeopleList.LARGEST + 1])).contains("larger than");
	}

	@Test
	void twoThousandRowsTakeFewStatementsAndOneMoreIsRefused() {
		var list = new StringBuilder("Name,E-mail\n");
		for (var row = 1; row <= NewMembers.MOST; row++) {
			list.append("Person Number ").append(row % 700).append(",p").append(row).append("@example.net\n");
		}
		var before = count();
		assertThat(this.ines.queriesForSending(PAGE + "/people", "list", list.toString())).isLessThan(30);
		assertThat(count()).isEqualTo(before + NewMembers.MOST);
		list.append("One More,more@example.net\n");
		var page = this.ines.send(PAGE, "list", list.toString());
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("[role=alert]")).contains("more than 2,000 rows");
	}

	@ParameterizedTest
	@ValueSource(strings = { "noor", "amara" })
	void nobodyElseBringsInAList(String handle) {
		var other = this.browser.as(this.story.person(handle));
		var before = count();
		assertThat(other.open(PAGE).status()).isEqualTo(403);
		assertThat(other.send(PAGE, "list", LIST).status()).isEqualTo(403);
		assertThat(other.send(PAGE + "/people", "list", LIST).status()).isEqualTo(403);
		assertThat(count()).isEqualTo(before);
	}

	private String refused(byte[] file) {
		var page = this.ines.upload(PAGE, "file", "list.csv", file);
		assertThat(page.status()).isEqualTo(422);
		return page.text("[role=alert]");
	}

	private int count() {
		return this.sql.sql("select count(*) from member").query(Integer.class).single();
	}

	private int letters() {
		return this.sql.sql("select count(*) from mail_outbox").query(Integer.class).single();
	}

}
