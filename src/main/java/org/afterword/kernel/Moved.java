package org.afterword.kernel;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What is asked for stands at another address for good: answered with 301. */
public class Moved extends RuntimeException {

	private static final Pattern NUMBERED = Pattern.compile("^/(posts|questions)/[^/]+");

	private final transient UnaryOperator<String> way;

	private final boolean kept;

	private Moved(String what, UnaryOperator<String> way) {
		this(what, way, false);
	}

	private Moved(String what, UnaryOperator<String> way, boolean kept) {
		super(what);
		this.way = way;
		this.kept = kept;
	}

	/**
	 * Something has one new address.
	 * @param address from the first slash on
	 */
	public static Moved to(String address) {
		return new Moved("to " + address, (asked) -> address);
	}

	/** A topic has another slug: what follows it in the address, and the query, stay. */
	public static Moved topic(Slug before, Slug now) {
		var start = "/topics/" + before;
		return new Moved("topic " + before, (asked) -> asked.startsWith(start)
				? "/topics/" + now + asked.substring(start.length()) : "/topics/" + now);
	}

	/**
	 * A topic went into another, where a number means something else: what is to be done
	 * to a post or a question leads to its page, which knows its number there, and no
	 * query stays.
	 */
	public static Moved into(Slug before, Slug now) {
		var start = "/topics/" + before;
		return new Moved("topic " + before, (asked) -> {
			var rest = asked.startsWith(start) ? asked.substring(start.length()).replaceFirst("\\?.*", "") : "";
			var numbered = NUMBERED.matcher(rest);
			if (!numbered.find()) {
				return "/topics/" + now + rest;
			}
			return (numbered.end() < rest.length()) ? start + numbered.group() : "/topics/" + now;
		});
	}

	/** The same, where what was sent there is kept among the drafts of its author. */
	public Moved kept() {
		return new Moved(String.valueOf(getMessage()), this.way, true);
	}

	public boolean isKept() {
		return this.kept;
	}

	/**
	 * Where to go on.
	 * @param asked the address that was asked for, with its query
	 */
	public String from(String asked) {
		return this.way.apply(asked);
	}

}
