package org.afterword.topic;

import org.jspecify.annotations.Nullable;

/** Whom to give which role, as it was typed. */
record AppointmentForm(String handle, String role) {

	AppointmentForm(@Nullable String handle, @Nullable String role) {
		this.handle = (handle != null) ? handle.strip() : "";
		this.role = ("FACILITATOR".equals(role) || "SPEAKER".equals(role)) ? role : "";
	}

	/** The role, once it was checked. */
	TopicRole topicRole() {
		return TopicRole.valueOf(this.role);
	}

}
