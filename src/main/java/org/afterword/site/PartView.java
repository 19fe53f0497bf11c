package org.afterword.site;

import java.util.List;

/** A part of the page of settings. */
record PartView(Part part, List<SettingView> settings) {

	/** Those that one form saves together. */
	public List<SettingView> getTyped() {
		return this.settings.stream().filter((one) -> one.setting().isTyped()).toList();
	}

	/** Those with a form of their own, or set elsewhere. */
	public List<SettingView> getOthers() {
		return this.settings.stream().filter((one) -> !one.setting().isTyped()).toList();
	}

}
