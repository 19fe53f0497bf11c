package org.afterword.bench.content;

/**
 * Topics in which people write at the same time: their posts lie between each other, as
 * they do in a forum that has grown.
 *
 * @param firstTopic the id of the first
 * @param posts how many each of them has
 * @param firstPost the id of the first post of the first
 */
record Block(int firstTopic, int topics, int posts, long firstPost) {

	static final int TOPICS = 25;

	long post(int topic, int number) {
		return this.firstPost + (long) (number - 1) * this.topics + (topic - this.firstTopic);
	}

	long end() {
		return this.firstPost + (long) this.topics * this.posts;
	}

}
