package org.afterword.member;

import java.util.Map;
import java.util.Optional;

import org.afterword.kernel.NotAllowed;
import org.afterword.member.StaffAct.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators have settled for the whole site, each under a name such as
 * {@code hold.posts}. What nobody has settled has the default that its reader gives.
 */
@Service
@Transactional
public class Settings {

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	Settings(JdbcClient sql, ApplicationEventPublisher events) {
		this.sql = sql;
		this.events = events;
	}

	/** What was settled under this name; empty where the default stands. */
	@Transactional(readOnly = true)
	public Optional<String> find(String name) {
		return this.sql.sql("select value from setting where name = ?").param(name).query(String.class).optional();
	}

	/** The number that was settled under this name, or the default. */
	@Transactional(readOnly = true)
	public int number(String name, int otherwise) {
		return find(name).map(Integer::valueOf).orElse(otherwise);
	}

	/**
	 * Settles something for everybody, from now on. The caller has checked the value.
	 * False when it stood so already.
	 * @param value null to go back to the default
	 * @throws NotAllowed unless an administrator settles it
	 */
	public boolean settle(String name, @Nullable String value, Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("settle " + name);
		}
		var changed = (value != null) ? this.sql.sql("""
				insert into setting (name, value) values (:name, :value)
				on conflict (name) do update set value = excluded.value where setting.value <> excluded.value""")
			.param("name", name)
			.param("value", value)
			.update() : this.sql.sql("delete from setting where name = ?").param(name).update();
		if (changed > 0) {
			this.events.publishEvent(
					new StaffAct(by.id(), "settle", Subject.SITE, 0, null, Map.of(), Map.of("setting", name)));
		}
		return changed > 0;
	}

}
