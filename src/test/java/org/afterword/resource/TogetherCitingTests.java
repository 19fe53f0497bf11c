package org.afterword.resource;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

/** Several who bring the same sources at one instant. */
@CommittingTest
class TogetherCitingTests {

	@Autowired
	Topics topics;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionOperations transactions;

	@Test
	void twoWhoCiteTheSameNewAddressesInOppositeOrderBothHaveThem() throws Exception {
		var topic = this.story.tell();
		var amara = this.story.amara();
		var one = this.publishing.reply(topic, amara, Reply.of("Sources follow."));
		var other = this.publishing.reply(topic, amara, Reply.of("Sources follow, too."));
		var outcomes = Together.behind(() -> this.sql.sql("""
				insert into resource (canonical_url, added_at) values ('https://m.example.org', now())""").update(),
				this.sql, this.transactions,
				() -> this.edits.edit(this.topics.viewed(topic, amara), one,
						"https://a.example.org and https://m.example.org and https://z.example.org", 1, ""),
				() -> this.edits.edit(this.topics.viewed(topic, amara), other,
						"https://z.example.org and https://m.example.org and https://a.example.org", 1, ""));
		assertThat(outcomes).containsOnly(true);
		assertThat(this.sql.sql("""
				select p.number || ' ' || r.canonical_url from citation c join post p on p.id = c.post_id
				join resource r on r.id = c.resource_id where p.topic_id = ? and p.number in (?, ?)
				order by p.number, c.position""").params(topic.value(), one, other).query(String.class).list())
			.containsExactly(one + " https://a.example.org", one + " https://m.example.org",
					one + " https://z.example.org", other + " https://z.example.org", other + " https://m.example.org",
					other + " https://a.example.org");
	}

}
