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
	 * Few tables have rows after a test, and few rows: to delete them is quicker than to
	 * truncate all tables.
	 */
	private static void emptied(DataSource source) {
		// As a replica, because the audit log's trigger lets nobody empty it, and because
		// foreign keys then need no order.
		new JdbcTemplate(source).execute("""
				do $$
				declare
				  name text;
				  rows int;
				begin
				  set local session_replication_role = replica;
				  for name in select format('%I.%I', schemaname, tablename) from pg_tables
				              where schemaname = 'public' and tablename <> 'flyway_schema_history' loop
				    execute 'select count(*) from (select from ' || name || ' limit 2000) counted' into rows;
				    if rows = 2000 then
				      execute 'truncate ' || name || ' cascade';
				    elsif rows > 0 then
				      execute 'delete from ' || name;
				    end if;
				  end loop;
				  perform setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
				  from pg_sequences where schemaname = 'public' and last_value is not null;
				end
				$$""");
	}

}
