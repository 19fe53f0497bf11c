package org.afterword.bench.content;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All topics of a forum, in the order of their ids. */
final class Layout {

	private final Size size;

	private final Instant now;

	private final List<Block> blocks = new ArrayList<>();

	Layout(Size size, Instant now) {
		this.size = size;
		this.now = now;
		var middle = size.topics() / 2;
		var turn = 0;
		for (var topic = 1; topic <= size.topics();) {
			var longest = size.longest() > 0 && this.blocks.stream().allMatch((one) -> one.posts() < size.longest())
					&& topic >= middle;
			var topics = longest ? 1 : Math.min(Block.TOPICS, size.topics() - topic + 1);
			var posts = longest ? size.longest() : size.pattern().get(turn++ % size.pattern().size());
			this.blocks.add(new Block(topic, topics, posts, this.blocks.isEmpty() ? 1 : this.blocks.getLast().end()));
			topic += topics;
		}
	}

	Size size() {
		return this.size;
	}

	Instant now() {
		return this.now;
	}

	/** The first id behind those of all posts. */
	long end() {
		return this.blocks.getLast().end();
	}

	void eachTopic(TopicRows rows) throws IOException {
		for (var block : this.blocks) {
			for (var topic : plans(block)) {
				rows.write(topic);
			}
		}
	}

	/** In the order of their ids. */
	void eachPost(PostRows rows) throws IOException {
		for (var block : this.blocks) {
			var topics = plans(block);
			for (var number = 1; number <= block.posts(); number++) {
				for (var topic : topics) {
					rows.write(new PostPlan(topic, number));
				}
			}
		}
	}

	private List<TopicPlan> plans(Block block) {
		var plans = new ArrayList<TopicPlan>();
		for (var topic = 0; topic < block.topics(); topic++) {
			plans.add(new TopicPlan(this, block, block.firstTopic() + topic));
		}
		return plans;
	}

	interface TopicRows {

		void write(TopicPlan topic) throws IOException;

	}

	interface PostRows {

		void write(PostPlan post) throws IOException;

	}

}
