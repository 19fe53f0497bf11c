package org.afterword.bench.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;

import org.postgresql.copy.CopyIn;

/** Rows on their way into a table, in PostgreSQL’s text format. */
final class Copy {

	private static final int FULL = 256 * 1024;

	private final CopyIn into;

	private byte[] buffer = new byte[2 * FULL];

	private int length;

	private boolean begun;

	Copy(CopyIn into) {
		this.into = into;
	}

	/** The bytes of a text, as they stand in the file. */
	static byte[] escaped(String text) {
		return text.replace("\\", "\\\\")
			.replace("\n", "\\n")
			.replace("\r", "\\r")
			.replace("\t", "\\t")
			.getBytes(StandardCharsets.UTF_8);
	}

	/** Begins a field that is then appended to. */
	Copy field() {
		if (this.begun) {
			put((byte) '\t');
		}
		this.begun = true;
		return this;
	}

	Copy append(byte[] escaped) {
		if (this.length + escaped.length > this.buffer.length) {
			this.buffer = java.util.Arrays.copyOf(this.buffer, 2 * (this.length + escaped.length));
		}
		System.arraycopy(escaped, 0, this.buffer, this.length, escaped.length);
		this.length += escaped.length;
		return this;
	}

	Copy text(String text) {
		return field().append(escaped(text));
	}

	Copy bytes(byte[] escaped) {
		return field().append(escaped);
	}

	Copy number(long number) {
		return field().append(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
	}

	Copy flag(boolean flag) {
		field();
		put((byte) (flag ? 't' : 'f'));
		return this;
	}

	Copy time(Instant time) {
		return field().append(time.toString().getBytes(StandardCharsets.US_ASCII));
	}

	Copy nothing() {
		field();
		put((byte) '\\');
		put((byte) 'N');
		return this;
	}

	/** The number, or nothing for 0. */
	Copy numberOrNothing(long number) {
		return (number == 0) ? nothing() : number(number);
	}

	void end() throws IOException {
		put((byte) '\n');
		this.begun = false;
		if (this.length >= FULL) {
			flush();
		}
	}

	/** Returns how many rows there are. */
	long close() throws SQLException {
		try {
			flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.into.endCopy();
	}

	private void put(byte one) {
		if (this.length == this.buffer.length) {
			this.buffer = java.util.Arrays.copyOf(this.buffer, 2 * this.length);
		}
		this.buffer[this.length++] = one;
	}

	private void flush() throws IOException {
		try {
			this.into.writeToCopy(this.buffer, 0, this.length);
			this.length = 0;
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

}
