package org.afterword.ready;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forms of the table of permissions, sent by anybody, with other numbers of posts and
 * questions than stand there. Some are refused.
 */
class RandomActs {

	private static final Pattern ROW = Pattern.compile("\\| (POST|DELETE) \\| `(/[^`]*)` \\| (?:`([^`]*)`)? *\\|.*");

	private static final List<String> PEOPLE = List.of("noor", "luz", "salma", "amara", "amara", "amara", "zofia",
			"ines", "ines");

	private final Random chance;

	private final List<Browser> people;

	private final List<Form> forms;

	private final JdbcClient sql;

	private final Set<String> kinds = new TreeSet<>();

	RandomActs(Browser browser, SeedBanksWebinar story, JdbcClient sql, Random chance) throws IOException {
		this.chance = chance;
		this.sql = sql;
		this.people = PEOPLE.stream().map((handle) -> browser.as(story.person(handle))).toList();
		try (var lines = Files.lines(Path.of("docs/permissions.md"))) {
			this.forms = lines.map(ROW::matcher)
				.filter((row) -> row.matches() && changesPages(row.group(2)))
				.map((row) -> new Form(row.group(1), row.group(2), (row.group(3) != null) ? row.group(3) : ""))
				.toList();
		}
	}

	private record Form(String method, String address, String fields) {
	}

	/** The kinds of those that were not refused. */
	Set<String> kinds() {
		return Collections.unmodifiableSet(this.kinds);
	}

	/**
	 * @return what was tried, for the message of a failure
	 */
	String next() {
		var form = this.forms.get(this.chance.nextInt(this.forms.size()));
		var address = form.address()
			.replaceFirst("posts/\\d+", "posts/" + (1 + this.chance.nextInt(30)))
			.replaceFirst("questions/\\d+", "questions/" + (1 + this.chance.nextInt(12)));
		var fields = fields(form.fields());
		if (form.method().equals("DELETE")) {
			fields.addFirst("delete");
			fields.addFirst("_method");
		}
		var answer = this.people.get(this.chance.nextInt(this.people.size()))
			.sendOnly(address, fields.toArray(String[]::new));
		if (answer.status() == 303) {
			this.kinds.add(form.method() + " " + form.address());
		}
		return form.method() + " " + address + " " + form.fields() + " -> " + answer.status();
	}

	/** As a page would send them, with the newest revision of what they change. */
	private List<String> fields(String form) {
		var fields = new ArrayList<String>();
		Stream.of(form.split("&")).filter((field) -> !field.isEmpty()).forEach((field) -> {
			var cut = field.indexOf('=');
			var name = field.substring(0, cut);
			fields.add(name);
			fields.add(switch (name) {
				case "question", "questions", "into" -> String.valueOf(1 + this.chance.nextInt(12));
				case "revision" -> String.valueOf(1 + this.chance.nextInt(3));
				default -> field.substring(cut + 1);
			});
		});
		return fields;
	}

	/** Not those that end a story, or take long. */
	private static boolean changesPages(String address) {
		return !address.contains("?paste") && !address.startsWith("/sign-") && !address.startsWith("/settings/leave")
				&& !address.startsWith("/settings/data") && !address.contains("draft") && !address.startsWith("/join")
				&& !address.startsWith("/erasure") && !address.startsWith("/pastes");
	}

}
