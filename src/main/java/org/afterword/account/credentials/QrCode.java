package org.afterword.account.credentials;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import org.apache.commons.codec.binary.Base32;

/**
 * A secret for an authenticator app: as a QR code, or to be typed.
 *
 * @param size how many squares stand in a row
 * @param path the dark squares, as the path of an SVG
 * @param letters the secret in groups of four letters and digits
 * @param address of the secret, for a generator on this same device
 */
record QrCode(int size, String path, String letters, String address) {

	/** Draws the secret of somebody at a site. */
	static QrCode of(byte[] secret, String site, String handle) {
		var letters = new Base32().encodeToString(secret).replace("=", "");
		var address = "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s".formatted(encoded(site), encoded(handle),
				letters);
		try {
			var squares = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.CHARACTER_SET, "UTF-8"));
			var path = new StringBuilder();
			for (var y = 0; y < squares.getHeight(); y++) {
				for (var x = 0; x < squares.getWidth(); x++) {
					if (squares.get(x, y)) {
						path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
					}
				}
			}
			return new QrCode(squares.getWidth(), path.toString(), letters.replaceAll("(.{4})(?!$)", "$1 "), address);
		}
		catch (WriterException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
