package org.afterword.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody was before they signed in. Always an address in this forum, whatever was
 * asked for: no open redirect.
 */
public record LocalPath(String value) {

	public static final LocalPath HOME = new LocalPath("/");

	private static final int LONGEST = 2_000;

	private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[^\\\\\\p{C}\\p{Z}]*");

	private static final Set<String> SIGN_IN_PAGES = Set.of("/sign-in", "/sign-out", "/join", "/first-administrator",
			"/confirmation", "/objection");

	/** Reads an address; home if it leads away, or to a page where one signs in. */
	public static LocalPath of(@Nullable String typed) {
		var path = anywhere(typed);
		return isSignInPage(URI.create(path.value()).getPath()) ? HOME : path;
	}

	/** Reads any address of the forum; home if it leads away. */
	public static LocalPath anywhere(@Nullable String typed) {
		if (typed == null || typed.length() > LONGEST || !FORM.matcher(typed).matches()) {
			return HOME;
		}
		try {
			var uri = new URI(typed);
			var path = uri.getPath();
			if (uri.isAbsolute() || uri.getRawAuthority() != null || path == null || path.contains("//")
					|| path.contains("\\") || path.contains("..") || path.equals("/error")) {
				return HOME;
			}
			return new LocalPath(uri.toASCIIString());
		}
		catch (URISyntaxException ex) {
			return HOME;
		}
	}

	/** Whether it is another page than the front page. */
	public boolean isElsewhere() {
		return !equals(HOME);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static boolean isSignInPage(String path) {
		return SIGN_IN_PAGES.stream().anyMatch((page) -> path.equals(page) || path.startsWith(page + "/"));
	}

}
