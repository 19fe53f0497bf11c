package org.afterword.ready;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import javax.sql.DataSource;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.Browser;
import org.afterword.CommittingTest;
import org.afterword.Statements;
import org.afterword.change.Changes;
import org.afterword.change.Lookout;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.site.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.LocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Nodes that keep pages, beside one that keeps none. */
@CommittingTest
class ReadyPagesTests {

	private static final String SEEDS = "/topics/seed-banks";

	private static final List<String> PAGES = List.of("/", "/questions", "/questions?status=open", SEEDS,
			SEEDS + "?page=2", SEEDS + "?post=4", SEEDS + "/questions", SEEDS + "/questions/3", SEEDS + "/questions/5",
			SEEDS + "/questions/7", SEEDS + "/questions/9/history", SEEDS + "/posts/4", SEEDS + "/posts/7",
			SEEDS + "/resources", "/members/noor", "/topics/water-committees", "/topics/water-committees/questions");

	private static final int ACTS = 300;

	@Autowired
	WebApplicationContext forum;

	@Autowired
	MockMvc mvc;

	@Autowired
	LocaleResolver languages;

	@Autowired
	DataSource database;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	private Node one;

	private Node two;

	private Node fresh;

	@BeforeEach
	void open() throws SQLException {
		this.story.tell();
		this.story.also("water-committees");
		this.one = new Node(true);
		this.two = new Node(true);
		this.fresh = new Node(false);
	}

	@AfterEach
	void close() {
		this.one.lookout.close();
		this.two.lookout.close();
		this.fresh.lookout.close();
	}

	@Test
	void aPageIsReadFromTheDatabaseOnce() throws Exception {
		for (var page : PAGES) {
			var first = this.one.open(page);
			assertThat(first.getStatus()).as(page).isEqualTo(200);
			// A slow machine may have rendered it for longer than a look is believed.
			this.one.lookout.look();
			this.one.open(page);
			this.one.lookout.look();
			assertThat(Statements.during(() -> this.one.open(page))).as(page).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "ar" })
	void aKeptPageIsTheSameToTheByteWithItsHeaders(String language) throws Exception {
		for (var page : PAGES) {
			var fresh = this.fresh.open(page, Locale.of(language));
			this.one.open(page, Locale.of(language));
			var kept = this.one.open(page, Locale.of(language));
			assertThat(kept.getContentAsByteArray()).as(page).isEqualTo(fresh.getContentAsByteArray());
			assertThat(headers(kept)).as(page).isEqualTo(headers(fresh));
		}
	}

	@Test
	void strangersOfEachLanguageReadTheirOwn() throws Exception {
		this.one.open("/");
		assertThat(this.one.open("/", Locale.of("ar")).getContentAsString()).contains("dir=\"rtl\"");
		assertThat(this.one.open("/").getContentAsString()).doesNotContain("dir=\"rtl\"");
	}

	@Test
	void whoKnowsThePageIsToldThatItIsTheSame() throws Exception {
		var tag = this.one.open(SEEDS).getHeader("ETag");
		assertThat(tag).isNotNull();
		var known = this.one.ask(MockMvcRequestBuilders.get(SEEDS).header("If-None-Match", tag));
		assertThat(known.getStatus()).isEqualTo(304);
		assertThat(known.getContentAsByteArray()).isEmpty();
		this.sql.sql("update topic set title = 'Other seeds' where slug = 'seed-banks'").update();
		this.one.lookout.look();
		var changed = this.one.ask(MockMvcRequestBuilders.get(SEEDS).header("If-None-Match", tag));
		assertThat(changed.getStatus()).isEqualTo(200);
		assertThat(changed.getContentAsString()).contains("Other seeds");
	}

