package org.afterword.topic.people;

import java.util.Set;

import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

/** Whom to give which role, as it was typed. */
record AppointmentForm(String handle, String role) {

	private static final Set<String> ROLES = Set.of(TopicRole.FACILITATOR.name(), TopicRole.SPEAKER.name());

	AppointmentForm(@Nullable String handle, @Nullable String role) {
		this.handle = (handle != null) ? handle.strip() : "";
		this.role = (role != null && ROLES.contains(role)) ? role : "";
	}

	/** The role, once it was checked. */
	TopicRole topicRole() {
		return TopicRole.valueOf(this.role);
	}

}
