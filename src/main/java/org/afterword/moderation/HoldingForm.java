package org.afterword.moderation;

import jakarta.validation.constraints.Pattern;
import org.afterword.conversation.HoldingRule;

/**
 * Which posts are held, as it was typed.
 *
 * @param posts how many first posts of a member
 * @param links how many links a post of a new account may have
 * @param days for how many days an account is new
 */
record HoldingForm(@Pattern(regexp = NUMBER, message = "{holding.number}") String posts,
		@Pattern(regexp = NUMBER, message = "{holding.number}") String links,
		@Pattern(regexp = NUMBER, message = "{holding.number}") String days) {

	private static final String NUMBER = "[0-9]{1,3}";

	HoldingForm {
		posts = (posts != null) ? posts.strip() : "";
		links = (links != null) ? links.strip() : "";
		days = (days != null) ? days.strip() : "";
	}

	int number(HoldingRule rule) {
		return Integer.parseInt(switch (rule) {
			case POSTS -> this.posts;
			case LINKS -> this.links;
			case DAYS -> this.days;
		});
	}

}
