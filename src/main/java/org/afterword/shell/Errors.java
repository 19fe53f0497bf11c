package org.afterword.shell;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.SignInFirst;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.SecurityLog;
import org.afterword.kernel.TooMany;
import org.afterword.reading.desk.BackToTheDesk;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Says in plain words why a page is not shown. Handlers do not catch. */
@ControllerAdvice
class Errors {

	/** The statuses that have a page; others of their hundred use the first. */
	private static final Map<Integer, String> PAGES = Map.of(400, "error/400", 403, "error/403", 404, "error/404", 405,
			"error/405", 409, "error/409", 410, "error/410", 413, "error/413", 422, "error/422", 429, "error/429");

	/** The fields of all forms in which people write sentences. */
	private static final List<String> WRITTEN = List.of("body", "newQuestion", "text", "part", "introduction", "about",
			"what", "words", "reason", "note");

	/** What is chosen in fields of the same names. */
	private static final Set<String> CHOSEN = Set.of("other", "replies", "question", "topic", "speaker", "facilitator");

	private static final Log log = LogFactory.getLog(Errors.class);

	private final MessageSource messages;

	Errors(MessageSource messages) {
		this.messages = messages;
	}

	@ExceptionHandler
	ModelAndView notFound(NotFound missing) {
		return page(HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ModelAndView gone(Gone gone) {
		return page(HttpStatus.GONE);
	}

	/** Only GET requests are redirected: a redirect would lose what a form sent. */
	@ExceptionHandler
	ModelAndView moved(Moved moved, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		if (!isRead(request)) {
			var page = kept(HttpStatus.CONFLICT, request);
			page.addObject("problem", this.messages
				.getMessage(moved.isKept() ? "error.409.moved.kept" : "error.409.moved", null, locale));
			return page;
		}
		var query = request.getQueryString();
		var asked = request.getRequestURI().substring(request.getContextPath().length())
				+ ((query != null) ? "?" + query : "");
		return redirect(HttpStatus.MOVED_PERMANENTLY, request.getContextPath() + moved.from(asked), response);
	}

	/**
	 * Strangers may be members who have not signed in yet: they are led to the sign-in
	 * page, and from there back.
	 */
	@ExceptionHandler
	ModelAndView notAllowed(NotAllowed refused, HttpServletRequest request, HttpServletResponse response,
			Locale locale) {
		if (request.getUserPrincipal() == null) {
			return redirect(HttpStatus.SEE_OTHER, SignInFirst.address(request), response);
		}
		SecurityLog.note("act-refused", "account", request.getUserPrincipal().getName(), "act", request.getMethod(),
				"address", request.getRequestURI());
		var page = kept(HttpStatus.FORBIDDEN, request);
		if (refused.key() != null) {
			page.addObject("problem", this.messages.getMessage(refused.key(), null, locale));
		}
		return page;
	}

	@ExceptionHandler
	ModelAndView refused(Refused refused, HttpServletRequest request, Locale locale) {
		var problem = this.messages.getMessage(refused.key(), refused.arguments(), locale);
		var page = kept(HttpStatus.UNPROCESSABLE_CONTENT, request);
		page.addObject("problem", problem);
		return page;
	}

	@ExceptionHandler
	ModelAndView tooMany(TooMany tries, HttpServletRequest request, HttpServletResponse response, Locale locale) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tries.seconds()));
		var page = kept(HttpStatus.TOO_MANY_REQUESTS, request);
		page.addObject("problem", this.messages.getMessage("limit.wait", new Object[] { tries.minutes() }, locale));
		return page;
	}

	/**
	 * A value of the wrong form: 404 where it is part of the path, 400 in the query.
	 */
	@ExceptionHandler
	ModelAndView unreadable(TypeMismatchException mismatch) {
		var isPath = mismatch instanceof MethodArgumentTypeMismatchException argument
				&& argument.getParameter().hasParameterAnnotation(PathVariable.class);
		return page((isPath || causedBy(mismatch, NotFound.class)) ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
	}

	@ExceptionHandler
	ModelAndView tooLarge(MaxUploadSizeExceededException large) {
		return page(HttpStatus.CONTENT_TOO_LARGE);
	}

	/**
	 * Also after a deadlock, in which the database cancels one of two transactions.
	 */
	@ExceptionHandler
	ModelAndView stale(ConcurrencyFailureException stale, HttpServletRequest request) {
		return kept(HttpStatus.CONFLICT, request);
	}

	@ExceptionHandler
	ModelAndView conflict(Conflict conflict, HttpServletRequest request, Locale locale) {
		var page = kept(HttpStatus.CONFLICT, request);
		page.addObject("desk", BackToTheDesk.asked(request));
		page.addObject("place", conflict.place());
		page.addObject("own", conflict.isByOneself());
		page.addObject("problem", this.messages.getMessage(conflict.key(), conflict.arguments(), locale));
		return page;
	}

	/** Everything else: what Spring knows the status of, and what nobody expected. */
	@ExceptionHandler
	ModelAndView other(Exception problem, HttpServletRequest request, HttpServletResponse response, Locale locale)
			throws Exception {
		if (problem instanceof AuthenticationException || problem instanceof AccessDeniedException) {
			throw problem;
		}
		if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
			// A refused method says which are allowed.
			known.getHeaders().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
			return page(known.getStatusCode());
		}
		if (response.isCommitted()) {
			throw problem;
		}
		log.error("Failed: " + request.getMethod() + " " + request.getRequestURI(), problem);
		var words = isRead(request) ? "" : written(request);
		// No access to the database, which may be the cause.
		var model = new HashMap<String, Object>(Map.of("fresh", 0, "runs", false, "onDesk", 0, "written", words));
		if (words.isEmpty() || isOfTheDatabase(problem)) {
			return new ModelAndView("error/500", model, HttpStatus.INTERNAL_SERVER_ERROR);
		}
		// The words of the form were not stored, so the page shows them.
		model.put("problem", this.messages.getMessage("error.422.unread", null, locale));
		return new ModelAndView("error/422", model, HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private static boolean isRead(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

	private static boolean isOfTheDatabase(Exception problem) {
		return causedBy(problem, SQLException.class) || causedBy(problem, DataAccessException.class)
				|| causedBy(problem, TransactionException.class);
	}

	private static ModelAndView page(HttpStatusCode status) {
		var view = PAGES.getOrDefault(status.value(), "error/400");
		return new ModelAndView(view, status);
	}

	/** What was written in the form stands on the page, to be copied. */
	private static ModelAndView kept(HttpStatus status, HttpServletRequest request) {
		var page = page(status);
		page.addObject("written", written(request));
		return page;
	}

	/** What people wrote in the fields of a form; mostly nothing. */
	static String written(HttpServletRequest request) {
		return WRITTEN.stream()
			.map(request::getParameterValues)
			.filter(Objects::nonNull)
			.flatMap(Arrays::stream)
			.filter((words) -> !words.isBlank() && !CHOSEN.contains(words))
			.collect(Collectors.joining("\n\n"));
	}

	/** An empty one: the response is complete. */
	private static ModelAndView redirect(HttpStatus status, String address, HttpServletResponse response) {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.LOCATION, address);
		return new ModelAndView();
	}

	private static boolean causedBy(@Nullable Throwable problem, Class<? extends Throwable> type) {
		return problem != null && (type.isInstance(problem) || causedBy(problem.getCause(), type));
	}

}
