package org.afterword.account;

import java.util.List;
import java.util.Map;

import org.afterword.CommittingTest;
import org.afterword.kernel.Slug;
import org.afterword.member.MemberErasure;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.site.FormerNames;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.Topics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures how long it takes to leave for somebody who has written 5,000 posts in five
 * topics, each with a link and a mention, and whom others name in 500. No test, because a
 * busy machine would fail it: run it by its name, with
 * {@code mvn test -Dtest=LeavingTimings}, on a quiet one.
 */
@CommittingTest
class LeavingTimings {

	private static final int POSTS = 5_000;

	private static final int NAMING = 500;

	private static final int TOPICS = 5;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	Topics topics;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionTemplate transactions;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void howLongLeavingTakes(boolean words) {
		var amina = this.members.first(Newcomers.called("amina"));
		var tala = this.members.join(Newcomers.called("tala"));
		for (var n = 1; n <= TOPICS; n++) {
			var topic = this.topics
				.open(this.members.viewer(amina).orElseThrow(),
						new NewTopic(new Slug("topic-" + n), "Topic " + n, TopicKind.DISCUSSION, null, null, null,
								false))
				.id();
			write(topic, tala, 1, POSTS / TOPICS, "Ask @amina, who knows: https://example.org/", amina, "amina");
			write(topic, amina, POSTS / TOPICS + 1, NAMING / TOPICS, "As @tala said. ", tala, "tala");
		}
		this.sql.sql("analyze").update();
		var start = System.nanoTime();
		this.transactions.executeWithoutResult((status) -> this.erasure.erase(tala, FormerNames.of(tala), words));
		System.out.printf("Leaving with %,d posts, their words %s: %.1f s%n", POSTS, words ? "erased" : "kept",
				(System.nanoTime() - start) / 1e9);
		assertThat(this.sql
			.sql("select count(*) from post where author_member_id = ? and body_markdown <> '' and number <> 1")
			.param(tala.value())
			.query(Integer.class)
			.single()).isEqualTo(words ? 0 : POSTS - TOPICS);
		assertThat(this.sql.sql("select count(*) from post where body_html like '%former member%'")
			.query(Integer.class)
			.single()).isEqualTo(NAMING);
	}

	private void write(TopicId topic, MemberId author, int from, int many, String words, MemberId named, String name) {
		var about = Map.of("topic", topic.value(), "author", author.value(), "from", from, "to", from + many - 1,
				"words", words, "named", named.value(), "name", name);
		for (var statement : List.of(
				"""
						insert into post (topic_id, number, author_member_id, body_markdown, body_html, excerpt, renderer_version,
						                  state, written_at)
						select :topic, n, :author, :words || n, '<p>' || :words || n || '</p>', :words || n, 1, 'PUBLISHED', now()
						from generate_series(:from, :to) n""",
				"""
						insert into mention (post_id, name, member_id)
						select id, :name, :named from post where topic_id = :topic and number between :from and :to""",
				"""
						insert into resource (canonical_url, added_at)
						select distinct 'https://example.org/' || n, now()
						from generate_series(:from, :to) n on conflict do nothing""",
				"""
						insert into citation (post_id, resource_id, position, anchor, address)
						select p.id, r.id, 1, 'Example', r.canonical_url from post p
						join resource r on r.canonical_url = 'https://example.org/' || p.number
						where p.topic_id = :topic and p.number between :from and :to and p.body_markdown like '%https%'""")) {
			this.sql.sql(statement).params(about).update();
		}
	}

}
