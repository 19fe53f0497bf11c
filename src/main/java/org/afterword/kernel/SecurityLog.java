package org.afterword.kernel;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What an administrator looks for after something went wrong: who signed in, who was
 * refused and what was tried too often. Lines go to the logger
 * {@code org.afterword.security} and say words of the program, numbers of members, and
 * addresses as they came over the line, percent signs and all, but without handles; never
 * a name, an e-mail address, a place or a text.
 */
public final class SecurityLog {

	private static final Log log = LogFactory.getLog("org.afterword.security");

	private SecurityLog() {
	}

	/**
	 * Writes one line.
	 * @param event as {@code sign-in-refused}
	 * @param about names and values in turn
	 */
	public static void note(String event, Object... about) {
		log.info(event + IntStream.range(0, about.length / 2)
			.mapToObj((at) -> " " + about[2 * at] + "=" + plain(String.valueOf(about[2 * at + 1])))
			.collect(Collectors.joining()));
	}

	/** One line stays one line, whatever somebody sent, and names nobody. */
	private static String plain(String value) {
		return value.replaceAll("[^\\x21-\\x7e]", "?").replaceAll("(?<=/members/)[^/?]+", "*");
	}

}
