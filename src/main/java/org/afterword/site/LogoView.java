package org.afterword.site;

/**
 * The logo, as pages show it.
 *
 * @param version of its bytes: another picture has another address
 */
public record LogoView(String version, int width, int height) {

	/** Reads {@link #toString()}. */
	static LogoView of(String stored) {
		var parts = stored.split("-");
		return new LogoView(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
	}

	/** Its address. */
	public String getAddress() {
		return "/logo.png?v=" + this.version;
	}

	@Override
	public String toString() {
		return this.version + "-" + this.width + "-" + this.height;
	}

}
