package org.afterword.question;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A question before it stands in a register.
 *
 * @param number as the list gives it; null for the next one
 * @param under the question it is a part of; null for one of its own
 * @param follows the question it stood under without being a part of it
 * @param asker initials or name of somebody without an account
 * @param member who asked it, where that is a member; then there is no {@code asker}
 */
public record NewQuestion(@Nullable QuestionNumber number, @Nullable QuestionNumber under,
		@Nullable QuestionNumber follows, String text, @Nullable String asker, @Nullable MemberId member) {

	/** How many signs a question may have. */
	public static final int LONGEST = 2_000;

	/** How many questions a topic may have. */
	public static final int MOST = 300;

}
