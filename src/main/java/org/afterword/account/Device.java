package org.afterword.account;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in the words of its owner.
 *
 * @param browser such as Firefox; null if it is none that we know
 * @param system such as Android; null if it is none that we know
 */
public record Device(@Nullable String browser, @Nullable String system) {

	/** In this order: browsers earlier in the list also send the tokens of later ones. */
	private static final Map<String, String> BROWSERS = inOrder("Edg", "Edge", "OPR/", "Opera", "SamsungBrowser/",
			"Samsung Internet", "Firefox/", "Firefox", "FxiOS/", "Firefox", "CriOS/", "Chrome", "Chrome/", "Chrome",
			"Safari/", "Safari");

	private static final Map<String, String> SYSTEMS = inOrder("Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
			"Windows", "Windows", "CrOS", "ChromeOS", "Mac OS X", "macOS", "Linux", "Linux");

	/** Reads the header {@code User-Agent}. */
	public static Device of(@Nullable String agent) {
		return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
	}

	/** The end of the key of its sentence. */
	public String word() {
		return (this.browser != null) ? (this.system != null) ? "both" : "browser"
				: (this.system != null) ? "system" : "unknown";
	}

	private static @Nullable String first(Map<String, String> names, @Nullable String agent) {
		return (agent == null) ? null
				: names.entrySet()
					.stream()
					.filter((name) -> agent.contains(name.getKey()))
					.map(Map.Entry::getValue)
					.findFirst()
					.orElse(null);
	}

	private static Map<String, String> inOrder(String... signsAndNames) {
		var names = new LinkedHashMap<String, String>();
		for (var i = 0; i < signsAndNames.length; i += 2) {
			names.put(signsAndNames[i], signsAndNames[i + 1]);
		}
		return names;
	}

}
