package org.afterword.demo;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a sample register. {@code status} is empty unless a facilitator set it by
 * hand: {@code ANSWERED_LIVE}, with the place in the recording ({@code 00:41:20}), or
 * {@code DISMISSED}, with a reason. All other statuses follow from the posts.
 */
record SampleQuestion(String number, @Nullable String under, @Nullable String follows, String asker,
		@Nullable String claimedBy, String text, String status, @Nullable String recordingAt, @Nullable String reason) {

	SampleQuestion {
		SamplePart.check(status.isEmpty() || status.equals("ANSWERED_LIVE") || status.equals("DISMISSED"),
				"question %s has the status %s".formatted(number, status));
		SamplePart.check(status.equals("ANSWERED_LIVE") == (recordingAt != null),
				"question %s: a place in the recording belongs to ANSWERED_LIVE, and to nothing else"
					.formatted(number));
		SamplePart.check(status.equals("DISMISSED") == (reason != null),
				"question %s: a reason belongs to DISMISSED, and to nothing else".formatted(number));
	}

	static SampleQuestion of(SamplePart part) {
		part.allow("under", "follows", "asker", "claimed by", "status", "recording at", "reason");
		var status = part.find("status");
		return new SampleQuestion(part.numbered("question"), part.find("under"), part.find("follows"),
				part.get("asker"), part.find("claimed by"), part.words(), (status != null) ? status : "",
				part.find("recording at"), part.find("reason"));
	}

}
