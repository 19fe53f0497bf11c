package org.afterword.site;

import java.net.URI;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the environment of the server says about this forum. It wins over the settings.
 *
 * @param name of the community; null or empty for none
 * @param zone in which dates are shown
 * @param address of the forum
 */
@ConfigurationProperties("site")
record SiteProperties(@Nullable String name, @Nullable ZoneId zone, @Nullable URI address) {

	/**
	 * Takes the slash off the end of the address.
	 * @throws IllegalArgumentException if the address is not that of a web site, or has a
	 * query or a fragment
	 */
	SiteProperties {
		name = (name != null && !name.isBlank()) ? name.strip() : null;
		address = (address != null && !address.toString().isEmpty()) ? Site.address(address) : null;
	}

}
