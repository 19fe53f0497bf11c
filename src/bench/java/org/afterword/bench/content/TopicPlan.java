package org.afterword.bench.content;

import java.time.Duration;
import java.time.Instant;

/** What there is in one topic, found anew by every table that asks. */
record TopicPlan(Layout layout, Block block, int id) {

	static final int QUESTIONS = 12;

	static final int PLACEHOLDERS = 4;

	private static final Duration OPEN = Duration.ofDays(13);

	int posts() {
		return this.block.posts();
	}

	String slug() {
		return "webinar-" + this.id;
	}

	Language language() {
		return Language.of(this.id);
	}

	/** Spread over the years, up to two weeks ago. */
	Instant createdAt() {
		var span = Duration.ofDays(this.layout.size().days());
		var topics = this.layout.size().topics();
		return this.layout.now()
			.minus(span)
			.minusSeconds(14 * 86_400)
			.plusSeconds(span.toSeconds() * this.id / topics)
			.plusSeconds(this.id % Block.TOPICS);
	}

	Instant postedAt(int number) {
		return createdAt().plusSeconds(OPEN.toSeconds() * (number - 1) / posts());
	}

	Instant lastPostedAt() {
		return postedAt(posts());
	}

	/** How many people write here. */
	int people() {
		return Math.min(Math.max(3, posts() / 3), 300);
	}

	/** Who writes here; the first of them runs the topic. */
	int person(int which) {
		if (which == 0) {
			return People.FIRST_HOST + this.id % People.HOSTS;
		}
		var others = this.layout.size().members() - People.FIRST_OF_ALL;
		var stride = 1 + Mix.below(others / people(), this.id, 1);
		return People.FIRST_OF_ALL + (Mix.below(others, this.id, 2) + which * stride) % others;
	}

	long placeholder(int which) {
		return (long) (this.id - 1) * PLACEHOLDERS + which + 1;
	}

	/** The first placeholder of every fourth topic is known to be somebody. */
	boolean isClaimed(int placeholder) {
		return placeholder == 0 && this.id % 4 == 0;
	}

	long question(int which) {
		return (long) (this.id - 1) * QUESTIONS + which + 1;
	}

	/** As it stands in the register: 1 to 5, 5a, 6 to 11. */
	String number(int question) {
		return (question < 5) ? Integer.toString(question + 1) : (question == 5) ? "5a" : Integer.toString(question);
	}

	int position(int question) {
		return (question < 5) ? (question + 1) * 1_000 : (question == 5) ? 5_001 : question * 1_000;
	}

	String status(int question) {
		if (isAnswered(question)) {
			return "ANSWERED";
		}
		if (isAddressed(question)) {
			return "IN_DISCUSSION";
		}
		return switch (Mix.below(4, this.id, question, 3)) {
			case 0 -> "ANSWERED_LIVE";
			case 1 -> "DISMISSED";
			default -> "OPEN";
		};
	}

	/** By the first post that addresses it. */
	boolean isAnswered(int question) {
		return posts() >= question + 2 && Mix.below(3, this.id, question, 4) > 0;
	}

	private boolean isAddressed(int question) {
		if (posts() >= question + 2) {
			return true;
		}
		var second = PostPlan.second(question);
		return second <= posts() && new PostPlan(this, second).addressesTwo();
	}

	/** How many resources the posts choose from. */
	int sources() {
		return posts() + 3;
	}

	/** A resource of the topic. */
	long source(int which) {
		return 1L + Mix.below(Math.toIntExact(Sources.count(this.layout) - sources()), this.id, 5) + which;
	}

}
