package org.afterword.replica;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a streaming replica is.
 *
 * @param url of JDBC; without it everything is read from the primary
 * @param username the one of the primary where it is left out
 * @param password the one of the primary where the user name is left out
 * @param maxLag a replica that is further behind is left out
 * @param checkEvery how often it is asked how far it is
 * @param maximumPoolSize how many connections it gets at most
 */
@ConfigurationProperties("spring.datasource.replica")
record ReplicaProperties(@Nullable String url, @Nullable String username, @Nullable String password,
		@DefaultValue("2s") Duration maxLag, @DefaultValue("250ms") Duration checkEvery,
		@DefaultValue("10") int maximumPoolSize) {

}
