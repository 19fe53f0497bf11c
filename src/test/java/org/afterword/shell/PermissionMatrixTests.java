package org.afterword.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.Page;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what: the table of docs/permissions.md, held against the program. */
@AfterwordTest
class PermissionMatrixTests {

	private final List<ListedAddress> rows = ListedAddress.all();

	@Autowired
	Browser browser;

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
		var listed = ListedAddress.page();
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
		var listed = this.rows.stream()
			.map((row) -> ListedAddress.handler(this.mappings, row.method(), row.address()))
			.collect(Collectors.toSet());
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
			.map(ListedAddress::address)).containsExactly("/language");
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
		}).map(ListedAddress::address)).isEmpty();
	}

	private List<Browser> readers() {
		return new ListedPeople(this.story, this.topics, this.roles, this.publishing, this.sql).tell()
			.stream()
			.map((viewer) -> viewer.isMember() ? this.browser.as(viewer) : this.browser)
			.toList();
	}

	private static String answer(ListedAddress row, Browser reader) {
		var page = row.method().equals("GET") ? reader.openOnly(row.address())
				: reader.sendOnly(row.address(), row.fields());
		return leadsToSignIn(page) ? "sign-in" : Integer.toString(page.status());
	}

	private static boolean leadsToSignIn(Page page) {
		var location = page.header("Location");
		var carriesTheWords = page.status() == 403 && page.has("form[action=/sign-in] [name=unsent-path]");
		return carriesTheWords || (page.status() == 303 && location != null && location.matches("/sign-in(?!/).*"));
	}

}
