package org.afterword.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.afterword.imports.lists.Pasted;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.imports.words.PlainWords;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.kernel.address.MailAddresses;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.ViewedTopic;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pasted lists that became topics, with what was left out of them. */
@Service
@Transactional
class ImportBatches {

	private final JdbcClient sql;

	private final Clock clock;

	ImportBatches(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/** The topic of a list that was published before, the last of several. */
	@Transactional(readOnly = true)
	Optional<Earlier> earlier(Pasted list, List<Row> rows) {
		return this.sql.sql("""
				select t.slug, t.title, b.imported_at as at from import_batch b join topic t on t.id = b.topic_id
				where b.fingerprint = ? order by b.copy desc limit 1""")
			.param(fingerprint(list, rows))
			.query((row, line) -> new Earlier(new Slug(row.getString("slug")), row.getString("title"),
					row.getTimestamp("at").toInstant()))
			.optional();
	}

	/**
	 * Keeps a list with its topic.
	 * @param again whether the list may have been published before
	 * @throws Refused if it was, perhaps by somebody else at the same time
	 */
	void keep(TopicView topic, Viewer by, Pasted list, List<Row> rows, boolean again) {
		var fingerprint = fingerprint(list, rows);
		// Waits for another transaction that publishes the same list.
		var first = this.sql.sql("""
				insert into import_batch (topic_id, pasted, left_out, fingerprint, copy, imported_by, imported_at)
				select :topic, :pasted, :leftOut, :fingerprint, coalesce(max(copy) + 1, 0), :by, :now
				from import_batch where fingerprint = :fingerprint and :again
				on conflict do nothing""")
			.param("topic", topic.id().value())
			.param("pasted", list.words())
			.param("leftOut", leftOut(list, rows))
			.param("fingerprint", fingerprint)
			.param("again", again)
			.param("by", by.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.update() == 1;
		if (!first) {
			throw refusal(earlier(list, rows).orElseThrow());
		}
	}

	/**
	 * What was left out of the lists of a topic, the first list first.
	 * @throws org.afterword.kernel.NotAllowed for those who do not run the topic
	 */
	@Transactional(readOnly = true)
	List<LeftOutOfList> leftOut(ViewedTopic topic) {
		topic.mustFacilitate("read what was left out");
		return this.sql.sql("""
				select b.imported_at as at, m.display_name as by, b.left_out as words
				from import_batch b join member m on m.id = b.imported_by
				where b.topic_id = ? and b.left_out <> '' order by b.id""")
			.param(topic.id().value())
			.query((row, line) -> new LeftOutOfList(row.getTimestamp("at").toInstant(), row.getString("by"),
					row.getString("words")))
			.list();
	}

	static Refused refusal(Earlier earlier) {
		return new Refused("import.again", earlier.title());
	}

	/** The conversation around the questions, and the unticked rows. */
	private static String leftOut(Pasted list, List<Row> rows) {
		var unticked = rows.stream()
			.filter((row) -> !row.keep() && !row.has(Note.Kind.POST_NUMBER))
			.map((row) -> row.asker().isBlank() ? row.text() : row.asker() + ": " + row.text())
			.collect(Collectors.joining("\n"));
		var conversation = list.reading().conversation();
		return conversation + (conversation.isEmpty() || unticked.isEmpty() ? "" : "\n\n") + unticked;
	}

	/**
	 * The same for the same questions in the same order, whatever their numbers and later
	 * corrections.
	 */
	private static String fingerprint(Pasted list, List<Row> rows) {
		var read = list.reading().rows().stream().filter(Row::keep).toList();
		var asked = (read.isEmpty() ? rows : read).stream()
			.map((row) -> PlainWords.of(row.text()))
			.collect(Collectors.joining("\n"));
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A topic made of a list. */
	record Earlier(Slug slug, String title, Instant at) {

	}

	/**
	 * What was left out of a list.
	 *
	 * @param by the name of the facilitator who published it
	 */
	record LeftOutOfList(Instant at, String by, String words) {

		/** Without e-mail addresses, which later facilitators were not given. */
		public List<String> lines() {
			return MailAddresses.removed(this.words).lines().filter((line) -> !line.isBlank()).toList();
		}

	}

}
