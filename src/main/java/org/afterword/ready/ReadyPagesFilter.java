package org.afterword.ready;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.ready.SharedPageInterceptor.Shared;
import org.afterword.replica.ReadFromPrimary;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Sends strangers the pages that are ready, before anything else is done, and keeps those
 * that are rendered for them. One that many ask for at once is rendered once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadyPagesFilter implements Filter {

	/** Cookies of those who are, or may be, no strangers; others change no page. */
	private static final Set<String> MEMBERS = Set.of("session", "remembered");

	/**
	 * The addresses of pages, each in the one way in which our links write it. Whoever
	 * writes it in another way gets the same page, but takes no memory.
	 */
	private static final Pattern ADDRESS = Pattern.compile("/[a-z0-9/._-]*"
			+ "|/topics/[a-z0-9-]+\\?(?:(?:page|post)=[1-9][0-9]{0,8}|page=all)|/questions\\?status=[a-z-]+");

	/** How long a page is waited for that another request renders, in seconds. */
	private static final int PATIENCE = 5;

	private final ReadyPages pages;

	private final LocaleResolver languages;

	ReadyPagesFilter(ReadyPages pages, LocaleResolver languages) {
		this.pages = pages;
		this.languages = languages;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var asked = (HttpServletRequest) request;
		var answer = (HttpServletResponse) response;
		if (!isForStranger(asked)) {
			chain.doFilter(request, response);
			return;
		}
		var key = new ReadyPages.Key(asked.isSecure(), this.languages.resolveLocale(asked), asked.getRequestURI(),
				asked.getQueryString());
		var page = this.pages.find(key);
		if (page != null) {
			send(page, asked, answer);
		}
		else if (HttpMethod.GET.matches(asked.getMethod())) {
			renderOnce(key, asked, answer, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private static boolean isForStranger(HttpServletRequest request) {
		var method = request.getMethod();
		var query = request.getQueryString();
		return (HttpMethod.GET.matches(method) || HttpMethod.HEAD.matches(method))
				&& ADDRESS.matcher(request.getRequestURI() + ((query != null) ? "?" + query : "")).matches()
				&& request.getHeader(HttpHeaders.RANGE) == null && !mayBeMember(request);
	}

	private static boolean mayBeMember(HttpServletRequest request) {
		var cookies = request.getCookies();
		return cookies != null && Arrays.stream(cookies).anyMatch((cookie) -> MEMBERS.contains(cookie.getName()));
	}

	private void renderOnce(ReadyPages.Key key, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		var own = new CompletableFuture<@Nullable ReadyPage>();
		var begun = this.pages.begin(key, own);
		if (begun == null) {
			try {
				render(key, own, request, response, chain);
			}
			finally {
				this.pages.end(key, own, null);
			}
			return;
		}
		await(begun);
		// Read before a change that has been seen since, it is not found.
		var page = this.pages.find(key);
		if (page != null) {
			send(page, request, response);
		}
		else {
			render(key, own, request, response, chain);
		}
	}

	private static void await(CompletableFuture<?> page) throws IOException {
		try {
			page.get(PATIENCE, TimeUnit.SECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// Then this request renders it.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/**
	 * Those who wait for the page wait neither until it is sent, nor for what is not for
	 * all.
	 */
	private void render(ReadyPages.Key key, CompletableFuture<@Nullable ReadyPage> own, HttpServletRequest request,
			HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
		var mark = this.pages.mark();
		if (this.pages.isKeeping()) {
			// What a replica lacks would stand in the page until the next change.
			ReadFromPrimary.in(request);
		}
		var recording = new Recording(response, () -> {
			var forAll = Shared.of(request) != null;
			if (!forAll) {
				this.pages.end(key, own, null);
			}
			return forAll;
		});
		chain.doFilter(request, recording);
		if (!recording.holdsPage()) {
			return;
		}
		var bytes = recording.bytes();
		var shared = Shared.of(request);
		if (shared == null || !recording.isForAll()) {
			response.setContentLength(bytes.length);
			response.getOutputStream().write(bytes);
			return;
		}
		var page = ReadyPage.of(bytes, recording.getContentType(), recording.headers());
		this.pages.keep(key, page, mark, shared);
		this.pages.end(key, own, page);
		send(page, request, response);
	}

	private static void send(ReadyPage page, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		page.headers().forEach((name, values) -> {
			response.setHeader(name, values.getFirst());
			values.stream().skip(1).forEach((value) -> response.addHeader(name, value));
		});
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		response.setHeader(HttpHeaders.ETAG, page.tag());
		if (isKnown(page, request)) {
			response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
			return;
		}
		var compressed = takesGzip(request);
		var bytes = compressed ? page.gzip() : page.plain();
		response.setContentType(page.contentType());
		if (compressed) {
			response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
		}
		response.setContentLength(bytes.length);
		if (HttpMethod.GET.matches(request.getMethod())) {
			response.getOutputStream().write(bytes);
		}
	}

	/** Whether the browser has this very page (RFC 9110, 13.1.2). */
	private static boolean isKnown(ReadyPage page, HttpServletRequest request) {
		var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
		return known != null && known.contains(page.tag().substring("W/".length()));
	}

	private static boolean takesGzip(HttpServletRequest request) {
		var taken = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
		return taken != null && Arrays.stream(taken.split(",")).anyMatch(ReadyPagesFilter::isGzip);
	}

	/** Whether gzip is taken, with any weight but 0 (RFC 9110, 12.5.3). */
	private static boolean isGzip(String coding) {
		var weight = coding.indexOf(';');
		var name = (weight < 0) ? coding : coding.substring(0, weight);
		return name.strip().equalsIgnoreCase("gzip")
				&& (weight < 0 || !coding.substring(weight).replace(" ", "").matches(";q=0(\\.0*)?"));
	}

}
