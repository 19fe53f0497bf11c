package org.afterword.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.conversation.Conversations;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.NewQuestion;
import org.afterword.question.Questions;
import org.afterword.resource.MissingSources;
import org.afterword.topic.ListAddresses;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a topic of a webinar’s list, whole or not at all. */
@Service
@Transactional
class ImportWebinar {

	private final Topics topics;

	private final Conversations conversations;

	private final Questions questions;

	private final MissingSources missing;

	private final ListAddresses addresses;

	private final JdbcClient sql;

	private final Clock clock;

	ImportWebinar(Topics topics, Conversations conversations, Questions questions, MissingSources missing,
			ListAddresses addresses, JdbcClient sql, Clock clock) {
		this.topics = topics;
		this.conversations = conversations;
		this.questions = questions;
		this.missing = missing;
		this.addresses = addresses;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Opens the topic, with the introduction as its first post and the kept rows as its
	 * register. Who asked becomes a placeholder of the topic. What was pasted is kept
	 * with it, with all that was left out.
	 * @param pasted the list as it was pasted; may be empty if every row was typed
	 * @param rows as they were checked, none of them refused; none at all for a topic
	 * without questions
	 * @param asks whether sources that are announced without an address wait for one
	 * among the resources
	 * @throws NotAllowed for those who do not facilitate
	 * @throws Refused where this list was published before
	 */
	TopicView publish(Viewer by, NewTopic plan, String introduction, String pasted, List<Row> rows, boolean asks) {
		if (!rows.isEmpty()) {
			earlier(pasted, rows).ifPresent(ImportWebinar::refuse);
		}
		var topic = this.topics.open(by, plan);
		this.conversations.open(topic.id(), by, introduction, asks);
		if (!rows.isEmpty()) {
			this.questions.add(topic.id(), questions(rows), by);
			keep(topic, by, pasted, rows);
			var read = QuestionList.read(pasted);
			if (!read.addresses().isEmpty()) {
				rows.stream().filter(Row::keep).forEach((row) -> keepAddress(topic, row, read));
			}
			if (asks) {
				this.missing.askFor(topic.id(), read.lostSources());
			}
		}
		return topic;
	}

	/** The topic that this list has become already. */
	@Transactional(readOnly = true)
	Optional<Earlier> earlier(String pasted, List<Row> rows) {
		return this.sql.sql("""
				select t.slug, t.title, b.imported_at as at from import_batch b join topic t on t.id = b.topic_id
				where b.fingerprint = ?""")
			.param(fingerprint(pasted, rows))
			.query((row, line) -> new Earlier(new Slug(row.getString("slug")), row.getString("title"),
					row.getTimestamp("at").toInstant()))
			.optional();
	}

	/**
	 * Also where the facilitator corrected the name of who asked, if the question reads
	 * as it did.
	 */
	private void keepAddress(TopicView topic, Row row, ListReading read) {
		var given = read.addresses().get(Rows.person(row.asker()));
		if (given == null) {
			given = read.rows()
				.stream()
				.filter((one) -> one.text().equals(row.text()))
				.findFirst()
				.map((one) -> read.addresses().get(Rows.person(one.asker())))
				.orElse(null);
		}
		if (given != null && !row.asker().isBlank()) {
			this.addresses.keep(topic.id(), row.asker().strip(), given);
		}
	}

	private void keep(TopicView topic, Viewer by, String pasted, List<Row> rows) {
		// Waits for another transaction that publishes the same list at this moment.
		var first = this.sql.sql("""
				insert into import_batch (topic_id, pasted, left_out, fingerprint, imported_by, imported_at)
				values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(topic.id().value(), pasted, QuestionList.read(pasted).conversation(), fingerprint(pasted, rows),
					by.id().value(), Timestamp.from(this.clock.instant()))
			.update() == 1;
		if (!first) {
			refuse(earlier(pasted, rows).orElseThrow());
		}
	}

	private static void refuse(Earlier earlier) {
		throw new Refused("import.again", earlier.title());
	}

	/** In the order of their numbers, so that a question comes before its parts. */
	private static List<NewQuestion> questions(List<Row> rows) {
		var people = new HashMap<String, String>();
		var kept = rows.stream().filter(Row::keep).toList();
		var numbers = kept.stream().map(Row::number).collect(Collectors.toSet());
		var questions = new ArrayList<NewQuestion>();
		for (var row : kept) {
			var asker = row.asker().isBlank() ? null
					: people.computeIfAbsent(Rows.person(row.asker()), (person) -> row.asker().strip());
			questions.add(new NewQuestion(QuestionNumber.of(row.number()), number(row.under()),
					numbers.contains(row.follows()) ? number(row.follows()) : null, row.text(), asker, null));
		}
		questions.sort(Comparator.comparing((question) -> question.number()));
		return questions;
	}

	private static @Nullable QuestionNumber number(String written) {
		return written.isEmpty() ? null : QuestionNumber.of(written);
	}

	/**
	 * The same for the same questions in the same order, however they were numbered, and
	 * whatever was corrected after they were read.
	 */
	private static String fingerprint(String pasted, List<Row> rows) {
		var read = QuestionList.read(pasted).rows().stream().filter(Row::keep).toList();
		var asked = (read.isEmpty() ? rows : read).stream()
			.map((row) -> Words.plain(row.text()))
			.collect(Collectors.joining("\n"));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A topic that a list has become. */
	record Earlier(Slug slug, String title, Instant at) {

	}

}
