package org.afterword.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.Arrived;
import org.afterword.CommittingTest;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form of docs/permissions.md is sent over a real connection, by somebody who may,
 * with letters beyond ASCII. They arrive and are kept as they were written; the password
 * in an address is kept nowhere.
 */
@CommittingTest
class EveryFormOverTheWireTests {

	private static final String WORDS = "Żuławy ещё 種 ñandú";

	private static final String ADDRESS = " https://luz:tajemnica@jars.example.org/ż";

	/** What the words become where somebody reads UTF-8 as Latin-1, or writes ASCII. */
	private static final String BROKEN = "Å»|Ðµ|ç¨®|Ã±|\\?u\\?awy|\uFFFD";

	/** Fields in which people write what they like, and how much room each has. */
	private static final Set<String> LONG = Set.of("body", "html", "words", "text", "part", "note", "reason");

	private static final Set<String> SHORT = Set.of("title", "name");

	/** Reasons that are chosen from a list. */
	private static final Set<String> CHOSEN = Set.of("advertising", "other");

	/** A field that no form has, so that every form brings letters. */
	private static final String EXTRA = "letters";

	private static final Pattern SIGN_IN = Pattern.compile("\r\nLocation: /sign-in[?\r]");

	private static final Pattern STATUS = Pattern.compile("HTTP/1.1 ([0-9]{3})");

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	TopicRoles roles;

	@Autowired
	Publishing publishing;

	@Autowired
	JdbcClient sql;

	@Autowired
	Arrived arrived;

	@LocalServerPort
	int port;

	private final List<String> wrong = new ArrayList<>();

	private int accepted;

	@Test
	void everyFormArrivesAndIsKeptAsItWasWritten() throws IOException {
		var people = new ListedPeople(this.story, this.topics, this.roles, this.publishing, this.sql).tell();
		var wires = new Wire[people.size()];
		var rows = ListedAddress.all().stream().filter((row) -> !row.method().equals("GET")).toList();
		for (var row : rows) {
			var person = whoMay(row);
			if (wires[person] == null) {
				wires[person] = signedIn(people.get(person));
			}
			var answer = send(row, wires[person]);
			if (people.get(person).isMember() && leadsToSignIn(answer)) {
				// A form before this one has ended the session.
				wires[person] = signedIn(people.get(person));
				answer = send(row, wires[person]);
			}
			check(row, answer);
		}
		assertThat(this.wrong).isEmpty();
		assertThat(this.accepted).isGreaterThan(80);
		assertThat(columnsWith(BROKEN)).isEmpty();
		assertThat(columnsWith("tajemnica")).isEmpty();
		assertThat(columnsWith(WORDS)).hasSizeGreaterThanOrEqualTo(12);
	}

	/** Who is let furthest: the first whose form is taken, else the last. */
	private static int whoMay(ListedAddress row) {
		var answers = row.answers();
		for (var person = 0; person < answers.size(); person++) {
			if (answers.get(person).matches("[23].*")) {
				return person;
			}
		}
		return answers.size() - 1;
	}

	private Wire signedIn(Viewer person) throws IOException {
		var wire = new Wire(this.port);
		var handle = person.handle();
		if (handle != null) {
			wire.signIn(handle.value(), SeedBanksWebinar.PASSWORD);
			// The first page brings the token of the new session.
			wire.get("/");
		}
		return wire;
	}

	private String send(ListedAddress row, Wire wire) throws IOException {
		return wire.post(row.address(), wire.form(fields(row)), Arrived.HEADER + ": " + row.address());
	}

	private static String[] fields(ListedAddress row) {
		var fields = new ArrayList<>(Arrays.asList(row.fields()));
		for (var value = 1; value < fields.size(); value += 2) {
			var name = fields.get(value - 1);
			if (LONG.contains(name) && !CHOSEN.contains(fields.get(value))) {
				fields.set(value, fields.get(value) + " " + WORDS + ADDRESS);
			}
			else if (SHORT.contains(name)) {
				fields.set(value, fields.get(value) + " " + WORDS);
			}
		}
		fields.addAll(List.of(EXTRA, WORDS));
		return fields.toArray(String[]::new);
	}

	private void check(ListedAddress row, String answer) {
		var what = row.method() + " " + row.address();
		var status = STATUS.matcher(answer);
		if (!status.lookingAt() || status.group(1).startsWith("5")) {
			this.wrong.add(what + " is answered " + answer.lines().findFirst().orElse("with nothing"));
			return;
		}
		if (status.group(1).matches("[23].*") && !leadsToSignIn(answer)) {
			this.accepted++;
		}
		var came = this.arrived.with(row.address());
		var sent = fields(row);
		for (var value = 1; value < sent.length; value += 2) {
			var one = came.get(sent[value - 1]);
			if (one == null || !Arrays.asList(one).contains(sent[value])) {
				this.wrong.add(what + " got " + sent[value - 1] + "=" + Arrays.toString(one));
			}
		}
	}

	private static boolean leadsToSignIn(String answer) {
		return SIGN_IN.matcher(answer).find()
				|| (answer.startsWith("HTTP/1.1 403") && answer.contains("action=\"/sign-in\""));
	}

	/** Columns of any table in which something matches. */
	private List<String> columnsWith(String pattern) {
		return this.sql.sql("""
				select table_name || '.' || column_name from information_schema.columns c
				join information_schema.tables t using (table_schema, table_name)
				where table_schema = 'public' and table_type = 'BASE TABLE'
				and data_type in ('text', 'character varying', 'jsonb') order by 1""")
			.query(String.class)
			.list()
			.stream()
			.filter((column) -> has(column, pattern))
			.toList();
	}

	private boolean has(String column, String pattern) {
		var table = column.substring(0, column.indexOf('.'));
		return this.sql
			.sql("select exists (select from \"%s\" where cast(%s as text) ~ :pattern)".formatted(table, column))
			.param("pattern", pattern)
			.query(Boolean.class)
			.single();
	}

}
