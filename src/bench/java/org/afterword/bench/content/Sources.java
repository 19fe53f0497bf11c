package org.afterword.bench.content;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;

import org.afterword.kernel.address.WebAddress;

/** The web pages that posts cite. */
final class Sources {

	private final Layout layout;

	Sources(Layout layout) {
		this.layout = layout;
	}

	static long count(Layout layout) {
		return layout.end() / 4 + layout.size().longest() + 1_000L;
	}

	String hostAndPath(long resource) {
		var host = Mix.below(400, resource, 80);
		return "library" + host + ".example.org/" + Mix.below(40, resource, 81) + "/report-" + resource;
	}

	List<Table> tables() {
		return List.of(new Table("resource", "id, canonical_url, added_at", this::resources),
				new Table("citation", "post_id, resource_id, position, anchor, address",
						(copy) -> this.layout.eachPost((post) -> cited(post, copy))),
				new Table("topic_resource", "topic_id, resource_id, added_at",
						(copy) -> this.layout.eachTopic((topic) -> ofTopic(topic, copy))),
				new Table("missing_source", "id, topic_id, post_id, what, sentence, announced_at",
						(copy) -> this.layout.eachTopic((topic) -> missing(topic, copy))));
	}

	private void resources(Copy copy) throws IOException {
		var since = this.layout.now().minusSeconds(86_400L * this.layout.size().days());
		for (var resource = 1L; resource <= count(this.layout); resource++) {
			var key = WebAddress.of("https://" + hostAndPath(resource)).orElseThrow().key();
			copy.number(resource).text(key).time(since).end();
		}
	}

	private void cited(PostPlan post, Copy copy) throws IOException {
		for (var which = 0; which < 2; which++) {
			var resource = post.topic().source(post.source(which));
			copy.number(post.id())
				.number(resource)
				.number(which + 1L)
				.text("Report " + resource)
				.text("https://" + hostAndPath(resource))
				.end();
		}
	}

	private void ofTopic(TopicPlan topic, Copy copy) throws IOException {
		var cited = new BitSet();
		for (var number = 1; number <= topic.posts(); number++) {
			var post = new PostPlan(topic, number);
			if (!post.isHidden()) {
				cited.set(post.source(0));
				cited.set(post.source(1));
			}
		}
		for (var one = cited.nextSetBit(0); one >= 0; one = cited.nextSetBit(one + 1)) {
			copy.number(topic.id()).number(topic.source(one)).time(topic.lastPostedAt()).end();
		}
	}

	/** Every hundredth topic waits for one. */
	private void missing(TopicPlan topic, Copy copy) throws IOException {
		if (topic.id() % 100 == 5) {
			copy.number(topic.id())
				.number(topic.id())
				.number(new PostPlan(topic, 2).id())
				.text("the report on wells")
				.text("I shall post the report on wells.")
				.time(topic.lastPostedAt())
				.end();
		}
	}

}
