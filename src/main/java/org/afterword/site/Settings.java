package org.afterword.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.afterword.change.Changes;
import org.afterword.change.SiteChanged;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Act;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What administrators have set for the whole site, each under a name such as
 * {@code hold.posts}. What nobody has set has the default that its reader gives.
 * <p>
 * A transaction reads them from the database, once. Pages take them from memory, where
 * they are read again as soon as a change is seen: so it works at once on this node, and
 * on all others within a second.
 */
@Service
public class Settings {

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private volatile @Nullable Map<String, String> known;

	/** Counts changes of {@link #known}: what was read before a change is not kept. */
	private volatile int edition;

	private final Changes changes;

	Settings(JdbcClient sql, ApplicationEventPublisher events, Changes changes) {
		this.changes = changes;
		this.sql = sql;
		this.events = events;
	}

	/** The value of this name; empty for the default. */
	public Optional<String> find(String name) {
		return Optional.ofNullable(all().get(name));
	}

	/** The number of this name, or the default. */
	public int number(String name, int otherwise) {
		return find(name).map(Integer::valueOf).orElse(otherwise);
	}

	/**
	 * Changes a setting. The caller has checked the value.
	 * @return false if it was so already
	 * @param value null to go back to the default
	 * @throws NotAllowed unless an administrator does
	 */
	@Transactional
	public boolean set(String name, @Nullable String value, Viewer by) {
		return set(name, value, false, by);
	}

	/**
	 * Changes a setting. The caller has checked the value.
	 * @return false if it was so already
	 * @param value null to go back to the default
	 * @param logged whether the audit log shows the values: numbers and words of ours,
	 * never what people wrote
	 * @throws NotAllowed unless an administrator does
	 */
	@Transactional
	public boolean set(String name, @Nullable String value, boolean logged, Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("change the setting " + name);
		}
		var before = find(name);
		var changed = (value != null) ? this.sql.sql("""
				insert into setting (name, value) values (:name, :value)
				on conflict (name) do update set value = excluded.value where setting.value <> excluded.value""")
			.param("name", name)
			.param("value", value)
			.update() : this.sql.sql("delete from setting where name = ?").param(name).update();
		if (changed > 0) {
			InTransaction.end();
			var was = new LinkedHashMap<String, String>();
			var is = new LinkedHashMap<>(Map.of("setting", name));
			if (logged) {
				before.ifPresent((one) -> was.put("value", one));
				Optional.ofNullable(value).ifPresent((one) -> is.put("value", one));
			}
			this.events.publishEvent(new StaffAct(by.id(), Act.CHANGE_SETTING, Subject.SITE, 0, null, was, is));
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					forget();
				}
			});
		}
		return changed > 0;
	}

	/** Clears the memory: somebody may have changed the table in another way. */
	public void forget() {
		synchronized (this) {
			this.edition++;
			this.known = null;
		}
	}

	@EventListener
	void changed(SiteChanged change) {
		// What somebody began to read before may be old.
		forget();
		refresh();
	}

	/** Reads them again, for pages. */
	private Map<String, String> refresh() {
		var began = this.edition;
		var read = read();
		synchronized (this) {
			if (this.edition == began) {
				this.known = read;
			}
		}
		return read;
	}

	private Map<String, String> all() {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& TransactionSynchronizationManager.isSynchronizationActive()) {
			return InTransaction.get(this);
		}
		var now = this.known;
		// Where changes are not seen in time, what was read before may be wrong.
		return (now != null && this.changes.isCurrent()) ? now : refresh();
	}

	private Map<String, String> read() {
		var read = new LinkedHashMap<String, String>();
		this.sql.sql("select name, value from setting").query((row) -> {
			read.put(row.getString("name"), row.getString("value"));
		});
		return Map.copyOf(read);
	}

	/** What one transaction has read, until it ends or changes a setting. */
	private record InTransaction(Map<String, String> read) implements TransactionSynchronization {

		private static final Object KEY = InTransaction.class;

		static Map<String, String> get(Settings settings) {
			if (TransactionSynchronizationManager.getResource(KEY) instanceof InTransaction known) {
				return known.read();
			}
			var read = new InTransaction(settings.read());
			TransactionSynchronizationManager.bindResource(KEY, read);
			TransactionSynchronizationManager.registerSynchronization(read);
			return read.read();
		}

		static void end() {
			TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
		}

		@Override
		public void suspend() {
			end();
		}

		@Override
		public void afterCompletion(int status) {
			end();
		}

	}

}
