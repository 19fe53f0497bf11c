package org.afterword.ready;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.change.Changes;
import org.afterword.change.SeenChanges;
import org.afterword.ready.SharedPageInterceptor.Shared;
import org.afterword.topic.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

import static org.assertj.core.api.Assertions.assertThat;

class ReadyPagesFilterTests {

	private static final long TOPIC = 7;

	private final Changes changes = SeenChanges.none();

	private final ReadyPagesFilter filter = new ReadyPagesFilter(
			new ReadyPages(this.changes, new ReadyPagesProperties(true, DataSize.ofMegabytes(1))),
			new FixedLocaleResolver(Locale.ENGLISH));

	private final AtomicInteger rendered = new AtomicInteger();

	@Test
	void aPageIsRenderedOnce() throws Exception {
		open("/topics/seeds", this::page);
		assertThat(open("/topics/seeds", this::page).getContentAsString()).isEqualTo("page 1");
		SeenChanges.of(TOPIC + 1, this.changes);
		assertThat(open("/topics/seeds", this::page).getContentAsString()).isEqualTo("page 1");
		SeenChanges.of(TOPIC, this.changes);
		assertThat(open("/topics/seeds", this::page).getContentAsString()).isEqualTo("page 2");
	}

	@Test
	void whatManyAskForAtOnceIsRenderedOnce() throws Exception {
		var begun = new CountDownLatch(1);
		var go = new CountDownLatch(1);
		try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
			var first = readers.submit(() -> open("/", (request, response) -> {
				begun.countDown();
				await(go);
				page(request, response);
			}));
			begun.await();
			var others = new ArrayList<CompletableFuture<String>>();
			for (var reader = 0; reader < 20; reader++) {
				others.add(CompletableFuture.supplyAsync(() -> text(open("/", this::page)), readers));
			}
			Thread.sleep(100);
			go.countDown();
			assertThat(text(first.get())).isEqualTo("page 1");
			assertThat(others).allSatisfy((other) -> assertThat(other.get()).isEqualTo("page 1"));
		}
		assertThat(this.rendered).hasValue(1);
	}

	@Test
	void nobodyWaitsForThePageOfOneReaderOnly() throws Exception {
		var begun = new CountDownLatch(1);
		var go = new CountDownLatch(1);
		try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
			var one = readers.submit(() -> open("/sign-in", (request, response) -> {
				response.getWriter().write("for one");
				begun.countDown();
				await(go);
			}));
			begun.await();
			var other = CompletableFuture.supplyAsync(
					() -> text(open("/sign-in", (request, response) -> response.getWriter().write("for another"))),
					readers);
			assertThat(other.get(2, TimeUnit.SECONDS)).isEqualTo("for another");
			go.countDown();
			assertThat(text(one.get())).isEqualTo("for one");
		}
	}

	@Test
	void whatChangesWhileItIsRenderedIsNotKept() {
		open("/topics/seeds", (request, response) -> {
			SeenChanges.of(TOPIC, this.changes);
			page(request, response);
		});
		assertThat(text(open("/topics/seeds", this::page))).isEqualTo("page 2");
	}

	@Test
	void neitherErrorsNorPagesWithACookieAreKept() {
		open("/topics/none", (request, response) -> {
			response.setStatus(404);
			page(request, response);
		});
		assertThat(text(open("/topics/none", this::page))).isEqualTo("page 2");
		open("/rules", (request, response) -> {
			response.addHeader("Set-Cookie", "csrf=1");
			page(request, response);
		});
		assertThat(text(open("/rules", this::page))).isEqualTo("page 4");
	}

	@Test
	void headersAreKeptAndSoIsTheLanguage() {
		open("/", (request, response) -> {
			response.addHeader("Referrer-Policy", "same-origin");
			response.setLocale(Locale.of("ar"));
			page(request, response);
		});
		var kept = open("/", this::page);
		assertThat(kept.getHeader("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(kept.getHeader("Content-Language")).isEqualTo("ar");
		assertThat(kept.getHeaders("Vary")).contains("Accept-Encoding");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "gzip, br | true", "br;q=1.0, gzip;q=0.8 | true", "GZIP | true",
			"gzip;q=0 | false", "gzip; q=0.0 | false", "x-notgzip | false", "identity | false" })
	void whoTakesGzipGetsIt(String taken, boolean gzip) throws Exception {
		var request = request("/");
		request.addHeader("Accept-Encoding", taken);
		var response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, (asked, answer) -> page(asked, (HttpServletResponse) answer));
		assertThat("gzip".equals(response.getHeader("Content-Encoding"))).isEqualTo(gzip);
	}

	private MockHttpServletResponse open(String address, Chain chain) {
		var response = new MockHttpServletResponse();
		try {
			this.filter.doFilter(request(address), response,
					(asked, answer) -> chain.doFilter(asked, (HttpServletResponse) answer));
		}
		catch (IOException | ServletException ex) {
			throw new IllegalStateException(ex);
		}
		return response;
	}

	private static MockHttpServletRequest request(String address) {
		return new MockHttpServletRequest("GET", address);
	}

	private void page(ServletRequest request, HttpServletResponse response) throws IOException {
		request.setAttribute(SharedPage.class.getName(), new Shared(new TopicId(TOPIC), false));
		response.setContentType("text/html;charset=UTF-8");
		response.getWriter().write("page " + this.rendered.incrementAndGet());
	}

	private static String text(MockHttpServletResponse response) {
		return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What stands behind the filter. */
	private interface Chain {

		void doFilter(ServletRequest request, HttpServletResponse response) throws IOException, ServletException;

	}

}
