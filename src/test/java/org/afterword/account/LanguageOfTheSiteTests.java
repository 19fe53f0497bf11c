package org.afterword.account;

import java.util.List;
import java.util.Locale;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.MemberId;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A community that speaks Arabic, in which some read English. */
@AfterwordTest
class LanguageOfTheSiteTests {

	@Autowired
	Browser browser;

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	private Browser amina;

	@BeforeEach
	void theCommunitySpeaksArabic() {
		this.sql.sql("insert into setting (name, value) values ('site.language', 'ar')").update();
		this.members.first(Newcomers.called("amina"));
		this.amina = this.browser.in(Locale.ENGLISH);
		this.amina.sendOnly("/sign-in", "name", "amina", "password", Newcomers.PASSWORD);
	}

	@Test
	void whoseBrowserAsksForNoneOfOursReadsIt() {
		assertThat(language(this.browser.in(Locale.FRENCH))).isEqualTo("ar");
		assertThat(language(this.browser.in(Locale.forLanguageTag("zh-Hant")))).isEqualTo("ar");
		assertThat(language(this.browser.in(Locale.UK))).isEqualTo("en");
		assertThat(language(this.browser.in(Locale.FRENCH).with("lang", "en"))).isEqualTo("en");
	}

	@Test
	void aLetterSpeaksItToWhoHasChosenNone() {
		tala();
		this.browser.in(Locale.ENGLISH).stranger().send("/sign-in", "name", "tala", "link", "on");
		assertThat(languages("tala@example.org")).containsExactly("ar");
	}

	@Test
	void andTheOtherLanguageToWhoHasChosenThat() {
		this.profiles.changeLanguage(tala(), Locale.ENGLISH);
		this.browser.stranger().send("/sign-in", "name", "tala", "link", "on");
		assertThat(languages("tala@example.org")).containsExactly("en");
	}

	@Test
	void whoJoinsIsWrittenToInTheLanguageInWhichTheyJoined() {
		this.browser.in(Locale.ENGLISH)
			.stranger()
			.send("/join", "name", "Tala", "handle", "tala", "email", "tala@example.org", "password",
					Newcomers.PASSWORD);
		assertThat(languages("tala@example.org")).containsExactly("en");
	}

	@Test
	void anInvitationSpeaksItWhateverTheInviterReads() {
		this.amina.send("/administration/invitations", "email", "guest@example.net", "role", "member", "places", "1");
		var id = this.sql.sql("select id from invitation").query(Long.class).single();
		this.amina.send("/administration/invitations/" + id + "/sending");
		assertThat(languages("guest@example.net")).containsExactly("ar", "ar");
	}

	@Test
	void soDoesTheLetterToWhoeverAListBringsIn() {
		this.amina.send("/administration/member-import/people", "list", "Name,Email\nOna,ona@example.net", "tell",
				"on");
		assertThat(languages("ona@example.net")).containsExactly("ar");
	}

	private MemberId tala() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(tala, new Email("tala@example.org"));
		return tala;
	}

	private List<String> languages(String to) {
		return this.sql.sql("select language from mail_outbox where recipient = ? order by id")
			.param(to)
			.query(String.class)
			.list();
	}

	private static String language(Browser reader) {
		return reader.open("/").all("html").attr("lang");
	}

}
