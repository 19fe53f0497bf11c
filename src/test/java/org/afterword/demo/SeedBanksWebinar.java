package org.afterword.demo;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.persistence.EntityManager;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.answers.Pins;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Emails;
import org.afterword.member.Members;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionRegister;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The webinar that the tests know, told inside the transaction of a test: Amara
 * facilitates, TS waits for question 5, KB is a placeholder, Noor brings links.
 */
@Component
public class SeedBanksWebinar {

	/** How everybody signs in. */
	public static final String PASSWORD = "a few plain words";

	private final SampleCommunity community;

	private final Questions questions;

	private final JdbcClient sql;

	private final EntityManager entities;

	private final TransactionOperations transactions;

	private final Map<String, Told> told = new ConcurrentHashMap<>();

	private Map<String, Viewer> people = Map.of();

	@Autowired
	SeedBanksWebinar(Members members, Roles memberRoles, Emails emails, Topics topics, TopicRoles roles, Claims claims,
			Questions questions, QuestionRegister register, Publishing publishing, Visibility visibility,
			Answers answers, StatusOverrides overrides, Pins pins, StoryClock clock, JdbcClient sql,
			EntityManager entities, TransactionOperations transactions) {
		this.community = new SampleCommunity(members, memberRoles, emails, topics, roles, claims, register, publishing,
				visibility, answers, overrides, pins, clock);
		this.questions = questions;
		this.sql = sql;
		this.entities = entities;
		this.transactions = transactions;
	}

	/** Lets everybody join, and tells the webinar. */
	public TopicId tell() {
		return tell("seed-banks");
	}

	/**
	 * Lets everybody join, and tells one topic of the samples: through the use cases the
	 * first time, and from their rows afterwards.
	 */
	public TopicId tell(String slug) {
		var before = this.told.get(slug);
		var empty = this.sql.sql("select count(*) from member").query(Integer.class).single() == 0;
		if (before != null && empty) {
			this.transactions.executeWithoutResult((status) -> before.rows().restore(this.sql));
			this.people = before.people();
			return before.topic();
		}
		var topic = tellAnew(slug);
		if (empty) {
			var rows = Objects.requireNonNull(this.transactions.execute((status) -> {
				this.entities.flush();
				return Snapshot.of(this.sql);
			}));
			this.told.put(slug, new Told(topic, this.people, rows));
		}
		return topic;
	}

	private TopicId tellAnew(String slug) {
		var samples = SampleWebinars.load();
		this.people = this.community.join(samples.people(), PASSWORD);
		return this.community.tell(samples.topic(slug), this.people);
	}

	/** Tells another topic with the same people. */
	public TopicId also(String slug) {
		return this.community.tell(SampleWebinars.load().topic(slug), this.people);
	}

	public Viewer person(String handle) {
		return Objects.requireNonNull(this.people.get(handle), handle);
	}

	/** Facilitates. */
	public Viewer amara() {
		return person("amara");
	}

	/** Brings links. */
	public Viewer noor() {
		return person("noor");
	}

	/** Knows the law; a member. */
	public Viewer zofia() {
		return person("zofia");
	}

	/** Runs the site. */
	public Viewer ines() {
		return person("ines");
	}

	public QuestionView question(TopicId topic, String number) {
		return this.questions.get(topic, QuestionNumber.of(number));
	}

	private record Told(TopicId topic, Map<String, Viewer> people, Snapshot rows) {

	}

}
