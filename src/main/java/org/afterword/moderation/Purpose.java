package org.afterword.moderation;

import java.util.List;
import java.util.stream.Stream;

/** What a reason is chosen for; each has a list of its own. */
public enum Purpose {

	HIDING("hide", "hide.reason.", "advertising unkind private"),

	SHOWING_AGAIN("show", "show.reason.", "mended mistake"),

	FLAGGING("flag", "flag.reason.", "advertising unkind private elsewhere"),

	SENDING_BACK("back", "back.reason.", "links unclear elsewhere unkind"),

	SUSPENDING("suspend", "suspend.reason.", "advertising unkind warned");

	private final String word;

	private final String start;

	private final String usual;

	Purpose(String word, String start, String usual) {
		this.word = word;
		this.start = start;
		this.usual = usual;
	}

	/** Names its field and the beginning of its message keys. */
	String word() {
		return this.word;
	}

	/** The setting with the list; the usual reasons are used where it has no value. */
	String setting() {
		return "reasons." + this.word;
	}

	/** Message keys of the reasons that a new site has. */
	List<String> usual() {
		return Stream.of(this.usual.split(" ")).map((reason) -> this.start + reason).toList();
	}

}
