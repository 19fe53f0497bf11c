package org.afterword.account;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.SecurityLog;
import org.afterword.member.Viewer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Carries the words of a form on when it cannot be accepted: to the sign-in page where
 * nobody is signed in, and to a page with one button where only the token of the form is
 * out of date. Nothing is kept, let alone posted, before somebody presses a button there.
 */
@Component
public class UnsentPages implements AccessDeniedHandler {

	private final ObjectProvider<UnsentForms> forms;

	private final ViewResolver views;

	private final LocaleResolver languages;

	private final WebApplicationContext application;

	private final MessageSource messages;

	private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

	UnsentPages(ObjectProvider<UnsentForms> forms, ViewResolver thymeleafViewResolver, LocaleResolver languages,
			WebApplicationContext application, MessageSource messages) {
		this.forms = forms;
		this.views = thymeleafViewResolver;
		this.languages = languages;
		this.application = application;
		this.messages = messages;
	}

	/**
	 * The token of a form is out of date: somebody signed in or out in another tab, or
	 * the browser was closed. What another site sends is not shown.
	 */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
			throws IOException, ServletException {
		SecurityLog.note("form-refused", "account", ViewerFilter.viewer(), "address", request.getRequestURI());
		var form = (reason instanceof CsrfException && Unsent.isOurs(request)) ? unsent(request)
				: Optional.<Unsent>empty();
		if (form.isEmpty() && reason instanceof CsrfException) {
			show("error/403",
					Map.of("problem",
							this.messages.getMessage("error.403.form", null, this.languages.resolveLocale(request))),
					request, response);
		}
		else if (form.isEmpty()) {
			this.otherwise.handle(request, response, reason);
		}
		else if (mayBeIn(request)) {
			show("account/unsent", Map.of("unsent", form.get()), request, response);
		}
		else {
			signIn(form.get(), LocalPath.HOME, request, response);
		}
	}

	/** The form that this request brings, if it can be shown again later. */
	Optional<Unsent> unsent(HttpServletRequest request) {
		if (SignInFirst.isRead(request)) {
			return Optional.empty();
		}
		return Unsent.carriedBy(request).or(() -> Unsent.sentBy(request)).filter((form) -> takenBy(form).isPresent());
	}

	/** Shows the sign-in page, which carries the form. */
	void signIn(Unsent form, LocalPath to, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		show("account/sign-in", Map.of("signIn", SignInForm.of(ViewerFilter.viewer()), "to", to, "unsent", form),
				request, response);
	}

	/**
	 * Where a member is led who has just signed in: to the form that they had sent,
	 * filled and not posted, or to where they were.
	 */
	public LocalPath goOn(LocalPath to, HttpServletRequest request, RedirectAttributes after) {
		var shown = Unsent.carriedBy(request)
			.flatMap((form) -> takenBy(form).flatMap((forms) -> forms.keep(ViewerFilter.viewer(), form, after)));
		if (shown.isPresent() && !after.getFlashAttributes().containsKey("done")) {
			after.addFlashAttribute("done", "unsent.kept");
		}
		return shown.orElse(to);
	}

	private Optional<UnsentForms> takenBy(Unsent form) {
		return this.forms.stream().filter((one) -> one.take(form)).findFirst();
	}

	private static boolean mayBeIn(HttpServletRequest request) {
		return ViewerFilter.viewer().isMember() || WebUtils.getCookie(request, RememberedDevices.COOKIE) != null;
	}

	/** No controller was reached, so what a controller would find is given here. */
	private void show(String page, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
			throws IOException, ServletException {
		request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, this.application);
		request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, this.languages);
		request.setAttribute(Viewer.ATTRIBUTE, ViewerFilter.viewer());
		((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
		response.setStatus(HttpStatus.FORBIDDEN.value());
		try {
			var view = this.views.resolveViewName(page, this.languages.resolveLocale(request));
			if (view != null) {
				view.render(model, request, response);
			}
		}
		catch (IOException | ServletException | RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
