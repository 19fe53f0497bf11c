package org.afterword.imports.lists;

import java.util.List;

/** Recognises the bytes of pictures and other files that were pasted as text. */
final class FileBytes {

	private static final int SHORTEST = 5;

	/** How pictures begin, as bytes or as Base64. */
	private static final List<String> PICTURES = List.of("\u0089PNG", "\ufffdPNG", "PNG\n", "GIF87a", "GIF89a",
			"iVBORw0KGgo", "/9j/4AAQ", "/9j/4", "R0lGODlh", "UklGR", "ÿØÿ", "\ufffd\ufffd\ufffd\ufffd", "II*\0",
			"<svg");

	/** How documents and archives begin. */
	private static final List<String> DOCUMENTS = List.of("%PDF-", "PK\u0003\u0004", "JVBERi0", "UEsDBB", "{\\rtf",
			"ÐÏ\u0011à");

	private FileBytes() {
	}

	/**
	 * Whether a line is a picture, or the link of one that contains the picture itself.
	 */
	static boolean isPicture(String line) {
		return line.length() >= SHORTEST && (PICTURES.stream().anyMatch(line::startsWith)
				|| line.startsWith("data:image/") || (line.startsWith("![") && line.contains("](data:image/"))
				|| (line.startsWith("<img") && line.contains("data:image/")));
	}

	/** Whether a text is a document, an archive or mostly control characters. */
	static boolean isOtherFile(String text) {
		var unprintable = text.chars().filter(FileBytes::isUnprintable).count();
		return DOCUMENTS.stream().anyMatch(text::startsWith) || (unprintable > 4 && unprintable * 10 > text.length());
	}

	private static boolean isUnprintable(int character) {
		return (character < ' ' && character != '\n' && character != '\t' && character != '\f' && character != '\u000b')
				|| character == '\ufffd' || (character >= 0x80 && character < 0xa0 && character != 0x85);
	}

}
