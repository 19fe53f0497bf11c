package org.afterword.topic.claims;

import org.jspecify.annotations.Nullable;

/** Why a claim is refused, as it was typed. */
record ClaimRefusalForm(String reason) {

	ClaimRefusalForm(@Nullable String reason) {
		this.reason = (reason != null) ? reason : "";
	}

}
