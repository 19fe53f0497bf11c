package org.afterword.site;

import java.net.URI;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation says of itself.
 *
 * @param name of the community; empty where it has none
 * @param zone in which dates are written
 * @param address where it stands, without a slash at the end: links in mail begin with
 * it, so it is configured and never taken from a request
 */
@ConfigurationProperties("site")
public record Site(@DefaultValue("") String name, @DefaultValue("UTC") ZoneId zone,
		@DefaultValue("http://localhost:8080") URI address) {

	/**
	 * Takes the slash off the end of the address.
	 * @throws IllegalArgumentException if the address is not that of a web site, or has a
	 * query or a fragment
	 */
	public Site {
		var scheme = address.getScheme();
		if (!("http".equals(scheme) || "https".equals(scheme)) || address.getHost() == null
				|| address.getRawUserInfo() != null || address.getRawQuery() != null
				|| address.getRawFragment() != null) {
			throw new IllegalArgumentException(
					"site.address has to be the address of this forum, such as https://forum.example.org");
		}
		address = URI.create(address.toString().replaceAll("/+$", ""));
	}

	/**
	 * The whole address of a page.
	 * @param path from the first slash on
	 */
	public String link(String path) {
		if (!path.startsWith("/")) {
			throw new IllegalArgumentException("Not a path: " + path);
		}
		return this.address + path;
	}

	/** Whether links lead to this machine only, because nobody configured an address. */
	public boolean isLocal() {
		return "localhost".equals(this.address.getHost());
	}

}
