package org.afterword.shell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.ServletException;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.kernel.TooMany;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ViewResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

@AfterwordTest
class ErrorsTests {

	@Autowired
	Browser browser;

	@Autowired
	Errors errors;

	@Autowired
	LastResort lastResort;

	@Autowired
	MessageSource messages;

	@Autowired
	ViewResolver thymeleafViewResolver;

	MockMvc mvc;

	@BeforeEach
	void pagesThatFail() {
		this.mvc = MockMvcBuilders.standaloneSetup(new Failing())
			.setControllerAdvice(this.errors)
			.setConversionService(new DefaultFormattingConversionService())
			.addInterceptors(new RefusedForms())
			.setViewResolvers((name, locale) -> this.thymeleafViewResolver.resolveViewName(name, locale))
			.addFilters(this.lastResort)
			.build();
	}

	@ParameterizedTest
	@CsvSource({ "stale", "circle", "refused", "hurry", "forbidden" })
	void whateverWasWrittenInAFormThatIsRefusedStandsOnThePage(String how) throws Exception {
		var form = get("/fail/" + how).principal(new TestingAuthenticationToken("amara", null));
		var fields = List.of("body", "newQuestion", "text", "part", "introduction", "about", "what", "words", "reason",
				"note");
		for (var field : fields) {
			form.param(field, "Written as " + field);
		}
		var page = this.mvc.perform(form.param("what", "replies")).andReturn().getResponse().getContentAsString();
		assertThat(page.substring(page.indexOf("<textarea"), page.indexOf("</textarea")))
			.contains(fields.stream().map("Written as %s"::formatted).toList())
			.doesNotContain("replies");
	}

	@ParameterizedTest
	@CsvSource({ "argument, 422", "state, 422", "index, 422", "number, 422", "null, 422", "cast, 422", "stack, 422",
			"memory, 422", "assertion, 422", "pattern, 422", "checked, 422", "wrapped, 422", "database, 500",
			"pool, 500", "transaction, 500" })
	void whateverBreaksOverAFormItsWordsStandOnThePage(String how, int status) throws Exception {
		var response = this.mvc
			.perform(post("/break/" + how).param("body", "Dry <them> first").param("reason", "because"))
			.andReturn()
			.getResponse();
		assertThat(response.getStatus()).isEqualTo(status);
		assertThat(response.getContentAsString()).contains("Dry &lt;them&gt; first", "because", "<h1")
			.doesNotContain("Exception", "a secret of the program");
		assertThat(this.mvc.perform(post("/break/" + how)).andReturn().getResponse().getStatus()).isEqualTo(500);
	}

	@Test
	void wordsStandOnThePageEvenWhereItsOwnPageBreaks() throws Exception {
		var request = new MockHttpServletRequest("POST", "/");
		request.setAttribute(RequestBodies.class.getName(), request);
		request.setParameter("body", "Dry them first");
		var response = new MockHttpServletResponse();
		this.lastResort.doFilter(request, response, (any, same) -> {
			throw new ServletException("Handler processing failed", new StackOverflowError());
		});
		assertThat(response.getStatus()).isEqualTo(500);
		assertThat(response.getContentAsString()).contains("Dry them first");
	}

	@Test
	void aSlashAtTheEndOfAnAddressLeadsOn() {
		assertThat(this.browser.openOnly("/questions/?status=open").status()).isEqualTo(301);
		assertThat(this.browser.open("/questions/?status=open").address()).isEqualTo("/questions?status=open");
		assertThat(this.browser.openOnly("http://localhost//elsewhere.example/").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "/fail/missing, 404", "/fail/gone, 410", "/fail/refused, 422", "/fail/stale, 409", "/fail/large, 413",
			"/fail/bug, 500", "/topic/No_Slug, 404", "/number/many, 404", "/page?page=two, 400", "/page, 400" })
	void everyFailureHasAPageInPlainWords(String address, int status) throws Exception {
		var response = this.mvc.perform(get(address)).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(status);
		var heading = this.messages.getMessage("error." + status, null, Locale.ENGLISH);
		assertThat(response.getContentAsString()).contains("<h1", heading).doesNotContain("Exception");
	}

	@Test
	void aRefusalSaysWhichRuleItBroke() throws Exception {
		var response = this.mvc.perform(get("/fail/refused")).andReturn().getResponse();
		assertThat(response.getContentAsString())
			.contains(this.messages.getMessage("post.name", new Object[] { 3, "Noor", 0, "" }, Locale.ENGLISH));
	}

	@Test
	void whatMovedAnswersWithItsNewAddress() throws Exception {
		var response = this.mvc.perform(get("/topics/old-name/posts/3?all=yes")).andReturn().getResponse();
		assertThat(response.getStatus()).isEqualTo(301);
		assertThat(response.getHeader("Location")).isEqualTo("/topics/new-name/posts/3?all=yes");
	}

