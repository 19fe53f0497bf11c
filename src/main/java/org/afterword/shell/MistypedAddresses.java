package org.afterword.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Leads from an address as somebody typed it, or as a mail program ended it, to the one
 * that was meant: {@code /topics/SEED-BANKS}, {@code /topics/seed-banks).},
 * {@code /topics/seed-banks/questions/Q5}. Looks at the words of the address only, so it
 * tells nobody what exists.
 */
@Component
class MistypedAddresses extends OncePerRequestFilter {

	/** A longer one was not typed. */
	private static final int LONGEST = 300;

	private static final String TOPICS = "topics";

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var path = request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
		var meant = meant(path);
		if (meant.equals(path)) {
			chain.doFilter(request, response);
			return;
		}
		var query = request.getQueryString();
		response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
		response.setHeader(HttpHeaders.LOCATION, request.getContextPath()
				+ UriUtils.encodePath(meant, StandardCharsets.UTF_8) + ((query != null) ? "?" + query : ""));
	}

	/** The same path where nothing in it is to be read otherwise. */
	static String meant(String path) {
		if (path.length() < 2 || path.length() > LONGEST || path.contains("//") || path.contains("\\")) {
			return path;
		}
		var typed = List.of(withoutEnd(path.substring(1)).split("/", -1));
		if (typed.getFirst().isEmpty()) {
			return path;
		}
		var parts = new ArrayList<>(typed);
		if (typed.getFirst().equalsIgnoreCase(TOPICS)) {
			parts.set(0, TOPICS);
			topic(parts);
		}
		return "/" + String.join("/", parts);
	}

	private static void topic(List<String> parts) {
		if (parts.size() > 1) {
			parts.set(1, Slug.typed(parts.get(1)));
		}
		for (var at = 2; at < parts.size(); at++) {
			var above = parts.get(at - 1);
			if (at == 3 && above.equals("questions")) {
				parts.set(at, QuestionNumber.typed(parts.get(at)).map(QuestionNumber::value).orElse(parts.get(at)));
			}
			else if (at == 3 && above.equals("posts")) {
				parts.set(at, number(parts.get(at)));
			}
			else {
				parts.set(at, parts.get(at).toLowerCase(Locale.ROOT).strip());
			}
		}
	}

	/** "#07" is 7. */
	private static String number(String typed) {
		var from = typed.startsWith("#") ? 1 : 0;
		while (from < typed.length() - 1 && typed.charAt(from) == '0') {
			from++;
		}
		var number = typed.substring(from);
		return (!number.isEmpty() && number.chars().allMatch(Character::isDigit)) ? number : typed;
	}

	/** Without the slash, and what a sentence puts behind an address. */
	private static String withoutEnd(String path) {
		var to = path.length();
		while (to > 0 && isEnd(path.codePointBefore(to))) {
			to -= Character.charCount(path.codePointBefore(to));
		}
		return (to == 0 || isBalanced(path, to)) ? path : path.substring(0, to);
	}

	/** The bracket of "10(a)" is none that a sentence closes. */
	private static boolean isBalanced(String path, int to) {
		return to + 1 == path.length() && path.charAt(to) == ')' && path.indexOf('(') > path.lastIndexOf('/');
	}

	private static boolean isEnd(int sign) {
		return switch (Character.getType(sign)) {
			case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
					Character.OTHER_PUNCTUATION, Character.SPACE_SEPARATOR, Character.FORMAT ->
				true;
			default -> sign == '>' || sign == '`' || Character.isWhitespace(sign);
		};
	}

}
