package org.afterword.account;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Leads a stranger who did something for members to the sign-in page, and from there back
 * to the page they were on. The address carries that page, and the sign-in page the form
 * that was sent, so that strangers need no session.
 */
@Component
public class SignInFirst implements AuthenticationEntryPoint {

	/**
	 * The parameter of the sign-in page that asks members who are signed in to sign in
	 * again.
	 */
	static final String AGAIN = "again";

	private final UnsentPages unsent;

	SignInFirst(UnsentPages unsent) {
		this.unsent = unsent;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
			throws IOException, ServletException {
		var form = this.unsent.unsent(request);
		if (form.isPresent()) {
			this.unsent.signIn(form.get(), referer(request), request, response);
			return;
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.LOCATION, address(request));
	}

	/** The address of the sign-in page that leads back from there. */
	public static String address(HttpServletRequest request) {
		var page = isRead(request) ? page(request) : referer(request);
		return request.getContextPath() + "/sign-in"
				+ (page.isElsewhere() ? "?to=" + URLEncoder.encode(page.value(), StandardCharsets.UTF_8) : "");
	}

	static boolean isRead(HttpServletRequest request) {
		return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
	}

	private static LocalPath page(HttpServletRequest request) {
		var path = request.getRequestURI().substring(request.getContextPath().length());
		return LocalPath.of((request.getQueryString() != null) ? path + "?" + request.getQueryString() : path);
	}

	/** The page with the form: going back to where a form was sent would find nothing. */
	static LocalPath referer(HttpServletRequest request) {
		try {
			var referer = request.getHeader(HttpHeaders.REFERER);
			if (referer == null) {
				return LocalPath.HOME;
			}
			var uri = new URI(referer);
			if (!request.getServerName().equalsIgnoreCase(uri.getHost()) || port(uri) != request.getServerPort()) {
				return LocalPath.HOME;
			}
			return LocalPath.of(rest(uri));
		}
		catch (java.net.URISyntaxException ex) {
			return LocalPath.HOME;
		}
	}

	private static int port(URI uri) {
		return (uri.getPort() != -1) ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
	}

	private static @Nullable String rest(URI uri) {
		return (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
	}

}
