package org.afterword.member;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did what only staff may, or what staff must be able to explain. Published by
 * the use case inside its transaction, written down in the audit log before it commits.
 * Carries ids and words of our own; never names, addresses or texts, so that erasing
 * somebody stays possible.
 *
 * @param act what was done, as the end of a message key: "lock", "pin"
 * @param subjectId id of the thing it was done to
 * @param topicId of the topic it belongs to; null where it belongs to none
 * @param before what was changed, as it was
 * @param after what was changed, as it is now
 * @param reason in words, kept apart from the log so that they can be blotted out; null
 * where none was given
 */
public record StaffAct(MemberId actor, String act, Subject subject, long subjectId, @Nullable Long topicId,
		Map<String, String> before, Map<String, String> after, @Nullable String reason) {

	/** An act for which nobody gave a reason. */
	public StaffAct(MemberId actor, String act, Subject subject, long subjectId, @Nullable Long topicId,
			Map<String, String> before, Map<String, String> after) {
		this(actor, act, subject, subjectId, topicId, before, after, null);
	}

	/** Kinds of things that staff act upon. */
	public enum Subject {

		TOPIC, QUESTION, POST, MEMBER, PLACEHOLDER, RESOURCE, SITE

	}

}
