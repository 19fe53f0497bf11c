package org.afterword.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.Conversations;
import org.afterword.conversation.Reply;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicRole;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: the table of docs/permissions.md, held against the program. */
@AfterwordTest
class PermissionMatrixTests {

	private static final Path PAGE = Path.of("docs/permissions.md");

	private final List<Row> rows = Row.all(read());

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	Conversations conversations;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	RequestMappingHandlerMapping mappings;

	@Test
	void everyAddressAnswersEverybodyAsListed() throws IOException {
		var readers = readers();
		this.rows.stream()
			.filter((row) -> row.method().equals("GET"))
			.forEach((row) -> SecurityHeadersTests
				.assertTellsBrowsersWhatPagesDoNotDo(readers.getLast().openOnly(row.address())));
		var listed = read();
		var found = listed;
		for (var row : this.rows) {
			found = found.replace(row.line(), row.answered(readers.stream().map((reader) -> {
				this.sql.sql("savepoint before").update();
				var answer = answer(row, reader);
				this.entities.clear();
				this.sql.sql("rollback to savepoint before").update();
				return answer;
			}).toList()));
		}
		Files.writeString(Path.of("target/permissions.md"), found);
		assertThat(found.lines()).containsExactlyElementsOf(listed.lines().toList());
	}

	@Test
	void everyMappingIsListed() {
		var listed = this.rows.stream().map(this::handler).collect(Collectors.toSet());
		var known = this.mappings.getHandlerMethods()
			.values()
			.stream()
			.filter((handler) -> handler.getBeanType() != BasicErrorController.class)
			.map(HandlerMethod::getMethod)
			.collect(Collectors.toSet());
		assertThat(listed).containsExactlyInAnyOrderElementsOf(known);
	}

	@Test
	void noFormIsTakenFromAnotherSiteButTheChoiceOfALanguage() {
		this.story.tell();
		var administrator = this.browser.as(this.story.ines());
		assertThat(this.rows.stream()
			.filter((row) -> !row.method().equals("GET"))
			.filter((row) -> administrator.sendForged(row.address(), row.fields()).status() != 403)
			.map(Row::address)).containsExactly("/language");
	}

	@Test
	void noFormFailsOverASignThatPostgresqlDoesNotKeep() {
		var administrator = readers().getLast();
		assertThat(this.rows.stream().filter((row) -> !row.method().equals("GET")).filter((row) -> {
			var fields = row.fields();
			for (var value = 1; value < fields.length; value += 2) {
				fields[value] = "_method".equals(fields[value - 1]) ? fields[value] : fields[value] + "\0";
			}
			this.sql.sql("savepoint before").update();
			var page = administrator.sendOnly(row.address(), fields);
			this.entities.clear();
			this.sql.sql("rollback to savepoint before").update();
			return page.status() >= 500;
		}).map(Row::address)).isEmpty();
	}

