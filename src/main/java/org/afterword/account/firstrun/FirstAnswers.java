package org.afterword.account.firstrun;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.afterword.member.Viewer;
import org.afterword.site.Setting;
import org.afterword.site.Settings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers of the first run, which wait in a table of their own until there is an
 * administrator who could change settings.
 */
@Component
class FirstAnswers {

	private final Map<String, Setting> settings = new LinkedHashMap<>();

	private final JdbcClient sql;

	FirstAnswers(List<Setting> settings, JdbcClient sql) {
		settings.forEach((one) -> this.settings.put(one.name(), one));
		this.sql = sql;
	}

	/** Those of settings, and of the test e-mail. */
	Map<String, String> all() {
		var answers = new LinkedHashMap<String, String>();
		this.sql.sql("select name, value from first_run_answer").query((row) -> {
			answers.put(row.getString("name"), row.getString("value"));
		});
		return answers;
	}

	/** What the environment of the server sets, or else the answer; empty for none. */
	String of(String setting) {
		var machine = setting(setting).machine().get();
		return (machine != null) ? machine : all().getOrDefault(setting, "");
	}

	boolean isSetByMachine(String setting) {
		return setting(setting).machine().get() != null;
	}

	void keep(String name, String value) {
		this.sql.sql("""
				insert into first_run_answer (name, value) values (?, ?)
				on conflict (name) do update set value = excluded.value""").param(name).param(value).update();
	}

	/** Makes settings of the answers, by their first administrator. */
	void apply(Settings target, Viewer administrator) {
		all().forEach((name, value) -> {
			var setting = this.settings.get(name);
			if (setting != null && setting.machine().get() == null) {
				target.set(name, value.equals(setting.usual()) ? null : value, administrator);
			}
		});
		this.sql.sql("delete from first_run_answer").update();
	}

	/** The setting of this name. */
	Setting setting(String name) {
		var setting = this.settings.get(name);
		if (setting == null) {
			throw new IllegalStateException("No setting " + name);
		}
		return setting;
	}

}