	@Test
	void aStrangerSignsInFirstAndAMemberIsRefused() throws Exception {
		var stranger = this.mvc.perform(get("/fail/forbidden")).andReturn().getResponse();
		assertThat(stranger.getStatus()).isEqualTo(303);
		assertThat(stranger.getHeader("Location")).isEqualTo("/sign-in?to=%2Ffail%2Fforbidden");
		var member = this.mvc.perform(get("/fail/forbidden").principal(new TestingAuthenticationToken("amara", null)))
			.andReturn()
			.getResponse();
		assertThat(member.getStatus()).isEqualTo(403);
	}

	@Test
	void aFormThatComesBackWithErrorsIsUnprocessable() throws Exception {
		assertThat(this.mvc.perform(post("/form").param("words", "")).andReturn().getResponse().getStatus())
			.isEqualTo(422);
		assertThat(this.mvc.perform(post("/form").param("words", "Dry them")).andReturn().getResponse().getStatus())
			.isEqualTo(200);
	}

	@Test
	void aMethodThatAnAddressDoesNotKnowIsRefusedWithThoseItKnows() {
		var page = this.browser.ask(HttpMethod.GET, "/sign-out");
		assertThat(page.status()).isIn(404, 405);
		var put = perform(HttpMethod.PUT);
		assertThat(put.getStatus()).isEqualTo(405);
		assertThat(put.getHeader("Allow")).contains("GET");
	}

	@Test
	void anAddressThatNeverWasIsNotFound() {
		var page = this.browser.open("/no/such/page");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.has(".masthead")).isTrue();
	}

	@Test
	void whatFailsBeforeAnyPageStillShowsOne() throws Exception {
		var response = new MockHttpServletResponse();
		this.lastResort.doFilter(new MockHttpServletRequest("GET", "/"), response, (request, same) -> {
			throw new IllegalStateException("the database is gone");
		});
		assertThat(response.getStatus()).isEqualTo(500);
		assertThat(response.getContentAsString()).contains("<h1").doesNotContain("database is gone");
	}

	private MockHttpServletResponse perform(HttpMethod method) {
		try {
			return this.mvc.perform(request(method, "/page")).andReturn().getResponse();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	record Words(String words) {
	}

	@Controller
	@TestComponent
	static class Failing {

		@GetMapping("/fail/{how}")
		String fail(@PathVariable String how) {
			throw switch (how) {
				case "missing" -> new NotFound("test");
				case "gone" -> new Gone("test");
				case "forbidden" -> new NotAllowed("test");
				case "refused" -> new Refused("post.name", 3, "Noor", 0, "");
				case "circle" -> new CannotAcquireLockException("test");
				case "hurry" -> new TooMany(Duration.ofMinutes(3));
				case "stale" -> new OptimisticLockingFailureException("test");
				case "large" -> new MaxUploadSizeExceededException(5);
				default -> new IllegalStateException("test");
			};
		}

		@PostMapping("/break/{how}")
		String breaks(@PathVariable String how) throws Exception {
			var secret = "a secret of the program";
			switch (how) {
				case "stack" -> throw new StackOverflowError();
				case "memory" -> throw new OutOfMemoryError(secret);
				case "assertion" -> throw new AssertionError(secret);
				default -> throw switch (how) {
					case "argument" -> new IllegalArgumentException(secret);
					case "index" -> new StringIndexOutOfBoundsException(secret);
					case "number" -> new NumberFormatException(secret);
					case "null" -> new NullPointerException(secret);
					case "cast" -> new ClassCastException(secret);
					case "pattern" -> new java.util.regex.PatternSyntaxException(secret, "(", 0);
					case "checked" -> new java.io.IOException(secret);
					case "wrapped" -> new ServletException(secret, new IllegalArgumentException(secret));
					case "database" -> new org.springframework.dao.DataAccessResourceFailureException(secret);
					case "pool" -> new IllegalStateException(new java.sql.SQLException(secret));
					case "transaction" -> new org.springframework.transaction.CannotCreateTransactionException(secret);
					default -> new IllegalStateException(secret);
				};
			}
		}

		@GetMapping("/topics/old-name/posts/3")
		String moved() {
			throw Moved.topic(new Slug("old-name"), new Slug("new-name"));
		}

		@GetMapping("/topic/{slug}")
		String slug(@PathVariable Slug slug) {
			return "error/500";
		}

		@GetMapping("/number/{number}")
		String number(@PathVariable int number) {
			return "error/500";
		}

		@GetMapping("/page")
		String page(@RequestParam int page) {
			return "error/500";
		}

		@PostMapping("/form")
		String form(@ModelAttribute("form") Words form, BindingResult errors) {
			if (form.words().isEmpty()) {
				errors.reject("empty");
			}
			return "error/400";
		}

	}

}
