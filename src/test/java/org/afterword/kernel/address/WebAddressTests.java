package org.afterword.kernel.address;

import java.util.stream.Collectors;

import org.afterword.Pace;
import org.afterword.kernel.markup.Markup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an address is, where it begins and ends, and which of them are the same. */
class WebAddressTests {

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§',
			textBlock = """
					详见https://example.org/report.pdf谢谢 => https://example.org/report.pdf
					请看 https://example.org/x谢谢 => https://example.org/x
					https://example.org谢谢 => https://example.org
					ดูที่https://example.org/report.pdfขอบคุณ => https://example.org/report.pdf
					자세한 내용은 https://example.org/report.pdf에서 => https://example.org/report.pdf
					こちらhttps://example.org/a.htmlをご覧 => https://example.org/a.html
					смотриhttps://example.org/a.html => https://example.org/a.html
					https://example.org/report.pdfспасибо => https://example.org/report.pdf
					https://zh.wikipedia.org/wiki/种子库 => https://zh.wikipedia.org/wiki/种子库
					https://ja.wikipedia.org/wiki/ジョン・スミス => https://ja.wikipedia.org/wiki/ジョン・スミス
					https://th.wikipedia.org/wiki/ข้าว is rice => https://th.wikipedia.org/wiki/ข้าว
					https://example.org/?q=种子&p=2 => https://example.org/?q=种子&p=2
					（https://example.org/f）。 => https://example.org/f
					看https://example.org/f，好 => https://example.org/f
					https://example.org/x—and more => https://example.org/x
					https://example.org/x― => https://example.org/x
					https://example.org/x–and more => https://example.org/x
					https://example.org/2019–20 => https://example.org/2019–20
					https://en.wikipedia.org/wiki/Michelson–Morley_experiment => https://en.wikipedia.org/wiki/Michelson–Morley_experiment
					https://example.org/x👍 => https://example.org/x
					👉https://example.org/x👈🏽 => https://example.org/x
					https://example.org/x❤️ => https://example.org/x
					https://example.org/x→y => https://example.org/x
					https://example.org/rep… => https://example.org/rep
					“https://example.org/x” => https://example.org/x
					«https://example.org/x» => https://example.org/x
					„https://example.org/x“ => https://example.org/x
					'https://example.org/x','https://example.org/y' => https://example.org/x https://example.org/y
					"https://example.org/x","https://example.org/y" => https://example.org/x https://example.org/y
					https://example.org/x’s page, https://example.org/y's => https://example.org/x https://example.org/y
					https://fr.wikipedia.org/wiki/L’Ange => https://fr.wikipedia.org/wiki/L’Ange
					https://ca.wikipedia.org/wiki/Col·lecció => https://ca.wikipedia.org/wiki/Col·lecció
					https://example.org/x,https://example.org/y => https://example.org/x https://example.org/y
					https://пример.рф/видео => https://пример.рф/видео
					https://例子.中国/报告 => https://例子.中国/报告
					http://مثال.إختبار/صفحة، ثم => http://مثال.إختبار/صفحة
					https://bücher.example/größe. => https://bücher.example/größe
					https://हिन्दी.भारत/पेज। => https://हिन्दी.भारत/पेज
					https://my_site.example.org/x => https://my_site.example.org/x
					https://_site.example.org/x => https://_site.example.org/x
					https://example.org/a|b.pdf => https://example.org/a|b.pdf
					https://example.org/a|https://example.org/b => https://example.org/a https://example.org/b
					https://example.org/a | b => https://example.org/a
					<URL:https://example.org/x> => https://example.org/x
					<url:http://example.org/x> => http://example.org/x
					<URL: https://example.org/x> => https://example.org/x
					URL:https://example.org/x => https://example.org/x
					(URL: https://example.org/x) => https://example.org/x
					https://example.org:8080/x => https://example.org:8080/x
					https://example.org:8080. => https://example.org:8080
					https://example.org:80x => https://example.org
					https://example.org: see => https://example.org
					https://example.org./x => https://example.org./x
					https://[2001:db8::1]:8080/x => https://[2001:db8::1]:8080/x
					https://[2001:db8::1]. => https://[2001:db8::1]
					https://192.0.2.7/x => https://192.0.2.7/x
					(https://example.org/a_(b)) => https://example.org/a_(b)
					see (https://example.org/x). => https://example.org/x
					[https://example.org/x] => https://example.org/x
					https://example.org/x[1]y => https://example.org/x[1]y
					https://example.org/{id}/x => https://example.org/{id}/x
					\\url{https://example.org/x} => https://example.org/x
					https://example.org/x(see also) => https://example.org/x
					https://example.org/?a[]=1&b[c]=2 => https://example.org/?a[]=1&b[c]=2
					https://example.org/?q=a+b&c=%20d;e=f~g => https://example.org/?q=a+b&c=%20d;e=f~g
					https://example.org/?a=1&#38;b=2 => https://example.org/?a=1&b=2
					&lt;https://example.org/x&gt; => https://example.org/x
					&quot;https://example.org/x&quot; => https://example.org/x
					https://example.org/x&nbsp;and => https://example.org/x
					http://app.example.net/#!/doc/7 => http://app.example.net/#!/doc/7
					https://example.org/x#section. => https://example.org/x#section
					https://example.org/x#:~:text=dry,seed => https://example.org/x#:~:text=dry,seed
					HTTPS://Example.ORG/X => HTTPS://Example.ORG/X
					_https://example.org/x_ => https://example.org/x
					~~https://example.org/x~~ => https://example.org/x
					-https://example.org/x => https://example.org/x
					https://web.archive.org/web/2020/https://example.org/x => https://web.archive.org/web/2020/https://example.org/x
					请看example.org/x谢谢 => https://example.org/x
					example.org谢谢 => https://example.org
					www.example.org谢谢 => https://www.example.org
					dois: doi:10.1234/abc.5, 10.1016/S0735-1097(98)00347-7 => https://doi.org/10.1234/abc.5 https://doi.org/10.1016/S0735-1097(98)00347-7
					""")
	void anAddressInAPostBeginsAndEndsWhereItDoes(String text, String addresses) {
		var read = Markup.read(text).links();
		assertThat(read.stream().map((link) -> decoded(link.address())).collect(Collectors.joining(" ")))
			.isEqualTo(addresses);
		assertThat(read)
			.allSatisfy((link) -> assertThat(decoded(link.address())).endsWith(link.text().replace("doi:", "")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http and www. and https:// and http://", "https://-", "https://.", "xhttps://example.org",
			"https://[::1]/", "https://[zz]/", "https://?", "http://#", "https:/example.org", "https//example.org",
			"https://2130706433/", "https://user:secret@localhost/", "https://example.org:99999999/" })
	void whereNoneIsNoneIsFound(String text) {
		assertThat(Markup.read(text)
			.links()
			.stream()
			.map(Markup.Link::address)
			.filter((one) -> !one.equals("https://example.org"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " => ", quoteCharacter = '§', textBlock = """
			https://example.org/x => https://example.org/x
			example.org/x => https://example.org/x
			seeds.earth/report => https://seeds.earth/report
			www.seeds.earth => https://www.seeds.earth
			<https://example.org/x> => https://example.org/x
			<URL:https://example.org/x> => https://example.org/x
			URL:example.org/x => https://example.org/x
			https://example.org/x. => https://example.org/x
			https://example.org/x谢谢 => https://example.org/x谢谢
			https://example.org/?a=1&amp;b=2 => https://example.org/?a=1&b=2
			https://пример.рф/видео => https://пример.рф/видео
			https://my_site.example.org/x => https://my_site.example.org/x
			https://example.org/a|b.pdf => https://example.org/a|b.pdf
			https://[2001:db8::1]:8080/x => https://[2001:db8::1]:8080/x
			http://www.example.org:8080/#gid=3 => http://www.example.org:8080/#gid=3
			https://user:secret@example.org/x => https://example.org/x
			doi:10.1234/abc => https://doi.org/10.1234/abc
			DOI: 10.1234/abc => https://doi.org/10.1234/abc
			10.1234/abc => https://doi.org/10.1234/abc
			""")
	void anAddressIsTypedInManyWays(String typed, String address) {
		assertThat(WebAddress.typed(typed).map(WebAddress::value)).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "report", "file.pdf", "the report", "https://example.org/a b",
			"see https://example.org/x", "https://localhost/x", "http://127.0.0.1/", "javascript:alert(1)",
			"ftp://example.org/x", "/topics/seeds", "ana@example.org", "mailto:ana@example.org", "https://",
			"https://:80/", "https://user:secret@/x", "https://a b.org", "\"https://example.org\"x", "data:text/html,x",
			"1.5", "e.g." })
	void whatIsNoAddressIsRefused(String typed) {
		assertThat(WebAddress.typed(typed)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " = ", quoteCharacter = '§', textBlock = """
			http://example.org/x = https://example.org/x
			https://www.example.org/x = https://example.org/x
			https://example.org:443/x = https://example.org/x
			https://example.org/x/ = https://example.org/x
			https://EXAMPLE.org/x = https://example.org/x
			https://example.org./x = https://example.org/x
			https://example.org/x?utm_source=a&utm_medium=b = https://example.org/x
			https://example.org/x?a=1&fbclid=2 = https://example.org/x?a=1
			https://example.org/x#section = https://example.org/x
			https://example.org/x#:~:text=seed = https://example.org/x
			https://example.org/x.pdf#page=5 = https://example.org/x.pdf#page=6
			https://example.org/%7Eana = https://example.org/~ana
			https://example.org/%d0%b2 = https://example.org/%D0%B2
			https://пример.рф/видео = https://xn--e1afmkfd.xn--p1ai/%D0%B2%D0%B8%D0%B4%D0%B5%D0%BE
			https://example.org/a|b = https://example.org/a%7Cb
			https://example.org/? = https://example.org
			https://example.org/x#gid=3 = http://www.example.org/x#gid=3
			""")
	void addressesOfOneResource(String one, String other) {
		assertThat(key(one)).isEqualTo(key(other));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " = ", quoteCharacter = '§', textBlock = """
			http://app.example.net/#!/doc/7 = http://app.example.net/#!/doc/8
			http://app.example.net/#/doc/7 = http://app.example.net/
			https://example.org/sheet#gid=3 = https://example.org/sheet#gid=4
			https://example.org/sheet#gid=3 = https://example.org/sheet
			https://example.org/map#map=5/51.5/10 = https://example.org/map#map=6/51.5/10
			https://example.org/#?doc=7 = https://example.org/#?doc=8
			https://example.org/#doc/7 = https://example.org/#doc/8
			https://example.org:8080/x = https://example.org/x
			https://example.org/X = https://example.org/x
			https://example.org/x?id=1 = https://example.org/x?id=2
			https://example.org/x?page=1 = https://example.org/x?page=2
			https://example.org/a%2Fb = https://example.org/a/b
			https://example.org/?a=b%26c = https://example.org/?a=b&c
			https://www.org/x = https://org/x
			https://straße.example/ = https://strasse.example/
			https://m.example.org/x = https://example.org/x
			https://example.org/x?ref_srcs=1 = https://example.org/x
			""")
	void addressesOfTwo(String one, String other) {
		assertThat(key(one)).isNotEqualTo(key(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://www.example.org:8080/a/?utm_source=b#gid=3", "https://example.org/x#section",
			"http://example.org/", "https://EXAMPLE.org", "https://example.org/%7eana/", "https://пример.рф/видео",
			"http://example.org:80/", "https://example.org/x?fbclid=1", "https://www.example.org./",
			"HTTP://example.org/x" })
	void whatIsFollowedIsWhatWasWritten(String written) {
		assertThat(WebAddress.of(written).map(WebAddress::value)).contains(written);
		assertThat(Markup.read("[words](" + written + ")").links()).containsExactly(new Markup.Link(written, "words"));
		assertThat(Markup.read("See " + written).links()).containsExactly(new Markup.Link(written, written));
	}

	@ParameterizedTest
	@CsvSource({ "https://www.Example.org:8080/x,example.org", "https://пример.рф/x,пример.рф",
			"https://[2001:db8::1]:80/,[2001:db8::1]", "https://www.org/,www.org" })
	void aHostIsShownForPeopleToRead(String address, String host) {
		assertThat(WebAddress.of(address).map(WebAddress::host)).contains(host);
	}

	@Test
	void theAddressesOfALetterAreFound() {
		var letter = "Open (http://localhost:8080/a?b=c&d=e#f).\nOr “https://example.org/谢谢”, or https://x.";
		assertThat(WebAddress.in(letter).stream().map((span) -> letter.substring(span.start(), span.end())))
			.containsExactly("http://localhost:8080/a?b=c&d=e#f", "https://example.org/谢谢", "https://x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.b,", "a.de/x,", "example.org/x", "https://a.org/(", "https://a.org/(x",
			"https://a.org/[({", "https://a.org/.", "https://a.org/x|", "https://a.org,", "https://a@", "https://a:b@",
			"http://", "://", "https://a.org/x'", "https://a.org/x–", "https://a.org/种", "www.a.b.", "10.1234/ab,",
			"doi:10.1234/", "https://www.google.com/url?q=", "<https://urldefense.com/v3/__",
			"https://l.facebook.com/l.php?u=\n", "https://a.org/x-\n1-a-a-", "https://a.org/x-\n", "a-a.", "a.it/b",
			"谢谢a.org", "&amp;https://a.b&amp;", "mailto:a@" })
	void aLongTextOfAddressesIsReadInTime(String piece) {
		var flood = piece.repeat(65_000 / piece.length());
		Pace.assertTakesNoSecond(piece, () -> Markup.read(flood));
		Pace.assertTakesNoSecond("one, then " + piece, () -> Markup.read("https://a.org/" + flood));
		Pace.assertTakesNoSecond("link to " + piece, () -> Markup.read("[a](mailto:" + flood + "<)"));
		Pace.assertTakesNoSecond(piece, () -> WebAddress.in(flood));
		Pace.assertTakesNoSecond(piece, () -> WebAddress.typed(flood));
	}

	@Test
	void aLongEndOfSentenceTakesNoTime() {
		var flood = ("https://a.org/" + ".".repeat(8_000) + "x ").repeat(8);
		Pace.assertTakesNoSecond("dots", () -> Markup.read(flood));
		var broken = "https://a.org/x-\n1" + "-a".repeat(30_000);
		Pace.assertTakesNoSecond("dashes", () -> Markup.read(broken));
	}

	private static String key(String address) {
		return WebAddress.of(address).orElseThrow().key();
	}

	/** Without the encoding of what may not stand in a page. */
	private static String decoded(String address) {
		return address.replace("%7B", "{").replace("%7D", "}");
	}

}