	private List<Browser> readers() {
		var topic = this.story.tell();
		this.topics.appoint(topic, this.story.zofia().id(), TopicRole.FACILITATOR, this.story.amara());
		var draft = this.topics.open(this.story.amara(), new NewTopic(new Slug("drying-racks"), "Racks for drying",
				TopicKind.DISCUSSION, null, null, null, true));
		this.conversations.open(draft.id(), this.story.amara(), "Welcome.");
		this.sql.sql("""
				insert into flag_case (id, post_id, opened_at) overriding system value
				select 9000, id, now() from post where topic_id = ? and number = 15""").param(topic.value()).update();
		this.sql.sql("insert into flag (case_id, member_id, reason, flagged_at) values (9000, ?, 'advertising', now())")
			.param(this.story.noor().id().value())
			.update();
		this.sql
			.sql("""
					insert into post (id, topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_at, written_at) overriding system value
					values (9001, ?, ?, 'Held', '<p>Held</p>', 'Held', 1, 'HELD', now(), now())""")
			.params(topic.value(), this.story.noor().id().value())
			.update();
		this.sql.sql("""
				insert into audit_entry (id, actor_id, act, subject, subject_id, topic_id, before, after, done_at)
				overriding system value
				select 9003, ?, 'hide', 'POST', id, topic_id, '{"state": "PUBLISHED"}', '{"state": "HIDDEN"}', now()
				from post where topic_id = ? and number = 24""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		this.sql.sql("""
				insert into notice (id, member_id, thing, kind, post_id, told_at) overriding system value
				select 9001, ?, 'post 16', 'REPLIED', id, now() from post where topic_id = ? and number = 16""")
			.params(this.story.noor().id().value(), topic.value())
			.update();
		this.sql.sql("""
				insert into placeholder (id, topic_id, label) overriding system value
				values (9000, ?, 'QQ'), (9001, ?, 'QQ')""").params(topic.value(), draft.id().value()).update();
		this.sql.sql("""
				insert into claim (id, placeholder_id, member_id, state, filed_at) overriding system value
				values (9000, 9000, ?, 'WAITING', now())""").param(this.story.noor().id().value()).update();
		this.sql.sql("""
				insert into request (id, question_id, placeholder_id, asked_by, asked_at) overriding system value
				select 9000, q.id, 9000, ?, now() from question q where q.topic_id = ? and q.number = '5'""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		this.sql.sql("""
				insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at)
				select id, 1, 'As it was', author_member_id, now() from post where topic_id = ? and number = 17""")
			.param(topic.value())
			.update();
		this.sql.sql("update post set revision = 2 where topic_id = ? and number = 17").param(topic.value()).update();
		this.sql.sql("""
				insert into question_event (id, question_id, act, text_before, done_by, done_at) overriding system value
				select 9000, id, 'REWORDED', 'As it was', ?, now() from question where topic_id = ? and number = '5'""")
			.params(this.story.amara().id().value(), topic.value())
			.update();
		missing(topic, 7, 5);
		missing(topic, 8, 16);
		this.conversations.reply(topic, this.story.noor(), new Reply("It also leads to another.", null, Set.of(),
				Set.of(), false, Set.of(), Set.of(), true, "Who pays?"));
		return Stream
			.concat(Stream.of(this.browser),
					Stream
						.of(this.story.person("luz"), this.story.noor(), this.story.person("rekha"), this.story.zofia(),
								this.story.person("bishnu"), this.story.ines())
						.map(this.browser::as))
			.toList();
	}

	private void missing(TopicId topic, int id, int post) {
		this.sql
			.sql("""
					insert into missing_source (id, topic_id, post_id, what, sentence, announced_at)
					overriding system value
					select ?, topic_id, id, 'guide', 'See this guide.', now() from post where topic_id = ? and number = ?""")
			.params(id, topic.value(), post)
			.update();
	}

	private static String answer(Row row, Browser reader) {
		var page = row.method().equals("GET") ? reader.openOnly(row.address())
				: reader.sendOnly(row.address(), row.fields());
		return leadsToTheDoor(page) ? "door" : Integer.toString(page.status());
	}

	private static boolean leadsToTheDoor(Page page) {
		var location = page.header("Location");
		var carriesTheWords = page.status() == 403 && page.has("form[action=/sign-in] [name=unsent-path]");
		return carriesTheWords || (page.status() == 303 && location != null && location.matches("/sign-in(?!/).*"));
	}

	private Method handler(Row row) {
		var address = UriComponentsBuilder.fromUri(URI.create(row.address())).build();
		var request = new MockHttpServletRequest(row.method(), address.getPath());
		address.getQueryParams().forEach((name, values) -> request.setParameter(name, values.toArray(String[]::new)));
		ServletRequestPathUtils.parseAndCache(request);
		try {
			var chain = this.mappings.getHandler(request);
			assertThat(chain).as(row.address()).isNotNull();
			return ((HandlerMethod) chain.getHandler()).getMethod();
		}
		catch (Exception ex) {
			throw new IllegalStateException(row.address(), ex);
		}
	}

	private static String read() {
		try {
			return Files.readString(PAGE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One line of the table: method, address, fields of its form. */
	private record Row(String method, String address, String form, String line) {

		private static final Pattern LINE = Pattern
			.compile("(?m)^[|] (GET|POST|DELETE) [|] `([^`]+)` [|] (?:`([^`]+)`)? [|].*$");

		static List<Row> all(String page) {
			return LINE.matcher(page)
				.results()
				.map((line) -> new Row(line.group(1), line.group(2), Objects.requireNonNullElse(line.group(3), ""),
						line.group()))
				.toList();
		}

		String[] fields() {
			var method = this.method.equals("POST") ? "" : "&_method=" + this.method;
			return UriComponentsBuilder.fromUriString("?" + this.form + method)
				.build()
				.getQueryParams()
				.entrySet()
				.stream()
				.flatMap((field) -> field.getValue().stream().flatMap((value) -> Stream.of(field.getKey(), value)))
				.toArray(String[]::new);
		}

		/** The same line, with these answers. */
		String answered(List<String> answers) {
			return "| %s | `%s` | %s | %s |".formatted(this.method, this.address,
					this.form.isEmpty() ? "" : "`" + this.form + "`", String.join(" | ", answers));
		}

	}

}
