package org.afterword.reading;

import java.time.Instant;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.topic.claims.ClaimState;
import org.jspecify.annotations.Nullable;

/**
 * What a member said of a placeholder.
 *
 * @param questions what it asked, in the order of the register
 * @param takeBack whether the member can still withdraw it
 * @param file whether the member can say so now
 * @param again whether the member can say so if they say why
 */
public record OwnClaim(long id, long placeholder, String label, Slug slug, String topic, List<QuestionNumber> questions,
		ClaimState state, Instant at, @Nullable String reason, boolean takeBack, boolean file, boolean again) {

}
