package org.afterword.bench.content;

import java.time.Instant;

/** What there is about one post, found anew by every table that asks. */
record PostPlan(TopicPlan topic, int number) {

	private static final int APART = 5;

	/** The number of the first post that can address a question as its second. */
	static int second(int question) {
		return Math.floorMod(question - APART, TopicPlan.QUESTIONS) + 2;
	}

	long id() {
		return this.topic.block().post(this.topic.id(), this.number);
	}

	int author() {
		return this.topic.person((this.number == 1) ? 0 : mix(this.topic.people(), 1));
	}

	Instant writtenAt() {
		return this.topic.postedAt(this.number);
	}

	/** The number of the post that it replies to; 0 for none. */
	int parent() {
		return (this.number > 2 && mix(3, 2) == 0) ? this.number - 1 - mix(Math.min(5, this.number - 2), 3) : 0;
	}

	/** The questions that it addresses. */
	int[] questions() {
		if (this.number == 1) {
			return new int[0];
		}
		var first = (this.number - 2) % TopicPlan.QUESTIONS;
		return addressesTwo() ? new int[] { first, (first + APART) % TopicPlan.QUESTIONS } : new int[] { first };
	}

	boolean addressesTwo() {
		return this.number > 1 && mix(3, 4) == 0;
	}

	/** Its words mention their numbers; otherwise its author ticked them. */
	boolean mentionsQuestions() {
		return this.number > 1 && mix(3, 5) == 0;
	}

	boolean answers(int question) {
		return question == this.number - 2 && this.topic.isAnswered(question);
	}

	/** Whom it mentions; 0 for nobody. */
	int mentioned() {
		var other = this.topic.person(mix(this.topic.people(), 6));
		return (this.number > 1 && mix(4, 7) == 0 && other != author()) ? other : 0;
	}

	/** The two resources that it cites, among those of its topic. */
	int source(int which) {
		var first = mix(this.topic.sources(), 8);
		return (which == 0) ? first
				: (first + 1 + mix(Math.min(this.topic.sources() - 1, 40), 9)) % this.topic.sources();
	}

	boolean isHidden() {
		return this.number > 1 && mix(500, 10) == 0;
	}

	boolean isFlagged() {
		return this.number > 1 && mix(2_000, 11) == 0;
	}

	boolean isThanked() {
		return mix(5, 12) == 0;
	}

	/** A number that is this post’s own, for this purpose. */
	int mix(int bound, int purpose) {
		return Mix.below(bound, this.topic.id(), this.number, 100 + purpose);
	}

}
