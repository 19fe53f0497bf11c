package org.afterword.shell;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Set;
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

/**
 * Who may do what: every address of the forum, asked for by a stranger, a member, a
 * facilitator of this topic, one of the site, and an administrator. Post 5 is the
 * member’s, as is post 32, which asks a new question; post 16 is somebody else’s, post 24
 * is hidden. "door" leads to the sign-in page, or is it and carries what was typed; 303
 * leads to what was done.
 */
@AfterwordTest
class PermissionMatrixTests {

	private static final List<String> TABLE = """
			GET    /                                           |                               |  200  200  200  200  200
			GET    /questions                                  |                               |  200  200  200  200  200
			GET    /members/noor                               |                               |  200  200  200  200  200
			GET    /topics/seed-banks                          |                               |  200  200  200  200  200
			GET    /topics/seed-banks?post=5                   |                               |  200  200  200  200  200
			GET    /topics/seed-banks?page=all                 |                               |  200  200  200  200  200
			GET    /topics/seed-banks/questions                |                               |  200  200  200  200  200
			GET    /topics/seed-banks/questions/5              |                               |  200  200  200  200  200
			GET    /topics/seed-banks/resources                |                               |  200  200  200  200  200
			GET    /topics/seed-banks/resources/missing/7      |                               | door  200  200  200  200
			POST   /topics/seed-banks/resources/missing/7      | address=example.org           | door  303  303  303  303
			DELETE /topics/seed-banks/resources/missing/7      |                               | door  303  303  303  303
			DELETE /topics/seed-banks/resources/missing/8      |                               | door  403  303  303  303
			GET    /topics/seed-banks/posts/5                  |                               |  200  200  200  200  200
			GET    /topics/drying-racks                        |                               |  404  404  404  200  200
			GET    /topics/drying-racks/posts/1                |                               |  404  404  404  200  200
			GET    /topics/drying-racks/lock                   |                               |  404  404  404  200  200
			GET    /topics/drying-racks/replies/new            |                               |  404  404  404  200  200
			POST   /topics/drying-racks/replies                | body=Welcome                  | door  404  404  303  303
			POST   /topics/drying-racks/publication            |                               | door  404  404  303  303
			GET    /topics/seed-banks/replies/new              |                               | door  200  200  200  200
			POST   /topics/seed-banks/replies                  | body=Welcome                  | door  303  303  303  303
			POST   /topics/seed-banks/replies?paste=on         | html=<b>x</b>                 | door  200  200  200  200
			POST   /topics/drying-racks/replies?paste=on       | html=<b>x</b>                 | door  404  404  200  200
			GET    /topics/seed-banks/names?q=@n               |                               | door  200  200  200  200
			GET    /topics/drying-racks/names?q=@n             |                               |  404  404  404  200  200
			POST   /pastes                                     | html=<b>x</b>                 | door  200  200  200  200
			GET    /topics/seed-banks/posts/5/revisions        |                               |  200  200  200  200  200
			GET    /topics/seed-banks/posts/5/revisions/1      |                               |  200  200  200  200  200
			GET    /topics/seed-banks/posts/24/revisions       |                               | door  403  200  200  200
			GET    /topics/seed-banks/posts/24/revisions/1     |                               | door  403  200  200  200
			GET    /topics/seed-banks/posts/5/edit             |                               | door  200  200  200  200
			POST   /topics/seed-banks/posts/5/edit             | body=So&revision=1&reason=Why | door  303  303  303  303
			POST   /topics/seed-banks/posts/5/edit?paste=on    | html=<b>x</b>                 | door  200  200  200  200
			GET    /topics/seed-banks/posts/16/edit            |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/16/edit            | body=So&revision=1&reason=Why | door  403  303  303  303
			POST   /topics/seed-banks/posts/16/edit            | body=So&revision=1            | door  403  422  422  422
			GET    /topics/seed-banks/posts/5/withdrawal       |                               | door  200  403  403  403
			POST   /topics/seed-banks/posts/5/withdrawal       |                               | door  303  403  403  403
			GET    /topics/seed-banks/posts/5/questions        |                               | door  200  200  200  200
			POST   /topics/seed-banks/posts/5/questions        | questions=7                   | door  303  303  303  303
			DELETE /topics/seed-banks/posts/5/questions/7      |                               | door  303  303  303  303
			DELETE /topics/seed-banks/posts/16/questions/7     |                               | door  403  303  303  303
			GET    /topics/seed-banks/posts/16/questions       |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/16/questions       | questions=7                   | door  403  303  303  303
			GET    /topics/seed-banks/posts/16/hiding          |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/16/hiding          | reason=advertising            | door  403  303  303  303
			POST   /topics/seed-banks/posts/5/hiding           | reason=advertising            | door  403  303  303  303
			DELETE /topics/seed-banks/posts/24/hiding          |                               | door  403  303  303  303
			POST   /topics/seed-banks/questions/5/offers/5     |                               | door  303  403  403  403
			DELETE /topics/seed-banks/questions/5/offers/5     |                               | door  303  403  403  403
			POST   /topics/seed-banks/questions/5/answers/5    |                               | door  403  303  303  303
			DELETE /topics/seed-banks/questions/5/answers/5    |                               | door  403  303  303  303
			GET    /topics/seed-banks/questions/5/pins/5       |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/5/pins/5       | note=short                    | door  403  303  303  303
			DELETE /topics/seed-banks/questions/2/pins/7       |                               | door  403  303  303  303
			POST   /topics/seed-banks/questions/1/pins/9/place | to=up                         | door  403  303  303  303
			GET    /topics/seed-banks/questions/5/status       |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/5/status       | status=OPEN                   | door  403  303  303  303
			GET    /topics/seed-banks/questions/new            |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/new            | text=Who                      | door  403  303  303  303
			GET    /topics/seed-banks/questions/5/edit         |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/5/edit         | text=Who&revision=1           | door  403  303  303  303
			GET    /topics/seed-banks/questions/5/history      |                               |  200  200  200  200  200
			GET    /topics/seed-banks/questions/5/withdrawal   |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/5/withdrawal   | note=Twice                    | door  403  303  303  303
			DELETE /topics/seed-banks/questions/5/withdrawal   |                               | door  403  303  303  303
			GET    /topics/seed-banks/questions/5/split        |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/5/split        | text=a&part=b&place=own&revision=1 | door  403  303  303  303
			GET    /topics/seed-banks/questions/7/twin         |                               | door  403  200  200  200
			POST   /topics/seed-banks/questions/7/twin         | twin=5                        | door  403  303  303  303
			DELETE /topics/seed-banks/questions/7/twin         |                               | door  403  303  303  303
			GET    /topics/seed-banks/questions/proposed       |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/32/proposal/acceptance |                               | door  403  303  303  303
			POST   /topics/seed-banks/posts/32/proposal/tie    | question=5                    | door  403  303  303  303
			GET    /topics/seed-banks/posts/32/proposal/refusal |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/32/proposal/refusal | reason=Elsewhere              | door  403  303  303  303
			DELETE /topics/seed-banks/posts/32/proposal        |                               | door  303  403  403  403
			GET    /topics/seed-banks/lock                     |                               | door  403  200  200  200
			POST   /topics/seed-banks/lock                     |                               | door  403  303  303  303
			DELETE /topics/seed-banks/lock                     |                               | door  403  303  303  303
			POST   /topics/seed-banks/publication              |                               | door  403  303  303  303
			GET    /topics/seed-banks/edit                     |                               | door  403  200  200  200
			POST   /topics/seed-banks/edit                     | title=Seeds&heldOn=2026-09-01 | door  403  303  303  303
			GET    /topics/seed-banks/people                   |                               | door  403  200  200  200
			POST   /topics/seed-banks/people/roles             | handle=luz&role=SPEAKER       | door  403  303  303  303
			DELETE /topics/seed-banks/people/roles             | handle=rekha&role=SPEAKER     | door  403  303  303  303
			POST   /topics/seed-banks/people/claims            | label=TS&member=mele          | door  403  303  303  303
			DELETE /topics/seed-banks/people/claims            | label=TS&handle=mele          | door  403  303  303  303
			GET    /topics/seed-banks/posts/16/notes           |                               | door  403  200  200  200
			POST   /topics/seed-banks/posts/16/notes           | words=Asked                   | door  403  303  303  303
			GET    /members/noor/notes                         |                               | door  403  403  200  200
			POST   /members/noor/notes                         | words=Asked                   | door  403  403  303  303
			GET    /members/luz/suspension                     |                               | door  403  403  200  200
			POST   /members/luz/suspension                     | reason=advertising&days=7     | door  403  403  303  303
			DELETE /members/luz/suspension                     |                               | door  403  403  303  303
			GET    /members/amara/suspension                   |                               | door  403  403  403  200
			POST   /topics/seed-banks/posts/16/thanks          |                               | door  303  303  303  303
			DELETE /topics/seed-banks/posts/16/thanks          |                               | door  303  303  303  303
			POST   /topics/seed-banks/posts/5/thanks           |                               | door  422  303  303  303
			POST   /topics/seed-banks/questions/5/votes        |                               | door  303  303  303  303
			DELETE /topics/seed-banks/questions/5/votes        |                               | door  303  303  303  303
			POST   /topics/drying-racks/posts/1/thanks         |                               | door  404  404  422  422
			GET    /topics/seed-banks/posts/16/flags           |                               | door  200  200  200  200
			POST   /topics/seed-banks/posts/16/flags           | reason=advertising            | door  303  303  303  303
			GET    /flags                                      |                               | door  200  200  200  200
			GET    /moderation                                 |                               | door  403  303  303  303
			GET    /moderation/flags                           |                               | door  403  200  200  200
			GET    /moderation/flags/9000                      |                               | door  403  200  200  200
			POST   /moderation/flags/9000/owner                |                               | door  403  303  303  303
			DELETE /moderation/flags/9000/owner                |                               | door  403  303  303  303
			POST   /moderation/flags/9000/outcome              | words=Thanks                  | door  403  303  303  303
			GET    /held                                       |                               | door  200  200  200  200
			GET    /held/9001                                  |                               | door  200  200  200  200
			POST   /held/9001                                  | body=Mended&revision=1        | door  303  403  403  403
			GET    /moderation/held                            |                               | door  403  200  200  200
			GET    /moderation/held/9001                       |                               | door  403  200  200  200
			POST   /moderation/held/9001/approval              | revision=1                    | door  403  303  303  303
			POST   /moderation/held/9001/return                | reason=other&words=Unclear    | door  403  303  303  303
			GET    /moderation/holding                         |                               | door  403  403  403  200
			POST   /moderation/holding                         | posts=0&links=9&days=7        | door  403  403  403  303
			GET    /moderation/log                             |                               | door  403  200  200  200
			GET    /moderation/log.csv                         |                               | door  403  200  200  200
			GET    /moderation/log/9003                        |                               | door  403  200  200  200
			POST   /moderation/log/9003/undoing                |                               | door  403  303  303  303
			GET    /moderation/reasons                         |                               | door  403  403  403  200
			POST   /moderation/reasons                         |                               | door  403  403  403  303
			GET    /members                                    |                               | door  403  403  403  200
			POST   /members/luz/role                           | role=facilitator              | door  403  403  403  303
			GET    /drafts                                     |                               | door  200  200  200  200
			POST   /drafts/unsent                              |                               | door  303  303  303  303
			DELETE /drafts/1                                   |                               | door  404  404  404  404
			POST   /drafts/1                                   |                               | door  404  404  404  404
			POST   /topics/seed-banks/drafts                   | body=Begun                    | door  200  200  200  200
			POST   /topics/drying-racks/drafts                 | body=Begun                    | door  404  404  200  200
			POST   /topics/seed-banks/posts/5/draft            | body=Begun                    | door  200  200  200  200
			POST   /topics/seed-banks/posts/16/draft           | body=Begun                    | door  403  200  200  200
			GET    /settings                                   |                               | door  200  200  200  200
			POST   /settings                                   | name=Someone                  | door  422  422  422  422
			GET    /settings/password                          |                               | door  200  200  200  200
			POST   /settings/password                          | password=short                | door  422  422  422  422
			GET    /settings/sessions                          |                               | door  200  200  200  200
			DELETE /settings/sessions                          |                               | door  303  303  303  303
			DELETE /settings/sessions/999999999                |                               | door  404  404  404  404
			GET    /settings/email                             |                               | door  200  200  200  200
			POST   /settings/email                             | email=none                    | door  422  422  422  422
			POST   /settings/email/0/confirmation              |                               | door  404  404  404  404
			POST   /settings/email/0/primary                   |                               | door  404  404  404  404
			DELETE /settings/email/0                           |                               | door  404  404  404  404
			GET    /confirmation                               |                               |  410  410  410  410  410
			POST   /confirmation                               | key=x                         |  410  410  410  410  410
			GET    /objection                                  |                               |  410  410  410  410  410
			POST   /objection                                  | key=x                         |  410  410  410  410  410
			GET    /sign-in/sent                               |                               |  200  200  200  200  200
			GET    /sign-in/forgotten                          |                               |  200  200  200  200  200
			POST   /sign-in/forgotten                          | name=nobody                   |  303  303  303  303  303
			GET    /sign-in/link                               |                               |  410  410  410  410  410
			POST   /sign-in/link                               | key=x                         |  410  410  410  410  410
			GET    /sign-in/password                           |                               |  410  410  410  410  410
			POST   /sign-in/password                           | key=x                         |  410  410  410  410  410
			GET    /settings/passkeys                          |                               | door  200  200  200  200
			POST   /settings/passkeys                          | name=mine                     | door  422  422  422  422
			POST   /settings/passkeys/options                  |                               | door  200  200  200  200
			DELETE /settings/passkeys/unknown                  |                               | door  404  404  404  404
			GET    /settings/codes                             |                               | door  200  200  200  200
			GET    /settings/codes/secret                      |                               | door  303  303  303  303
			POST   /settings/codes/secret                      |                               | door  303  303  303  303
			POST   /settings/codes                             | code=123456                   | door  422  422  422  422
			POST   /settings/codes/backup                      | code=123456                   | door  422  422  422  422
			DELETE /settings/codes                             | code=123456                   | door  422  422  422  422
			POST   /settings/codes/staff                       |                               | door  403  403  403  303
			GET    /sign-in/code                               |                               | door door door door door
			POST   /sign-in/code                               | code=123456                   | door door door door door
			POST   /sign-in/passkey/options                    |                               |  200  200  200  200  200
			POST   /sign-in/passkey                            | credential=x                  |  422  422  422  422  422
			GET    /sign-in                                    |                               |  200  303  303  303  303
			POST   /sign-in?begin=on                           |                               |  200  303  303  303  303
			POST   /join?begin=on                              |                               |  200  303  303  303  303
			POST   /sign-in                                    | name=nobody                   |  422  422  422  422  422
			GET    /join                                       |                               |  200  303  303  303  303
			POST   /join                                       | name=Someone                  |  422  303  303  303  303
			GET    /first-administrator                        |                               |  410  410  410  410  410
			POST   /first-administrator                        | token=x                       |  410  410  410  410  410
			GET    /topics/new                                 |                               | door  403  403  200  200
			POST   /topics/new                                 | act=read                      | door  403  403  422  422
			GET    /join/waiting                               |                               |  200  200  200  200  200
			GET    /administration/joining                     |                               | door  403  403  403  200
			POST   /administration/joining                     | way=approval                  | door  403  403  403  303
			POST   /administration/joining/luz                 |                               | door  403  403  403  303
			DELETE /administration/joining/luz                 |                               | door  403  403  403  404
			GET    /administration/invitations                 |                               | door  403  403  200  200
			POST   /administration/invitations                 | email=a@example.org           | door  403  403  303  303
			DELETE /administration/invitations/0               |                               | door  403  403  404  404
			GET    /administration/mail                        |                               | door  403  403  403  200
			POST   /administration/mail/line                   |                               | door  403  403  403  303
			POST   /administration/mail/0/sending              |                               | door  403  403  403  404
			POST   /language                                   | language=ar                   |  303  303  303  303  303
			"""
		.lines()
		.toList();

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
	void everyAddressAnswersEverybodyAsListed() {
		var readers = readers();
		assertThat(TABLE.stream().map(Row::of).map((row) -> row.answered(readers.stream().map((reader) -> {
			this.sql.sql("savepoint before").update();
			var answer = answer(row, reader);
			this.entities.clear();
			this.sql.sql("rollback to savepoint before").update();
			return answer;
		}).toList()))).containsExactlyElementsOf(TABLE);
	}

