package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;

import org.afterword.AfterwordTest;
import org.afterword.member.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class LongTopicTests {

	@Autowired
	JdbcClient sql;

	@Test
	void pageFiveThousandCostsWhatPageOneCosts() {
		var forum = new Forum(this.sql);
		var ama = forum.member("ama", Role.MEMBER);
		var topic = forum.topic("long-talk", "OPEN", ama);
		forum.posts(topic, 100_000, ama);
		forum.run("analyze post");
		var first = plan(topic, 1);
		var last = plan(topic, 5_000);
		for (var plan : List.of(first, last)) {
			var range = nodes(plan.path("Plan")).stream()
				.filter((node) -> "p".equals(node.path("Alias").asString())
						&& "post".equals(node.path("Relation Name").asString()))
				.toList();
			assertThat(range).hasSize(1);
			assertThat(range.getFirst().path("Node Type").asString()).isEqualTo("Index Scan");
			assertThat(range.getFirst().path("Index Name").asString()).isEqualTo("post_topic_id_number_key");
			assertThat(range.getFirst().path("Index Cond").asString()).contains("number >=", "number <=", "topic_id =");
			assertThat(range.getFirst().path("Actual Rows").asDouble()).isEqualTo(20.0);
		}
		assertThat(buffers(last)).isLessThanOrEqualTo(2 * buffers(first) + 50);
	}

	private JsonNode plan(long topic, int page) {
		var json = this.sql.sql("explain (analyze, buffers, format json) " + Posts.RANGE)
			.param("topic", topic)
			.param("first", (page - 1) * TopicHead.PAGE + 1)
			.param("last", page * TopicHead.PAGE)
			.query(String.class)
			.single();
		return new JsonMapper().readTree(json).get(0);
	}

	private static long buffers(JsonNode plan) {
		var top = plan.path("Plan");
		return top.path("Shared Hit Blocks").asLong() + top.path("Shared Read Blocks").asLong();
	}

	private static List<JsonNode> nodes(JsonNode node) {
		var all = new ArrayList<JsonNode>();
		all.add(node);
		node.path("Plans").forEach((child) -> all.addAll(nodes(child)));
		return all;
	}

}
