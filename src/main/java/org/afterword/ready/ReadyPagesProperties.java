package org.afterword.ready;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pages are kept ready for strangers.
 *
 * @param enabled whether any are kept; without, every page is rendered for every request,
 * and is the same
 * @param memory how much they may take
 */
@ConfigurationProperties("afterword.ready-pages")
record ReadyPagesProperties(@DefaultValue("true") boolean enabled, @DefaultValue("32MB") DataSize memory) {

}
