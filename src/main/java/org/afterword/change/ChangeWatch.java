package org.afterword.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

/**
 * Looks five times a second which changes were committed since the last look. It has a
 * connection of its own, so that it never waits behind pages.
 * <p>
 * A look compares snapshots: it finds the rows of those transactions that the last one
 * could not see yet. So it misses none, in whatever order they commit.
 */
@Component
class ChangeWatch {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private static final int TIMEOUT_SECONDS = 2;

	/** As long rows are left for nodes that look late; those look anew. */
	private static final Duration KEPT = Duration.ofMinutes(1);

	private static final Log log = LogFactory.getLog(ChangeWatch.class);

	private final Changes changes;

	private final DataSource database;

	private final ApplicationEventPublisher events;

	private final Thread watch = Thread.ofVirtual().name("changes").unstarted(this::watch);

	private @Nullable Connection connection;

	/** What the last look could see; null where changes may have been missed. */
	private @Nullable String snapshot;

	private long lookedAt;

	private boolean failing;

	private @Nullable String oldSnapshot;

	private long oldSince;

	ChangeWatch(Changes changes, DataSource database, ApplicationEventPublisher events) throws SQLException {
		this.changes = changes;
		this.database = connections(database.unwrap(HikariDataSource.class));
		this.events = events;
	}

	/**
	 * With the properties of the pool, and never waiting long for a server that is gone.
	 */
	private static DataSource connections(HikariDataSource pool) {
		var connections = DataSourceBuilder.derivedFrom(pool).type(SimpleDriverDataSource.class).build();
		var properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		properties.setProperty("connectTimeout", String.valueOf(TIMEOUT_SECONDS));
		properties.setProperty("socketTimeout", String.valueOf(2 * TIMEOUT_SECONDS));
		properties.setProperty("tcpKeepAlive", "true");
		connections.setConnectionProperties(properties);
		return connections;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.watch.start();
	}

	@PreDestroy
	void end() throws InterruptedException {
		this.watch.interrupt();
		if (this.watch.isAlive()) {
			this.watch.join(Duration.ofSeconds(TIMEOUT_SECONDS));
		}
	}

	private void watch() {
		try {
			while (true) {
				tryToLook();
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException ex) {
			lose();
		}
	}

	private void tryToLook() {
		try {
			look();
		}
		catch (SQLException | RuntimeException ex) {
			if (!this.failing) {
				log.warn("Changes cannot be read, so no page is kept until they can", ex);
			}
			this.failing = true;
			lose();
		}
	}

	/** Finds what was committed since the last look. */
	void look() throws SQLException {
		var begun = System.nanoTime();
		if (this.snapshot != null && begun - this.lookedAt > KEPT.toNanos() / 2) {
			this.snapshot = null;
		}
		var found = read(connection());
		if (found.contains(Changes.EVERYWHERE)) {
			this.events.publishEvent(new SiteChanged());
		}
		this.changes.seen(found, Objects.requireNonNull(this.snapshot), begun);
		this.lookedAt = begun;
		if (this.failing) {
			log.warn("Changes are read again");
			this.failing = false;
		}
		forgetOld(begun);
	}

	private Set<Long> read(Connection to) throws SQLException {
		var topics = new HashSet<Long>();
		if (this.snapshot == null) {
			topics.add(Changes.EVERYWHERE);
		}
		try (var query = to.prepareStatement("""
				select pg_current_snapshot()::text, topic_id
				from (select ?::pg_snapshot as before) last
				left join change on transaction_id >= pg_snapshot_xmin(before)
				                and not pg_visible_in_snapshot(transaction_id, before)""")) {
			query.setQueryTimeout(TIMEOUT_SECONDS);
			query.setString(1, this.snapshot);
			try (var rows = query.executeQuery()) {
				while (rows.next()) {
					this.snapshot = rows.getString(1);
					var topic = rows.getLong(2);
					if (!rows.wasNull()) {
						topics.add(topic);
					}
				}
			}
		}
		return topics;
	}

	/** Rows that every node has seen; and those of a database that was copied here. */
	private void forgetOld(long now) throws SQLException {
		if (this.oldSnapshot != null && now - this.oldSince < KEPT.toNanos()) {
			return;
		}
		if (this.oldSnapshot != null) {
			try (var delete = connection().prepareStatement("""
					delete from change where transaction_id < pg_snapshot_xmin(?::pg_snapshot)
					or transaction_id > pg_snapshot_xmax(pg_current_snapshot())""")) {
				delete.setString(1, this.oldSnapshot);
				delete.executeUpdate();
			}
		}
		this.oldSnapshot = this.snapshot;
		this.oldSince = now;
	}

	private Connection connection() throws SQLException {
		if (this.connection == null) {
			this.connection = this.database.getConnection();
		}
		return this.connection;
	}

	/** Gives the connection up, and what was seen through it. */
	void lose() {
		this.snapshot = null;
		try (var closing = this.connection) {
			this.connection = null;
		}
		catch (SQLException ex) {
			log.debug("The connection was lost", ex);
		}
	}

}
