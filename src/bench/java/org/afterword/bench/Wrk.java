package org.afterword.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What came of reading one address again and again over 16 connections.
 *
 * @param requests how many were answered
 * @param failed how many of them otherwise than with the page
 * @param perSecond how many a second
 */
record Wrk(long requests, long failed, double perSecond) {

	private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

	/** Reads for so long. */
	static Wrk read(URI address, Site.Session session, int seconds) {
		var command = new ArrayList<>(List.of("wrk", "-t2", "-c16", "-d" + seconds + "s", "--timeout", "30s", "-H",
				"Accept-Encoding: gzip", "-H", "Accept-Language: en"));
		if (!session.cookies().isEmpty()) {
			command.addAll(List.of("-H", "Cookie: " + session.cookie()));
		}
		command.add(address.toString());
		var output = Command.output(command);
		var failed = FAILED.matcher(output);
		return new Wrk((long) number(REQUESTS, output), failed.find() ? Long.parseLong(failed.group(1)) : 0,
				number(RATE, output));
	}

	private static double number(Pattern pattern, String output) {
		var found = pattern.matcher(output);
		if (!found.find()) {
			throw new IllegalStateException(output);
		}
		return Double.parseDouble(found.group(1));
	}

}
