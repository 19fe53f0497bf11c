package org.afterword;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.afterword.account.SignedIn;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.StringUtils;

/**
 * Opens addresses as a browser without JavaScript does: keeps cookies, follows redirects,
 * shows the error page. Its requests take part in the transaction of the test. Each test
 * has one of its own.
 */
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
public class Browser {

	private static final int MOST_REDIRECTS = 10;

	private static final String TOKEN = "csrf";

	private final MockMvc mvc;

	private final EntityManagerFactory entities;

	private final JdbcClient sql;

	private final @Nullable Authentication who;

	private final Locale language;

	private @Nullable String agent;

	private final Map<String, Cookie> cookies = new LinkedHashMap<>();

	@Autowired
	Browser(MockMvc mvc, EntityManagerFactory entities, JdbcClient sql) {
		this(mvc, entities, sql, null, Locale.ENGLISH);
	}

	private Browser(MockMvc mvc, EntityManagerFactory entities, JdbcClient sql, @Nullable Authentication who,
			Locale language) {
		this.mvc = mvc;
		this.entities = entities;
		this.sql = sql;
		this.who = who;
		this.language = language;
	}

	/** A browser of its own, in which this member has signed in. */
	public Browser as(Viewer member) {
		return new Browser(this.mvc, this.entities, this.sql, SignedIn.as(member, this.sql), this.language);
	}

	/** A browser of its own, without cookies, in which nobody has signed in. */
	public Browser stranger() {
		return new Browser(this.mvc, this.entities, this.sql, null, this.language);
	}

	/** A browser of its own, that asks for this language. */
	public Browser in(Locale other) {
		return new Browser(this.mvc, this.entities, this.sql, this.who, other);
	}

	/**
	 * Opens an address.
	 * @param address from the first slash on, as it stands in a link
	 */
	public Page open(String address) {
		return follow(address, get(address));
	}

	/** Opens an address, and stays where a redirect would lead on. */
	public Page openOnly(String address) {
		return page(address, get(address));
	}

	/**
	 * Sends a form, with the token that its page carries.
	 * @param namesAndValues of the fields, in turn; a name may stand more than once
	 */
	public Page send(String address, String... namesAndValues) {
		return follow(address, request(form(HttpMethod.POST, address, namesAndValues), true));
	}

	/** Sends a form, and stays where a redirect would lead on. */
	public Page sendOnly(String address, String... namesAndValues) {
		return page(address, request(form(HttpMethod.POST, address, namesAndValues), true));
	}

	/** Sends a form whose method is {@code delete}. */
	public Page delete(String address, String... namesAndValues) {
		var withMethod = new ArrayList<>(List.of("_method", "delete"));
		withMethod.addAll(List.of(namesAndValues));
		return send(address, withMethod.toArray(String[]::new));
	}

	/** Sends a form as another site would: without the token. */
	public Page sendForged(String address, String... namesAndValues) {
		return page(address, request(form(HttpMethod.POST, address, namesAndValues), false));
	}

	/** Sends a form that carries a file. */
	public Page upload(String address, String field, String fileName, byte[] content, String... namesAndValues) {
		var builder = MockMvcRequestBuilders.multipart(URI.create(address))
			.part(new MockPart(field, fileName, content));
		fields(builder, namesAndValues);
		return follow(address, request(builder, true));
	}

	/** Asks by any method, without redirects. */
	public Page ask(HttpMethod method, String address) {
		return page(address, request(MockMvcRequestBuilders.request(method, URI.create(address)), true));
	}

	/** How many SQL statements one request takes, without those that keep sessions. */
	public int queriesFor(String address) {
		return statementsFor(address).size();
	}

	/** The SQL statements of one request, without those that keep sessions. */
	public List<String> statementsFor(String address) {
		return quietly(() -> Statements.during(() -> get(address)));
	}

	/** How many SQL statements a form takes, without those that keep sessions. */
	public int queriesForSending(String address, String... namesAndValues) {
		return statementsForSending(address, namesAndValues).size();
	}

	/** The SQL statements of a form, without those that keep sessions. */
	public List<String> statementsForSending(String address, String... namesAndValues) {
		return quietly(() -> Statements.during(() -> request(form(HttpMethod.POST, address, namesAndValues), true)));
	}

	/** The SQL statements of one request that keep sessions. */
	public List<String> sessionStatementsFor(String address) {
		return quietly(() -> Statements.onSessions(() -> get(address)));
	}

	/** The names of the cookies that were given and not taken back. */
	public List<String> cookies() {
		return List.copyOf(this.cookies.keySet());
	}

