package org.afterword;

import javax.sql.DataSource;

import org.afterword.site.Settings;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Empties every table, so that a test which commits leaves nothing to the next one. */
public class Clean implements BeforeEachCallback, AfterEachCallback {

	private static final int TRIES = 5;

	@Override
	public void beforeEach(ExtensionContext context) {
		everyTable(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		everyTable(context);
	}

	private void everyTable(ExtensionContext context) {
		var forum = SpringExtension.getApplicationContext(context);
		everyTable(forum.getBean(DataSource.class));
		forum.getBean(Settings.class).forget();
	}

	/**
	 * Numbers begin at 1 again. A browser may still ask for something, and hold a lock.
	 */
	public static void everyTable(DataSource source) {
		for (var tries = 1;; tries++) {
			try {
				emptied(source);
				return;
			}
			catch (PessimisticLockingFailureException ex) {
				if (tries == TRIES) {
					throw ex;
				}
			}
		}
	}

	/**
	 * A truncated table is one of unknown size to the planner. One whose rows are deleted
	 * is empty for good, and tests with many rows in one transaction take minutes.
	 */
	private static void emptied(DataSource source) {
		// As a replica, because the audit log's trigger lets nobody empty it.
		new JdbcTemplate(source).execute("""
				do $$
				declare
				  tables text;
				begin
				  select string_agg(format('%I.%I', schemaname, tablename), ', ') into tables
				  from pg_tables
				  where schemaname = 'public' and tablename <> 'flyway_schema_history';
				  set local session_replication_role = replica;
				  execute 'truncate ' || tables || ' restart identity cascade';
				end
				$$""");
	}

}
