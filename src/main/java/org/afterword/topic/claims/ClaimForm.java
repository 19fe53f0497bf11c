package org.afterword.topic.claims;

import org.jspecify.annotations.Nullable;

/**
 * Which member is known by which label, as it was typed.
 *
 * @param member a handle
 */
public record ClaimForm(String label, String member) {

	public ClaimForm(@Nullable String label, @Nullable String member) {
		this.label = (label != null) ? label : "";
		this.member = (member != null) ? member.strip() : "";
	}

}
