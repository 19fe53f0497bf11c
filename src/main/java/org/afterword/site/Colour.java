package org.afterword.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.afterword.kernel.Refused;

/**
 * A colour of the screen.
 *
 * @param value red, green and blue, a byte each
 */
record Colour(int value) {

	/** The backgrounds on which it is read: those of afterword.css. */
	static final List<Colour> LIGHT = grounds("#fbfbf9", "#f0f1ed", "#ffffff");

	static final List<Colour> DARK = grounds("#15181a", "#202427", "#0e1011");

	/** The contrast that text needs, by WCAG 2.2. */
	static final double READABLE = 4.5;

	/**
	 * Reads {@code #ad1f2d}.
	 * @throws Refused if it is not a colour
	 */
	static Colour of(String typed) {
		var written = typed.strip();
		if (!written.matches("#[0-9a-fA-F]{6}")) {
			throw new Refused("setting.colour");
		}
		return new Colour(Integer.parseInt(written.substring(1), 16));
	}

	/** The lowest contrast that it has on one of these, from 1 to 21. */
	double on(List<Colour> grounds) {
		return grounds.stream().mapToDouble(this::on).min().orElseThrow();
	}

	private double on(Colour ground) {
		var lighter = Math.max(light(), ground.light());
		var darker = Math.min(light(), ground.light());
		return (lighter + 0.05) / (darker + 0.05);
	}

	/** Relative luminance, by WCAG 2.2. */
	private double light() {
		return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
	}

	private double part(int shift) {
		var share = (this.value >> shift & 0xFF) / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	private static List<Colour> grounds(String... written) {
		return Arrays.stream(written).map(Colour::of).toList();
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "#%06x", this.value);
	}

}
