package org.afterword.notification;

import java.time.Instant;
import java.util.List;

import org.afterword.kernel.QuestionNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a notice is about, as its member may see it now. Parts that a
 * {@link NoticeSubject} does not read are null, 0 or empty.
 *
 * @param shown whether the member may see it at all
 * @param slug of the topic
 * @param topic its title
 * @param post id of the post
 * @param number of the post; null while it is held
 * @param first number of the first of several new posts
 * @param excerpt how the post begins, or the note of a request; null where the member may
 * not read it
 * @param questions the numbers of questions; only the member’s own where it is about
 * these
 * @param posts how many were moved together, or are new
 * @param variant end of the message key, such as a status; null where there is one
 * message
 * @param reason that was given; null for none
 * @param until end of somebody’s leave
 * @param label of the claimed placeholder
 */
record About(boolean shown, @Nullable String slug, @Nullable String topic, @Nullable Long post,
		@Nullable Integer number, @Nullable Integer first, @Nullable String excerpt, List<QuestionNumber> questions,
		int posts, @Nullable String variant, @Nullable String reason, @Nullable Instant until, @Nullable String label) {

	/** Something that was deleted. */
	static final About NOTHING = new About(false, null, null, null, null, null, null, List.of(), 0, null, null, null,
			null);

	/** Address of the post in its topic; of several, of the first. */
	String inTopic() {
		var place = (this.first != null) ? this.first : this.number;
		return (place != null) ? "/topics/%1$s?post=%2$s#p%2$s".formatted(this.slug, place) : held();
	}

	/** Address of the post alone. */
	String postPage() {
		return (this.number != null) ? "/topics/%s/posts/%s".formatted(this.slug, this.number) : held();
	}

	/** Address of the first question. */
	String question() {
		return "/topics/%s/questions/%s".formatted(this.slug, this.questions.getFirst());
	}

	private String held() {
		return "/held/" + this.post;
	}

}
