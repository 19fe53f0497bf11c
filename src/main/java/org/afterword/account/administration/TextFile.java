package org.afterword.account.administration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.ibm.icu.text.CharsetDetector;
import org.afterword.kernel.Refused;

/** The text of a file that somebody uploaded, whatever its encoding. */
final class TextFile {

	private TextFile() {
	}

	/**
	 * Reads a file.
	 * @param largest how large it may be, in bytes
	 * @throws Refused if it is too large, or no text
	 */
	static String read(byte[] file, int largest) {
		if (file.length > largest) {
			throw new Refused("member-import.large", largest / 1_000);
		}
		if (starts(file, 0x50, 0x4B)) {
			throw new Refused("member-import.spreadsheet");
		}
		if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw new Refused("member-import.old-spreadsheet");
		}
		var text = decoded(file);
		if (text.chars().anyMatch((one) -> one < ' ' && "\t\n\r\f".indexOf(one) < 0)) {
			throw new Refused("member-import.not-text");
		}
		return text;
	}

	private static String decoded(byte[] file) {
		if (starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF)) {
			return new String(file, StandardCharsets.UTF_16);
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			var guess = new CharsetDetector().setText(file).detect();
			var name = (guess != null) ? guess.getName() : "windows-1252";
			return new String(file, Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1);
		}
	}

	private static boolean starts(byte[] file, int... signs) {
		return file.length >= signs.length && Arrays.equals(Arrays.copyOf(file, signs.length), bytes(signs));
	}

	private static byte[] bytes(int... signs) {
		var bytes = new byte[signs.length];
		for (var at = 0; at < signs.length; at++) {
			bytes[at] = (byte) signs[at];
		}
		return bytes;
	}

}
