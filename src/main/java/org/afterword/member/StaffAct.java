package org.afterword.member;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Somebody did what only staff may do, or what staff must be able to explain. The use
 * case publishes it inside its transaction, and the audit log records it before that
 * commits. Carries ids and words of our own, never names, addresses or texts, so that a
 * member can still be erased.
 *
 * @param subjectId id of the thing it was done to
 * @param topicId of the topic it belongs to; null where it belongs to none
 * @param before what was changed, as it was
 * @param after what was changed, as it is now
 * @param reason in words, stored apart from the log so that they can be blanked; null
 * where none was given
 */
public record StaffAct(MemberId actor, Act act, Subject subject, long subjectId, @Nullable Long topicId,
		Map<String, String> before, Map<String, String> after, @Nullable String reason) {

	/** An act for which nobody gave a reason. */
	public StaffAct(MemberId actor, Act act, Subject subject, long subjectId, @Nullable Long topicId,
			Map<String, String> before, Map<String, String> after) {
		this(actor, act, subject, subjectId, topicId, before, after, null);
	}

	/** Kinds of things that staff act upon. */
	public enum Subject {

		TOPIC, QUESTION, POST, MEMBER, PLACEHOLDER, RESOURCE, SITE

	}

}
