package org.afterword.shell;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation says of itself.
 *
 * @param name of the community; empty where it has none
 * @param zone in which dates are written
 */
@ConfigurationProperties("site")
record Site(@DefaultValue("") String name, @DefaultValue("UTC") ZoneId zone) {

}