	@Test
	void everyMappingIsListed() {
		var listed = TABLE.stream().map(Row::of).map(this::handler).collect(Collectors.toSet());
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
		assertThat(TABLE.stream()
			.map(Row::of)
			.filter((row) -> !row.method().equals("GET"))
			.filter((row) -> administrator.sendForged(row.address(), row.fields()).status() != 403)
			.map(Row::address)).containsExactly("/language");
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
		missing(topic, 7, 5);
		missing(topic, 8, 16);
		this.conversations.reply(topic, this.story.noor(), new Reply("It also leads to another.", null, Set.of(),
				Set.of(), false, Set.of(), Set.of(), true, "Who pays?"));
		return Stream
			.concat(Stream.of(this.browser),
					Stream.of(this.story.noor(), this.story.zofia(), this.story.person("bishnu"), this.story.ines())
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

	/** One line of the table: method, address, fields of its form, answers. */
	private record Row(String method, String address, String form, String line) {

		static Row of(String line) {
			var columns = line.split("[|]");
			var what = columns[0].strip().split(" +");
			return new Row(what[0], what[1], columns[1].strip(), line);
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
			return this.line.substring(0, this.line.lastIndexOf('|') + 1)
					+ answers.stream().map((answer) -> " %4s".formatted(answer)).collect(Collectors.joining());
		}

	}

}
