package org.afterword.kernel.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Collects the text of one paragraph, heading or cell while the HTML is read. */
final class ParagraphText {

	private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

	private final PasteLimit limit;

	private final List<TextRun> runs = new ArrayList<>();

	ParagraphText(PasteLimit limit) {
		this.limit = limit;
	}

	void add(String text, TextStyle style, @Nullable String address) {
		var words = SPACES.matcher(text).replaceAll(" ");
		if (endsInSpace() && words.startsWith(" ")) {
			words = words.substring(1);
		}
		if (!words.isEmpty()) {
			this.limit.read(words);
			append(new TextRun(words, (address != null) ? TextStyle.PLAIN : style.withoutStyleInCode(), address));
		}
	}

	/** Separates the text that follows from the text before. */
	void space() {
		add(" ", TextStyle.PLAIN, null);
	}

	void lineBreak() {
		if (!this.runs.isEmpty()) {
			this.runs.add(TextRun.BREAK);
		}
	}

	boolean isBlank() {
		return this.runs.stream().allMatch((run) -> !run.isLink() && run.text().isBlank());
	}

	/** Whether it ends in two line breaks, as some programs end a paragraph. */
	boolean endsInBlankLine() {
		var size = this.runs.size();
		return size > 1 && this.runs.get(size - 1).isBreak() && this.runs.get(size - 2).isBreak();
	}

	/**
	 * The runs, with the spaces moved out of links and styles, and none at the ends of
	 * lines.
	 * @param oneLine whether line breaks become spaces, as in a heading
	 */
	List<TextRun> normalized(boolean oneLine) {
		var result = new ParagraphText(this.limit);
		for (var run : this.runs) {
			if (!run.isBreak()) {
				result.addWithSpacesOutside(run);
			}
			else if (oneLine) {
				result.space();
			}
			else {
				result.trimEnd();
				result.lineBreak();
			}
		}
		result.trimEnd();
		while (!result.runs.isEmpty() && result.runs.getLast().isBreak()) {
			result.runs.removeLast();
			result.trimEnd();
		}
		return result.runs;
	}

	private void addWithSpacesOutside(TextRun run) {
		if (run.startsWith(' ')) {
			space();
		}
		var words = run.text().strip();
		if (!words.isEmpty() || run.isLink()) {
			append(new TextRun(words, run.style(), run.address()));
		}
		if (run.endsWith(' ')) {
			space();
		}
	}

	private boolean endsInSpace() {
		return this.runs.isEmpty() || this.runs.getLast().isBreak() || this.runs.getLast().endsWith(' ');
	}

	private void append(TextRun run) {
		if (this.runs.isEmpty() || !this.runs.getLast().absorb(run)) {
			this.runs.add(run);
		}
	}

	private void trimEnd() {
		if (this.runs.isEmpty() || this.runs.getLast().isBreak() || this.runs.getLast().isLink()) {
			return;
		}
		this.runs.getLast().stripTrailing();
		if (this.runs.getLast().isEmpty()) {
			this.runs.removeLast();
		}
	}

}
