package org.afterword.topic;

import org.jspecify.annotations.Nullable;

/**
 * Why a claim is refused, as it was typed.
 *
 * @param then the desk that the act began on; empty for none
 */
record ClaimRefusalForm(String reason, String then) {

	ClaimRefusalForm(@Nullable String reason, @Nullable String then) {
		this.reason = (reason != null) ? reason : "";
		this.then = (then != null) ? then : "";
	}

}
