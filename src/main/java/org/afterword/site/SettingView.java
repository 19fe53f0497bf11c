package org.afterword.site;

import org.jspecify.annotations.Nullable;

/**
 * One setting on its page.
 *
 * @param value the current one, or what was typed where that was refused
 * @param stood the value when the page was made
 * @param changed whether it differs from its default
 * @param machine whether the environment of the server sets it, so that it cannot be
 * changed here
 * @param problem why what was typed was refused; null for no reason
 */
record SettingView(Setting setting, String value, String stood, boolean changed, boolean machine,
		@Nullable String problem) {

	/** Its id on the page. */
	public String getId() {
		return this.setting.name().replace('.', '-');
	}

	/** Its kind, for the template. */
	public String getKind() {
		return this.setting.kind().word();
	}

	/** The beginning of its message keys. */
	public String getKey() {
		return "setting." + this.setting.name();
	}

	/** How many rows a text begins with. */
	public int getRows() {
		return Math.clamp(this.value.lines().count() + 1, 4, 16);
	}

}
