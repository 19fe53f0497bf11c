package org.afterword.imports;

/**
 * What a facilitator agrees to by a tick.
 *
 * @param asks whether sources that are announced without an address wait for one among
 * the resources
 * @param addresses whether e-mail addresses may be published
 * @param again whether a list may be published a second time
 */
record Ticks(boolean asks, boolean addresses, boolean again) {

	static final Ticks NONE = new Ticks(true, false, false);

}
