package org.afterword.ready;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A page as it is sent.
 *
 * @param tag its ETag, weak because it is the same for both encodings
 * @param headers without those that an encoding changes
 */
@SuppressWarnings("ArrayRecordComponent")
record ReadyPage(byte[] plain, byte[] gzip, String tag, String contentType, Map<String, List<String>> headers) {

	/** What a page weighs beside its bytes, with its key and its headers, in bytes. */
	private static final int OVERHEAD = 3_000;

	private static final int TAG_BYTES = 15;

	static ReadyPage of(byte[] plain, String contentType, Map<String, List<String>> headers) {
		return new ReadyPage(plain, compressed(plain), tag(plain), contentType, Map.copyOf(headers));
	}

	/** In bytes. */
	int weight() {
		return this.plain.length + this.gzip.length + OVERHEAD;
	}

	private static byte[] compressed(byte[] plain) {
		var bytes = new ByteArrayOutputStream(plain.length / 3);
		try (var out = new BestGzip(bytes)) {
			out.write(plain);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static String tag(byte[] plain) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(plain);
			return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES))
					+ '"';
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class BestGzip extends GZIPOutputStream {

		BestGzip(ByteArrayOutputStream out) throws IOException {
			super(out);
			this.def.setLevel(Deflater.BEST_COMPRESSION);
		}

	}

}
