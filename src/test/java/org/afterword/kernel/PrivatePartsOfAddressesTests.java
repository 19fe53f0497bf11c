package org.afterword.kernel;

import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.paste.PastedHtml;
import org.afterword.kernel.text.Blank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Passwords and the wrappers of mail gateways leave a text before it is kept. */
class PrivatePartsOfAddressesTests {

	private static final String SAFE_LINK = "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%23d&data=05%7C02%7Cana%40example.net%7C1a2b%7C0%7C0&sdata=x%2By%3D&reserved=0";

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§',
			textBlock = """
					see https://user:secret@example.org/x, please => see https://example.org/x, please
					https://secret@example.org => https://example.org
					https://user:se@cret@example.org/x => https://example.org/x
					https://user:s!$&*+,;=~-._%40@example.org/x => https://example.org/x
					HTTPS://User:Secret@Example.org:8080/x#y => HTTPS://Example.org:8080/x#y
					[words](https://user:secret@example.org/x) => [words](https://example.org/x)
					<https://user:secret@example.org/x> => <https://example.org/x>
					[a]: https://user:secret@example.org/x => [a]: https://example.org/x
					`git clone https://oauth2:secret@example.org/x.git` => `git clone https://example.org/x.git`
					https://web.archive.org/web/https://user:secret@example.org/x => https://web.archive.org/web/https://example.org/x
					ftp://user:secret@example.org/x => ftp://example.org/x
					postgres://user:secret@db.example.org:5432/x => postgres://db.example.org:5432/x
					ssh://git@example.org/x => ssh://git@example.org/x
					https://social.example/@noor and ana@example.org => https://social.example/@noor and ana@example.org
					https://example.org/?to=ana@example.org => https://example.org/?to=ana@example.org
					https://user:пароль@пример.рф/x => https://пример.рф/x
					https://[2001:db8::1]/x => https://[2001:db8::1]/x
					https://user:secret@[2001:db8::1]:80/x => https://[2001:db8::1]:80/x
					详见https://example.org谢谢@王芳 => 详见https://example.org谢谢@王芳
					a https://u:secret@a.org b https://u:secret@b.org c => a https://a.org b https://b.org c
					""")
	void aPasswordIsTakenOut(String written, String kept) {
		assertThat(WebAddress.cleaned(written)).isEqualTo(kept);
		assertThat(WebAddress.cleaned(kept)).isEqualTo(kept);
		assertThat(Markup.read(written).html(Markup.Surroundings.none()).toString())
			.doesNotContainIgnoringCase("secret");
		assertThat(Markup.read(written).text()).doesNotContainIgnoringCase("secret");
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§',
			textBlock = """
					https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fx&data=05%7C01%7Cana%40example.net%7C => https://example.org/x
					https://gcc02.safelinks.protection.outlook.com/ap/w-59584e83/?url=https%3A%2F%2Fexample.org%2Fx&amp;data=04%7Cana%40example.net => https://example.org/x
					https://usg01.safelinks.protection.office365.us/?url=https%3A%2F%2Fexample.org%2Fx&data=a => https://example.org/x
					https://chn02.safelinks.protection.partner.outlook.cn/?url=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fexample.org%2Fx&locale=en => https://example.org/x
					https://urldefense.proofpoint.com/v1/url?u=https://example.org/x&k=abc => https://example.org/x
					https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db-5Fc-3Fd-3De&d=DwMFaQ&c=x&r=ana => https://example.org/a-b_c?d=e
					https://urldefense.com/v3/__https://google.com:443/search?q=a*test&gs=ps__;Kw!-612Flbf0JvQ3kNJkRi5Jg!Ue6tQudNKaShHg93trcdjqDP8se2ySE65jyCIe2K1D_uNjZ1Lnf6YLQERujngZv9UWf66ujQIQ$ => https://google.com:443/search?q=a+test&gs=ps
					https://urldefense.us/v3/__https:/example.org/x__;!!abc!def$ => https://example.org/x
					https://urldefense.com/v3/__https://example.org/**A/x__;4pyT!!abc$ => https://urldefense.com/v3/__https://example.org/**A/x__;4pyT!!abc$
					https://urldefense.com/v3/__https://example.org/**Ax__;w6nDqQ!!abc$ => https://example.org/ééx
					https://www.google.com/url?q=https://example.org/x%3Fa%3D1&sa=D&ust=1&usg=abc => https://example.org/x?a=1
					https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fx&h=AT0 => https://example.org/x
					https://lm.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fx&h=AT0 => https://example.org/x
					https://l.instagram.com/?u=https%3A%2F%2Fexample.org%2Fx&e=AT0 => https://example.org/x
					https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.org%2fx&c=E,1,a => https://example.org/x
					https://secure-web.cisco.com/1abc-DEF/https%3A%2F%2Fexample.org%2Fx%3Fa%3D1 => https://example.org/x?a=1
					https://slack-redir.net/link?url=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample.org%2Fx&urlhash=a => https://example.org/x
					https://us-west-2.protection.sophos.com/?d=example.org&u=aHR0cHM6Ly9leGFtcGxlLm9yZy94&i=a&t=b => https://example.org/x
					https://protect2.fireeye.com/v1/url?k=a&q=1&e=b&u=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://imsva91-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fexample.org%2fx&umid=a => https://example.org/x
					https://clicktime.symantec.com/3abc?u=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://safe.menlosecurity.com/https://example.org/x => https://example.org/x
					https://www.youtube.com/redirect?event=a&q=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.org%2Fx__%3B!!a%24&data=ana => https://example.org/x
					https://www.google.com/url?q=https://user:secret@example.org/x => https://example.org/x
					https://www.google.com/url?q=https://пример.рф/x => https://пример.рф/x
					https://www.google.com/url?q=http://localhost/x => https://www.google.com/url?q=http://localhost/x
					https://www.google.com/url?q=javascript:alert(1) => https://www.google.com/url?q=javascript:alert(1)
					https://www.google.com/url?q=seeds => https://www.google.com/url?q=seeds
					https://www.google.com/search?q=https://example.org/x => https://www.google.com/search?q=https://example.org/x
					https://example.com/url?q=https://example.org/x => https://example.com/url?q=https://example.org/x
					https://notsafelinks.example.org/?url=https://example.org/x => https://notsafelinks.example.org/?url=https://example.org/x
					https://web.archive.org/web/https://example.org/x => https://web.archive.org/web/https://example.org/x
					""")
	void theAddressInAWrapperIsTakenOutOfIt(String wrapped, String address) {
		assertThat(WebAddress.cleaned(wrapped)).isEqualTo(address);
		assertThat(WebAddress.cleaned("See (" + wrapped + "), please.")).isEqualTo("See (" + address + "), please.");
		assertThat(WebAddress.cleaned("[words](" + wrapped + ")")).isEqualTo("[words](" + address + ")");
		assertThat(WebAddress.cleaned("`<" + wrapped + ">`")).isEqualTo("`<" + address + ">`");
		assertThat(WebAddress.typed(wrapped).map(WebAddress::value)).contains(address);
		assertThat(WebAddress.cleaned(address)).isEqualTo(address);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§',
			textBlock = """
					urldefense.com/v3/__https://example.org/x__;!!abc!def$ => https://example.org/x
					urldefense.us/v3/__https:/example.org/x__;!!abc$ => https://example.org/x
					urldefense.proofpoint.com/v2/url?u=https-3A__example.org_x&d=DwMFaQ&r=ana => https://example.org/x
					urldefense.proofpoint.com/v1/url?u=https://example.org/x&k=abc => https://example.org/x
					nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fx&data=ana%40example.net => https://example.org/x
					NAM02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					www.google.com/url?q=https://user:secret@example.org/x => https://example.org/x
					l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fx&h=AT0 => https://example.org/x
					secure-web.cisco.com/1abc-DEF/https%3A%2F%2Fexample.org%2Fx => https://example.org/x
					safe.menlosecurity.com/https://example.org/x => https://example.org/x
					eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fexample.org%2Fx__%3B!!a%24 => https://example.org/x
					""")
	void aWrapperWithoutItsSchemeIsTakenOffToo(String wrapped, String address) {
		assertThat(WebAddress.cleaned(wrapped)).isEqualTo(address);
		assertThat(WebAddress.cleaned("See (" + wrapped + "), please.")).isEqualTo("See (" + address + "), please.");
		assertThat(WebAddress.cleaned("> see <" + wrapped + ">\nyes")).isEqualTo("> see <" + address + ">\nyes");
		assertThat(Markup.read("The report: " + wrapped).text()).doesNotContain("urldefense", "safelinks", "secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "and/or", "example.org/urldefense.com/v3/__https://example.org/x__;!!a",
			"ana@urldefense.com/v3/__https://example.org/x__;!!a", "urldefense.com", "urldefense.com/",
			"google.com/search?q=x", "www.google.com/url?q=seeds", "12/03/2024", "a.b/c.d/e" })
	void whatOnlyLooksLikeAWrapperStays(String text) {
		assertThat(WebAddress.cleaned(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
			see https://user:secret@example.org/x => see https://example.org/x
			urldefense.com/v3/__https://example.org/x__;!!abc$ => https://example.org/x
			no\u202Edoog => nodoog
			\u2066a\u2069b => \u2066a\u2069b
			\u2066a => a
			""")
	void whatIsKeptOfFreeTextTellsNothingAndTurnsNothingAround(String typed, String kept) {
		assertThat(Blank.stripped("  " + typed + "\n")).isEqualTo(kept);
	}

	@Test
	void aWrapperThatAMailProgramBrokeOverLinesIsTakenOffWhole() {
		var broken = SAFE_LINK.replace("%7C1a2b", "\n> %7C1a2b").replace("&sdata", "\n> &sdata");
		assertThat(WebAddress.cleaned("> The report<" + broken + "> says\n> more."))
			.isEqualTo("> The report<https://example.org/a?b=c#d> says\n> more.");
		var bare = SAFE_LINK.replace("data=05%7C02", "data=05%7C02\n%7C").replace("&sdata", "\n&sdata");
		assertThat(WebAddress.cleaned("See\n" + bare + "\nand more"))
			.isEqualTo("See\nhttps://example.org/a?b=c#d\nand more");
	}

	@Test
	void theWordsOfALinkAreWithoutTheWrapperToo() {
		var read = Markup.read("[" + SAFE_LINK + "](" + SAFE_LINK + ")");
		assertThat(read.links())
			.containsExactly(new Markup.Link("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"));
	}

	@Test
	void whatIsPastedFromAPageLosesItsWrappers() {
		assertThat(PastedHtml.toMarkdown("<p><a href='" + SAFE_LINK.replace("&", "&amp;")
				+ "'>The report</a> and <a href='https://user:secret@example.org/x'>x</a></p>", null))
			.isEqualTo("[The report](https://example.org/a?b=c#d) and [x](https://example.org/x)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no address", "://", "a://", "https://", "a@b.org https://", "x://@", "://@://@" })
	void everythingElseStaysAsItIs(String text) {
		assertThat(WebAddress.cleaned(text)).isEqualTo(text);
	}

}