	@ParameterizedTest
	@ValueSource(strings = { "session", "remembered" })
	void whoMayBeAMemberGetsNoPageOfStrangers(String cookie) throws Exception {
		this.one.open(SEEDS);
		var heard = Statements
			.during(() -> this.one.ask(MockMvcRequestBuilders.get(SEEDS).cookie(new Cookie(cookie, "unknown"))));
		assertThat(heard).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?page=99", "?page=02", "?page=0", "?page=1&page=1", "?x=1", "?status=none",
			"?post=2&page=1", "/", "/questions/99", "/posts/99", "/questions/%35" })
	void onlyWhatExistsTakesMemory(String address) throws Exception {
		this.one.open(SEEDS + address);
		assertThat(this.one.pages.size()).isZero();
	}

	@Test
	void whatStrangersMayNotReadIsNeverKept() throws Exception {
		this.one.open(SEEDS);
		this.one.open("/");
		this.sql.sql("""
				insert into setting (name, value) values ('reading', 'members')
				on conflict (name) do update set value = 'members'""").update();
		this.forum.getBean(Settings.class).forget();
		this.one.lookout.look();
		for (var page : PAGES) {
			assertThat(this.one.open(page).getStatus()).as(page).isNotEqualTo(200);
		}
	}

	@Test
	void whoCannotLookForChangesSendsNothingThatWasKept() throws Exception {
		this.one.open(SEEDS);
		this.sql.sql("update topic set title = 'Other seeds' where slug = 'seed-banks'").update();
		Thread.sleep(1_000);
		assertThat(this.one.open(SEEDS).getContentAsString()).contains("Other seeds");
	}

	@Test
	void aChangeIsSeenByEveryNodeWithinASecond() throws Exception {
		var node = new Node(true, this.forum.getBean(Changes.class));
		node.open(SEEDS);
		this.sql.sql("update topic set title = 'Other seeds' where slug = 'seed-banks'").update();
		Thread.sleep(1_000);
		assertThat(node.open(SEEDS).getContentAsString()).contains("Other seeds");
	}

	@Test
	void afterAnyActEveryKeptPageIsAsAFreshOne() throws Exception {
		var chance = new Random(20_261_201);
		var acts = new RandomActs(this.browser, this.story, this.sql, chance);
		for (var act = 0; act < ACTS; act++) {
			var done = acts.next();
			this.one.lookout.look();
			this.two.lookout.look();
			for (var page : pages(chance)) {
				var expected = this.fresh.open(page).getContentAsString();
				assertThat(this.one.open(page).getContentAsString()).as("%s after act %d, %s", page, act, done)
					.isEqualTo(expected);
				assertThat(this.two.open(page).getContentAsString()).as("%s after act %d, %s", page, act, done)
					.isEqualTo(expected);
			}
		}
		assertThat(acts.kinds()).as("acts that were done").hasSizeGreaterThan(20);
	}

	private static List<String> pages(Random chance) {
		var some = new ArrayList<String>();
		for (var nth = 0; nth < 4; nth++) {
			some.add(PAGES.get(chance.nextInt(PAGES.size())));
		}
		return some;
	}

	private static Map<String, List<Object>> headers(MockHttpServletResponse response) {
		var headers = new LinkedHashMap<String, List<Object>>();
		response.getHeaderNames()
			.stream()
			.sorted()
			.forEach((name) -> headers.put(name, response.getHeaderValues(name)));
		return headers;
	}

	private final class Node {

		private final Lookout lookout;

		private final ReadyPages pages;

		private final ReadyPagesFilter filter;

		Node(boolean keeps) throws SQLException {
			this.lookout = new Lookout(ReadyPagesTests.this.database);
			this.lookout.look();
			this.pages = new ReadyPages(this.lookout.changes(),
					new ReadyPagesProperties(keeps, DataSize.ofMegabytes(20)));
			this.filter = new ReadyPagesFilter(this.pages, ReadyPagesTests.this.languages);
		}

		Node(boolean keeps, Changes changes) {
			this.lookout = ReadyPagesTests.this.one.lookout;
			this.pages = new ReadyPages(changes, new ReadyPagesProperties(keeps, DataSize.ofMegabytes(20)));
			this.filter = new ReadyPagesFilter(this.pages, ReadyPagesTests.this.languages);
		}

		MockHttpServletResponse open(String address) throws Exception {
			return open(address, Locale.ENGLISH);
		}

		MockHttpServletResponse open(String address, Locale language) throws Exception {
			return ask(MockMvcRequestBuilders.get(URI.create(address))
				.accept("text/html")
				.locale(language)
				.header("Accept-Language", language.toLanguageTag()));
		}

		/** Asks the filter, and behind it the forum. */
		MockHttpServletResponse ask(MockHttpServletRequestBuilder asked) throws Exception {
			var response = new MockHttpServletResponse();
			this.filter.doFilter(asked.buildRequest(ReadyPagesTests.this.forum.getServletContext()), response,
					(request, answer) -> render(asked, request, (HttpServletResponse) answer));
			return response;
		}

		private void render(MockHttpServletRequestBuilder asked, ServletRequest request, HttpServletResponse answer)
				throws IOException {
			try {
				var result = ReadyPagesTests.this.mvc.perform(asked).andReturn();
				request.setAttribute(SharedPage.class.getName(),
						result.getRequest().getAttribute(SharedPage.class.getName()));
				var rendered = result.getResponse();
				answer.setStatus(rendered.getStatus());
				answer.setContentType(rendered.getContentType());
				rendered.getHeaderNames()
					.forEach((name) -> rendered.getHeaders(name).forEach((value) -> answer.addHeader(name, value)));
				answer.getOutputStream().write(rendered.getContentAsByteArray());
			}
			catch (Exception ex) {
				throw new IOException(ex);
			}
		}

	}

}
