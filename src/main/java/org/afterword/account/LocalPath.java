package org.afterword.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody was before they came to the door. Always a place in this forum, whatever
 * was asked for: nobody is led away from it.
 */
public record LocalPath(String value) {

	public static final LocalPath HOME = new LocalPath("/");

	private static final int LONGEST = 2_000;

	private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[^\\\\\\p{C}\\p{Z}]*");

	private static final Set<String> DOORS = Set.of("/sign-in", "/sign-out", "/join", "/first-administrator",
			"/confirmation", "/objection");

	/** Reads an address; home if it leads away, or back to a door. */
	public static LocalPath of(@Nullable String typed) {
		var path = anywhere(typed);
		return isDoor(URI.create(path.value()).getPath()) ? HOME : path;
	}

	/** Reads an address, a door’s too; home if it leads away. */
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

	/** Whether it is more than the front page, so that it is worth carrying on. */
	public boolean isElsewhere() {
		return !equals(HOME);
	}

	@Override
	public String toString() {
		return this.value;
	}

	private static boolean isDoor(String path) {
		return DOORS.stream().anyMatch((door) -> path.equals(door) || path.startsWith(door + "/"));
	}

}