	/** What a cookie holds. */
	public String cookie(String name) {
		var cookie = this.cookies.get(name);
		if (cookie == null) {
			throw new AssertionError("No cookie " + name);
		}
		return cookie.getValue();
	}

	/** The same browser, which says this of itself. */
	public Browser calling(String itself) {
		this.agent = itself;
		return this;
	}

	/** The same browser, with a cookie more. */
	public Browser with(String cookie, String value) {
		this.cookies.put(cookie, new Cookie(cookie, value));
		return this;
	}

	private MockHttpServletResponse get(String address) {
		return request(MockMvcRequestBuilders.get(URI.create(address)), false);
	}

	private MockHttpServletRequestBuilder form(HttpMethod method, String address, String... namesAndValues) {
		var builder = MockMvcRequestBuilders.request(method, URI.create(address))
			.contentType("application/x-www-form-urlencoded");
		fields(builder, namesAndValues);
		return builder;
	}

	private void fields(AbstractMockHttpServletRequestBuilder<?> builder, String... namesAndValues) {
		if (namesAndValues.length % 2 != 0) {
			throw new IllegalArgumentException("A name without a value");
		}
		for (var i = 0; i < namesAndValues.length; i += 2) {
			builder.param(namesAndValues[i], namesAndValues[i + 1]);
		}
	}

	private MockHttpServletResponse request(AbstractMockHttpServletRequestBuilder<?> builder, boolean token) {
		return quietly(() -> {
			builder.locale(this.language).accept("text/html");
			if (this.agent != null) {
				builder.header("User-Agent", this.agent);
			}
			if (token) {
				giveToken(builder);
			}
			if (!this.cookies.isEmpty()) {
				builder.cookie(this.cookies.values().toArray(Cookie[]::new));
			}
			if (this.who != null) {
				builder.with(SecurityMockMvcRequestPostProcessors.authentication(this.who));
			}
			settle();
			var response = this.mvc.perform(builder).andReturn().getResponse();
			settle();
			keepCookies(response);
			return response;
		});
	}

	/**
	 * Sends the cookie, and in the form its token, masked as pages do. Spring’s own
	 * {@code csrf()} would put the tokens of all later requests into sessions.
	 */
	private void giveToken(AbstractMockHttpServletRequestBuilder<?> builder) {
		var cookie = this.cookies.computeIfAbsent(TOKEN, (name) -> new Cookie(name, UUID.randomUUID().toString()));
		var token = cookie.getValue().getBytes(StandardCharsets.UTF_8);
		var masked = new byte[2 * token.length];
		System.arraycopy(token, 0, masked, token.length, token.length);
		builder.param("_csrf", Base64.getUrlEncoder().encodeToString(masked));
	}

	/** Lets a request see what the test wrote, and read it from the database. */
	private void settle() {
		EntityManager shared = EntityManagerFactoryUtils.getTransactionalEntityManager(this.entities);
		if (shared != null) {
			shared.flush();
			shared.clear();
		}
	}

	private void keepCookies(MockHttpServletResponse response) {
		for (var cookie : response.getCookies()) {
			if (cookie.getMaxAge() == 0) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie);
			}
		}
	}

	private Page follow(String from, MockHttpServletResponse first) {
		var address = from;
		var response = first;
		for (var redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
			var location = response.getHeader("Location");
			if (response.getStatus() / 100 != 3 || location == null) {
				return page(address, response);
			}
			address = path(URI.create("http://localhost").resolve(address).resolve(location));
			response = get(address);
		}
		throw new IllegalStateException("Redirects without end, from " + from);
	}

	private static String path(URI target) {
		if (!"localhost".equals(target.getHost())) {
			throw new IllegalStateException("A redirect leads away, to " + target);
		}
		var query = target.getRawQuery();
		var fragment = target.getRawFragment();
		return target.getRawPath() + ((query != null) ? "?" + query : "") + ((fragment != null) ? "#" + fragment : "");
	}

	private Page page(String address, MockHttpServletResponse response) {
		return quietly(() -> {
			var html = response.getContentAsString();
			if (response.getStatus() >= 400 && !StringUtils.hasLength(html)) {
				html = errorPage(address, response.getStatus());
			}
			return new Page(address, response, html);
		});
	}

	/** The servlet container's part, which is not there. */
	private String errorPage(String address, int status) throws Exception {
		var builder = MockMvcRequestBuilders.get("/error")
			.locale(this.language)
			.accept("text/html")
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
			.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address);
		if (this.who != null) {
			builder.with(SecurityMockMvcRequestPostProcessors.authentication(this.who));
		}
		return this.mvc.perform(builder).andReturn().getResponse().getContentAsString();
	}

	private static <T> T quietly(Callable<T> work) {
		try {
			return work.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
