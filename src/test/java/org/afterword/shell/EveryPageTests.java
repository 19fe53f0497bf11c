package org.afterword.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import org.afterword.ChromiumTest;
import org.afterword.NuChecker;
import org.afterword.TestProvider;
import org.afterword.Visitor;
import org.afterword.conversation.Reply;
import org.afterword.conversation.moving.Duplicates;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.mail.EmailContent;
import org.afterword.mail.EmailView;
import org.afterword.mail.LinkedText;
import org.afterword.question.QuestionRegister;
import org.afterword.site.Settings;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of page, before the eyes of somebody who sees it. The story is told once for
 * all of them.
 */
@ChromiumTest
@Order(0)
class EveryPageTests {

	private static final String SEEDS = "/topics/seed-banks";

	/** Narrower than most telephones, and what a magnified page comes to. */
	private static final int NARROW = 320;

	/** Those that no address leads to for sure, so that they are shown by themselves. */
	private static final List<Integer> RARE_ERRORS = List.of(405, 408, 409, 413, 422, 429, 500, 503);

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Publishing publishing;

	@Autowired
	JdbcClient sql;

	@Autowired
	QuestionRegister register;

	@Autowired
	Duplicates duplicates;

	@Autowired
	Topics topics;

	@Autowired
	Settings settings;

	private int asking;

	private final Pages pages = new Pages();

	private final List<Row> rows = new ArrayList<>();

	private final Map<Visitor, Visitor> beside = new HashMap<>();

	private @Nullable Look ahead;

	@TestFactory
	Stream<DynamicTest> everyPageReadsWell(Visitor stranger) throws IOException {
		this.story.tell();
		this.story.also("introduce-yourself");
		this.sql.sql("""
				insert into flag_case (id, post_id, opened_at) overriding system value
				select 9000, id, now() from post where number = 15 order by id limit 1""").update();
		this.sql.sql("""
				insert into flag (case_id, member_id, reason, flagged_at)
				select 9000, id, 'private information', now() from member where handle in ('noor', 'luz')""").update();
		this.sql
			.sql("""
					insert into post (id, topic_id, author_member_id, body_markdown, body_html, excerpt, renderer_version, state,
					                  state_by, state_reason, state_at, written_at) overriding system value
					select 9001 + sent, t.id, m.id, 'Held', '<p>Held</p>', 'Held', 1, 'HELD',
					       case when sent = 1 then t.created_by end, case when sent = 1 then 'too many links' end, now(), now()
					from topic t, member m, generate_series(0, 1) sent where t.slug = 'seed-banks' and m.handle = 'noor'""")
			.update();
		this.sql.sql("""
				insert into audit_entry (id, actor_id, act, subject, subject_id, topic_id, before, after, done_at)
				overriding system value
				select 9003 + nth, t.created_by, case nth when 0 then 'hide' else 'remove' end, 'POST', p.id, t.id,
				       '{"state": "PUBLISHED"}', '{"state": "HIDDEN"}', now()
				from post p join topic t on t.id = p.topic_id, generate_series(0, 1) nth
				where t.slug = 'seed-banks' and p.number = 26""").update();
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, detail_id, told_at, seen_at)
					select m.id, 'example ' || kinds.kind, kinds.kind, t.created_by,
					       case when kinds.kind = 'STATUS' then 'QUESTION'
					            when kinds.kind like any(array['%CONFIRMED', '%PINNED']) then 'ANSWER' else 'POST' end,
					       case kinds.kind when 'STATUS' then q.id else p.id end, q.id, now() - n * interval '7 hours',
					       case when n > 4 then now() end
					from member m, topic t
					join post p on p.topic_id = t.id and p.number = 26 join question q on q.topic_id = t.id and q.number = '5',
					     unnest(array['ANSWERED', 'OFFERED', 'MENTIONED', 'REPLIED', 'ADDRESSED', 'CONFIRMED', 'PINNED',
					     'OWN_CONFIRMED', 'OWN_PINNED', 'STATUS', 'APPROVED', 'HIDDEN', 'REMOVED', 'RESTORED'])
					     with ordinality kinds (kind, n)
					where m.handle = 'noor' and t.slug = 'seed-banks'""")
			.update();
		this.sql
			.sql("""
					insert into notice (member_id, dedup_key, kind, subject, subject_id, told_at)
					select m.id, 'example', 'SENT_BACK', 'POST', 9002, now() from member m where handle = 'noor'
					union all select m.id, 'flags 9000', 'FLAGS', 'FLAG_CASE', 9000, now() from member m where handle = 'noor'""")
			.update();
		claims();
		this.story.also("clean-cookstoves");
		this.story.also("water-committees");
		keepTheRegister();
		requests();
		this.sql.sql("""
				insert into code_secret (member_id, secret, since, last_step)
				select id, 'secret', now(), 0 from member where handle = 'lien'""").update();
		reading(stranger);
		signInAndJoin(stranger);
		row("account/sign-in", stranger.another().signIn("luz", SeedBanksWebinar.PASSWORD), SEEDS + "/replies/new", 403,
				EveryPageTests::signedOut);
		member(stranger.another().signIn("noor", SeedBanksWebinar.PASSWORD));
		facilitator(stranger.another().signIn("amara", SeedBanksWebinar.PASSWORD));
		administrator(stranger.another().signIn("ines", SeedBanksWebinar.PASSWORD));
		errors(stranger);
		development(stranger);
		shown(stranger, 200, "shell/components", this.pages.html(new ComponentsController(), "/dev/components"));
		return Stream.concat(Stream.of(DynamicTest.dynamicTest("no page is left out", this::nothingIsLeftOut)),
				IntStream.range(0, this.rows.size())
					.mapToObj((at) -> DynamicTest.dynamicTest(this.rows.get(at).name(), () -> readsWell(at))));
	}

	@AfterEach
	void theProvidersClose() {
		TestProvider.stop();
	}

	@Test
	void theFirstAdministratorsPageReadsWell(Visitor visitor) throws Exception {
		var hash = MessageDigest.getInstance("SHA-256").digest("first".getBytes(StandardCharsets.UTF_8));
		this.sql.sql("insert into first_administrator_link (token_hash, made_at) values (?, now())")
			.param(HexFormat.of().formatHex(hash))
			.update();
		for (var step : List.of("name", "address", "language", "mail", "you")) {
			Look.at(new Row("account/first-administrator", visitor, "/first-administrator?token=first&step=" + step,
					200, null))
				.finish();
		}
		Look.at(new Row("account/first-administrator", visitor, "/first-administrator?token=first&step=name", 422,
				(page) -> first(page).click()))
			.finish();
	}

	@Test
	void whatIsTooWideStillFits(Visitor visitor) {
		var topic = this.story.tell();
		var long80 = "W".repeat(80);
		this.sql.sql("update member set display_name = ?, organisation = ? where handle = 'noor'")
			.params(long80, long80)
			.update();
		this.sql.sql("update question set text = ? where number = '5'").param("Q".repeat(300)).update();
		this.sql.sql("update topic set title = ?, speakers = ?").params("T".repeat(150), long80).update();
		this.sql.sql("update placeholder set label = ? || id").param("L".repeat(36)).update();
		var number = this.publishing.reply(topic, this.story.noor(), Reply.of("""
				About question 5, @%1$s wrote `%2$s`:

				    %2$s

				%3$s
				%4$s
				%3$s

				https://%2$s.example.org/%2$s

				1. %2$s
				   - > %2$s
				""".formatted(long80.substring(0, 40), "code".repeat(40), "| wide ".repeat(40) + "|",
				"| --- ".repeat(40) + "|")));
		visitor.signIn("noor", SeedBanksWebinar.PASSWORD);
		for (var address : List.of(SEEDS + "?post=" + number, SEEDS + "/questions", SEEDS + "/questions/5",
				SEEDS + "/posts/" + number, SEEDS + "/resources", SEEDS + "/replies/new?to=" + number, "/members/noor",
				"/", "/questions")) {
			var page = visitor.open(address);
			Visitor.assertFits(page);
			unfold(page);
			page.setViewportSize(NARROW, 844);
			Visitor.assertFits(page);
			page.close();
		}
	}

	@Test
	void aTableInAPostKeepsItsHeadOnATelephone(Visitor visitor) {
		this.story.tell();
		var head = visitor.narrow().open(SEEDS + "?post=16").locator("#p16 thead");
		assertThat(head.locator("th").allInnerTexts()).isNotEmpty();
		assertThat(head.evaluate("(head) => getComputedStyle(head).clipPath")).isEqualTo("none");
	}

	private void requests() {
		this.sql.sql("""
				insert into request (question_id, member_id, placeholder_id, note, asked_by, asked_at)
				select q.id, m.id, null, 'You know where the papers are.', t.created_by, now()
				from topic t join question q on q.topic_id = t.id and q.number = '5', member m
				where t.slug = 'seed-banks' and m.handle = 'noor'
				union all select q.id, null, 9000, null, t.created_by, now()
				from topic t join question q on q.topic_id = t.id and q.number = '5' where t.slug = 'seed-banks'""")
			.update();
		this.sql.sql("""
				insert into missing_source (topic_id, post_id, what, sentence, announced_at, wanted_by)
				select t.id, p.id, 'nine of ten jars', '', now(), t.created_by
				from topic t join post p on p.topic_id = t.id and p.number in (4, 7) where t.slug = 'seed-banks'""")
			.update();
		this.sql.sql("""
				insert into notice (member_id, dedup_key, kind, actor_id, subject, subject_id, told_at)
				select member_id, 'request', 'REQUESTED', asked_by, 'REQUEST', id, asked_at
				from open_request where member_id is not null""").update();
	}

	private void keepTheRegister() {
		var topic = this.topics.get(new Slug("seed-banks")).id();
		var amara = this.story.amara();
		this.register.reword(topic, QuestionNumber.of("9"), "Who counts the jars after the rains?", 1, amara);
		this.duplicates.merge(topic, QuestionNumber.of("12"), QuestionNumber.of("3"), amara);
		this.register.withdraw(topic, QuestionNumber.of("11"), "It was asked twice.", amara);
		this.asking = this.publishing.reply(topic, this.story.noor(), new Reply("There is another.", null, Set.of(),
				Set.of(), false, Set.of(), Set.of(), true, "Who pays the guard?"));
	}

	private void reading(Visitor stranger) {
		row("reading/home", stranger, "/");
		row("reading/questions", stranger, "/questions");
		row("reading/questions", stranger, "/questions?status=answered-live");
		row("reading/topic", stranger, SEEDS);
		row("reading/topic", stranger, "/topics/water-committees?page=8");
		row("reading/topic", stranger, "/topics/introduce-yourself");
		row("reading/topic", stranger, "/topics/clean-cookstoves");
		row("reading/by-question", stranger, "/topics/clean-cookstoves/questions");
		row("reading/question", stranger, SEEDS + "/questions/1");
		row("reading/question", stranger, SEEDS + "/questions/4a");
		row("reading/question", stranger, SEEDS + "/questions/7");
		row("reading/question", stranger, SEEDS + "/questions/3");
		row("reading/question", stranger, SEEDS + "/questions/11");
		row("reading/history", stranger, SEEDS + "/questions/9/history");
		row("reading/history", stranger, SEEDS + "/questions/11/history");
		row("reading/post", stranger, SEEDS + "/posts/4");
		row("reading/post", stranger, SEEDS + "/posts/19");
		row("reading/post", stranger, SEEDS + "/posts/24");
		row("reading/revisions", stranger, SEEDS + "/posts/4/revisions");
		row("reading/resources", stranger, SEEDS + "/resources");
		row("reading/profile", stranger, "/members/noor");
		row("reading/profile", stranger, "/members/salma");
	}

	private void signInAndJoin(Visitor stranger) {
		row("account/sign-in", stranger, "/sign-in");
		row("account/sign-in", stranger, "/sign-in", 422, (page) -> {
			page.locator("[name=name]").fill("noor");
			page.locator("[name=password]").fill("not her password");
			first(page).click();
		});
		row("account/sent", stranger, "/sign-in/sent");
		row("account/forgotten", stranger, "/sign-in/forgotten");
		row("account/forgotten", stranger, "/sign-in/forgotten", 422, (page) -> first(page).click());
		row("account/expired-link", stranger, "/sign-in/link?key=old", 410, null);
		row("account/expired-link", stranger, "/join?invitation=old", 410, null);
		row("account/expired-link", stranger, "/first-administrator", 410, null);
		row("account/link", stranger, "/sign-in/link?key=" + key("SIGN_IN"));
		row("account/choose-password", stranger, "/sign-in/password?key=" + key("PASSWORD"));
		row("account/choose-password", stranger, "/sign-in/password?key=" + key("PASSWORD"), 422,
				(page) -> first(page).click());
		row("account/confirmation", stranger, "/confirmation?key=" + key("CONFIRM"));
		row("account/objection", stranger, "/objection?key=" + key("OBJECT"));
		row("account/leaving", stranger, "/leaving?key=" + key("LEAVE"));
		row("account/left", stranger, "/leaving?left=on");
		row("account/privacy", stranger, "/privacy");
		row("account/erasure", stranger, "/erasure");
		row("account/erasure", stranger, "/erasure", 422, (page) -> first(page).click());
		row("account/erasure-asked", stranger, "/erasure/sent");
		row("account/erasure-asked", stranger, "/erasure/confirmed");
		var asked = this.sql
			.sql("""
					insert into erasure_request (email, words, hash, asked_at, expires_at, confirmed_at)
					select 'kb@example.org', 'I asked question 4 as KB.', encode(sha256(convert_to(x, 'UTF8')), 'hex'), now(),
					       now() + interval '7 days', case when x = 'seen' then now() end
					from unnest(array['unseen', 'seen']) x""")
			.update();
		assertThat(asked).isEqualTo(2);
		row("account/erasure-confirmation", stranger, "/erasure/confirmation?key=unseen");
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				select id, 'went on after a warning', id, now(), now() + interval '7 days' from member
				where handle = 'mele'""").update();
		row("account/suspended", stranger.another(), "/sign-in", 403, (page) -> {
			page.locator("[name=name]").fill("mele");
			page.locator("[name=password]").fill(SeedBanksWebinar.PASSWORD);
			first(page).click();
		});
		row("account/sign-in-code", stranger, "/sign-in", 200, (page) -> signInUntilTheCode(page));
		row("account/sign-in-code", stranger, "/sign-in", 422, (page) -> {
			signInUntilTheCode(page);
			first(page).click();
		});
		TestProvider.begin();
		row("account/provider-refused", stranger, "/sign-in/refused?problem=down", 403, null);
		row("account/provider-known", stranger.another(), "/sign-in", 200, (page) -> {
			page.getByText("Continue with Garden").click();
			TestProvider.vouch(page, "n-1", "noor@example.org", true);
		});
		row("account/join-vouched", stranger.another(), "/sign-in", 200, (page) -> {
			page.getByText("Continue with Garden").click();
			TestProvider.vouch(page, "n-2", "someone@example.net", true);
		});
		row("account/join-vouched", stranger.another(), "/sign-in", 422, (page) -> {
			page.getByText("Continue with Garden").click();
			TestProvider.vouch(page, "n-2", "someone@example.net", true);
			first(page).click();
		});
		row("account/join", stranger, "/join");
		row("account/join", stranger, "/join", 422, (page) -> first(page).click());
	}

	private static void signedOut(Page page) {
		page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));
		page.locator("[name=body]").fill("Nothing of this is lost");
		first(page).click();
	}

	/** Lien uses codes. */
	private static void signInUntilTheCode(Page page) {
		page.locator("[name=name]").fill("lien");
		page.locator("[name=password]").fill(SeedBanksWebinar.PASSWORD);
		first(page).click();
	}

	private void member(Visitor noor) {
		row("conversation/reply", noor, SEEDS + "/replies/new", 200, (page) -> {
			page.locator("[name=body]").fill("About question 5.\n\nHere is a short policy paper on this:");
			page.locator("[name=preview]").click();
		});
		row("reading/topic", noor, SEEDS + "/replies/new", 200, (page) -> {
			page.locator("[name=body]").fill("About question 5.\n\nHere is a short policy paper on this:");
			page.locator(".composer .actions .button:not(.quiet)").click();
		});
		row("reading/resources", noor, SEEDS + "/resources");
		row("resource/missing", noor, SEEDS + "/resources", 200, (page) -> page.locator(".trouble a").first().click());
		row("resource/missing", noor, SEEDS + "/resources", 422, (page) -> {
			page.locator(".trouble a").first().click();
			first(page).click();
		});
		var replies = SEEDS + "/replies/new";
		row("reading/topic", noor, SEEDS + "?page=2");
		row("reading/question", noor, SEEDS + "/questions/5");
		row("reading/post", noor, SEEDS + "/posts/5");
		row("conversation/reply", noor, replies + "?to=4&quote=4&question=8&answers=8");
		row("conversation/reply", noor, replies, 200, (page) -> {
			page.locator("[name=body]")
				.fill("On question 5 and Q40 with @KB and @nobody: https://sieve.example.org/how-to");
			page.locator("[name=preview]").click();
		});
		row("conversation/reply", noor, replies + "?draft=none", 422, (page) -> first(page).click());
		row("conversation/reply", noor, replies + "?draft=none", 422, (page) -> {
			page.locator("summary:has(+ .field [name=html])").click();
			page.locator("[name=paste]").click();
		});
		row("conversation/edit", noor, SEEDS + "/posts/5/edit");
		row("conversation/edit", noor, SEEDS + "/posts/5/edit", 200, (page) -> page.locator("[name=preview]").click());
		row("conversation/edit", noor, SEEDS + "/posts/5/edit", 422, (page) -> {
			page.locator("[name=body]").fill("My words, which are others");
			page.evaluate("document.querySelector('[name=revision]').value = '99'");
			first(page).click();
		});
		row("conversation/withdraw", noor, SEEDS + "/posts/5/withdrawal");
		row("conversation/reply", noor, replies + "?to=7", 200, (page) -> {
			page.locator("[name=body]").fill("Begun, and not done");
			page.locator("[name=preview]").click();
			page.navigate(replies + "?to=7");
		});
		row("conversation/drafts", noor, "/drafts");
		row("account/unsent", noor, replies, 403, (page) -> {
			page.locator("[name=body]").fill("Nothing of this is lost");
			page.evaluate("document.querySelector('#reply [name=_csrf]').value = 'an old one'");
			first(page).click();
		});
		row("reading/post", noor, SEEDS + "/posts/15");
		row("moderation/flag", noor, SEEDS + "/posts/16/flags");
		row("moderation/flag", noor, SEEDS + "/posts/16/flags", 422, (page) -> first(page).click());
		row("notification/notifications", noor, "/notifications");
		this.sql.sql("""
				insert into invitation (hash, invited_by, role, topic_id, topic_role, places, made_at, expires_at)
				select encode(sha256('part'), 'hex'), t.created_by, 'MEMBER', t.id, 'SPEAKER', 1, now(),
				       now() + interval '9 days' from topic t where t.slug = 'seed-banks'""").update();
		row("account/invited", noor, "/join?invitation=part");
		row("notification/notifications", noor, "/notifications?show=named");
		row("moderation/own-held", noor, "/held");
		row("moderation/own-held-post", noor, "/held/9001");
		row("moderation/own-held-post", noor, "/held/9002");
		row("reading/profile", noor, "/members/noor");
		row("reading/claims", noor, "/claims");
		row("topic/claim-again", noor, SEEDS + "/placeholders/9003/claims");
		row("reading/topic", noor, SEEDS);
		row("moderation/own-flags", noor, "/flags");
		row("account/settings", noor, "/settings");
		row("account/settings", noor, "/settings", 422, (page) -> {
			page.locator("[name=handle]").fill("amara");
			first(page).click();
		});
		row("account/password", noor, "/settings/password");
		row("account/email", noor, "/settings/email");
		row("account/email", noor, "/settings/email", 422, (page) -> page.locator("form .button").last().click());
		row("account/sessions", noor, "/settings/sessions");
		row("account/passkeys", noor, "/settings/passkeys");
		row("account/passkeys", noor, "/settings/passkeys", 422, (page) -> {
			page.evaluate(
					"document.querySelector('button[data-passkey]').replaceWith(document.createElement('button'))");
			page.locator("main form button").first().click();
		});
		row("account/provider-joining", noor, "/settings/providers", 200, (page) -> {
			page.getByText("Add Garden").click();
			TestProvider.vouch(page, "n-3", "noor@example.org", true);
		});
		this.sql.sql("""
				insert into provider_link (provider, subject, member_id, email, since, last_used_at)
				select 'garden', 'n-4', id, 'noor@example.org', now(), now() from member where handle = 'noor'""")
			.update();
		row("account/providers", noor, "/settings/providers");
		row("account/data", noor, "/settings/data");
		row("account/leave", noor, "/settings/leaving");
		row("account/leave", noor, "/settings/leaving", 422, (page) -> first(page).click());
		row("account/codes", noor, "/settings/codes");
		row("account/code-secret", noor, "/settings/codes", 200, (page) -> first(page).click());
		row("account/code-secret", noor, "/settings/codes", 422, (page) -> {
			first(page).click();
			first(page).click();
		});
		row("error/403", noor, "/administration/joining", 403, null);
		row("account/members", noor, "/members?q=e");
	}

	private void facilitator(Visitor amara) {
		row("reading/topic", amara, "/topics/introduce-yourself");
		row("reading/by-question", amara, SEEDS + "/questions");
		row("reading/question", amara, SEEDS + "/questions/2");
		row("reading/post", amara, SEEDS + "/posts/9");
		row("reading/post", amara, SEEDS + "/posts/24");
		row("conversation/edit", amara, SEEDS + "/posts/5/edit", 422, (page) -> first(page).click());
		row("conversation/pin", amara, SEEDS + "/questions/5/pins/5");
		row("resource/wanted", amara, SEEDS + "/posts/5/source");
		row("resource/wanted", amara, SEEDS + "/posts/5/source", 422, (page) -> first(page).click());
		row("conversation/links", amara, SEEDS + "/posts/5/questions");
		row("conversation/request", amara, SEEDS + "/questions/5/requests");
		row("conversation/request", amara, SEEDS + "/questions/5/requests", 422,
				(page) -> page.locator("main form .button:not(.quiet)").click());
		row("conversation/status", amara, SEEDS + "/questions/5/status");
		row("conversation/statuses", amara, "/desk", 422, (page) -> {
			page.locator("[name=question]").first().check();
			page.locator("#several summary").click();
			page.locator("#several [value=DISMISSED]").check();
			page.locator("#several button").click();
		});
		row("moderation/hide", amara, SEEDS + "/posts/5/hiding");
		row("moderation/hide", amara, SEEDS + "/posts/5/hiding", 422, (page) -> first(page).click());
		row("moderation/hide", amara, SEEDS + "/posts/24/hiding");
		row("moderation/move", amara, SEEDS + "/moves", 422,
				(page) -> page.locator("main form .button:not(.quiet)").first().click());
		row("moderation/move", amara, SEEDS + "/moves?posts=5-8", 200, (page) -> {
			page.locator("#to").fill("introduce-yourself");
			page.locator("[name=words]").fill("They tell who you are, and no more of jars.");
			page.locator("main form .button:not(.quiet)").first().click();
		});
		row("moderation/choose", amara, SEEDS + "/moves/choice?posts=5-8");
		row("moderation/choose", amara, "/topics/water-committees/moves/choice", 422, (page) -> {
			page.locator("#posts").fill("five");
			page.locator("button[name=go]").click();
		});
		var version = """
				insert into post_revision (post_id, revision, body_markdown, edited_by, edited_at)
				select p.id, p.revision, 'Ring me.', t.created_by, now() from post p join topic t on t.id = p.topic_id
				where t.slug = 'seed-banks' and p.number = 6""";
		this.sql.sql(version).update();
		this.sql.sql("update post set revision = revision + 1 where number = 6").update();
		row("moderation/remove-version", amara, SEEDS + "/posts/6/revisions/1/removal");
		row("moderation/remove-version", amara, SEEDS + "/posts/6/revisions/1/removal", 422,
				(page) -> first(page).click());
		row("reading/revisions", amara, SEEDS + "/posts/6/revisions/1", 200, (page) -> {
			page.getByText("Remove this version").click();
			page.locator("[name=reason]").first().check();
			first(page).click();
		});
		row("moderation/notes", amara, SEEDS + "/posts/5/notes");
		row("moderation/notes", amara, "/members/noor/notes", 422, (page) -> first(page).click());
		row("moderation/flags", amara, "/moderation/flags");
		row("moderation/flags", amara, "/moderation/flags?state=decided");
		row("moderation/flag-case", amara, "/moderation/flags/9000");
		row("moderation/log", amara, "/moderation/log");
		row("moderation/log", amara, "/moderation/log?act=hide&by=no%20body", 400, null);
		row("moderation/log-entry", amara, "/moderation/log/9003");
		row("reading/post", amara, SEEDS + "/posts/26");
		row("moderation/held", amara, "/moderation/held");
		row("reading/desk", amara, "/desk");
		row("reading/desk", amara, "/topics/seed-banks/desk?part=waiting&by=votes");
		row("moderation/held-post", amara, "/moderation/held/9001");
		row("moderation/held-post", amara, "/moderation/held/9002", 422,
				(page) -> page.locator("form[action$=return] .button").click());
		row("moderation/suspend", amara, "/members/noor/suspension");
		row("reading/profile", amara, "/members/noor");
		row("question/ask", amara, SEEDS + "/questions/new");
		row("question/ask", amara, SEEDS + "/questions/new", 422, (page) -> first(page).click());
		row("question/edit", amara, SEEDS + "/questions/5/edit");
		row("question/edit", amara, SEEDS + "/questions/9/edit", 409, (page) -> {
			page.locator("[name=revision]").evaluate("(field) => field.value = '1'");
			first(page).click();
		});
		row("question/withdraw", amara, SEEDS + "/questions/5/withdrawal", 422, (page) -> first(page).click());
		row("conversation/split", amara, SEEDS + "/questions/5/split");
		row("conversation/split", amara, SEEDS + "/questions/5/split", 422, (page) -> first(page).click());
		row("conversation/duplicate", amara, SEEDS + "/questions/5/duplicate", 422, (page) -> first(page).click());
		row("conversation/proposals", amara, SEEDS + "/questions/proposed");
		row("conversation/decline", amara, SEEDS + "/posts/" + this.asking + "/proposal/refusal", 422,
				(page) -> first(page).click());
		row("reading/post", amara, SEEDS + "/posts/" + this.asking);
		row("reading/question", amara, SEEDS + "/questions/11");
		row("imports/paste", amara, "/topics/new");
		row("imports/left-out", amara, SEEDS + "/left-out");
		row("imports/check", amara, "/topics/new", 200, (page) -> {
			page.locator("[name=pasted]").fill("""
					Thank you for coming.
					1. Where is the key of the pump house kept? (RL)
					2. Who oils the hinges? And who pays for the oil? (RL)
					2. Is rain counted?
					   - Is snow?
					""");
			page.locator(".button[value=read]").click();
		});
		row("imports/check", amara, "/topics/new", 422, (page) -> {
			page.locator("[name=pasted]").fill("1. Where is the key? (RL)\n1. Who oils the hinges?");
			page.locator(".button[value=read]").click();
			page.locator(".button[value=publish]").click();
		});
		row("topic/edit", amara, SEEDS + "/edit");
		row("topic/people", amara, SEEDS + "/people");
		row("reading/placeholder", amara, SEEDS + "/placeholders/9000");
		row("topic/refuse-claim", amara, SEEDS + "/claims/9000/refusal");
		row("topic/refuse-claim", amara, SEEDS + "/claims/9000/refusal", 422, (page) -> first(page).click());
		row("topic/people", amara, SEEDS + "/people", 422,
				(page) -> page.locator("form[action$=roles] .button:not(.quiet)").click());
		row("topic/lock", amara, SEEDS + "/lock");
		row("topic/leave", amara, "/desk/leave", 422, (page) -> first(page).click());
		row("topic/leave", amara, "/desk/leave", 200, (page) -> {
			page.locator("[name=deputy]").fill("zofia");
			page.locator("[name=until]").fill(LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
			first(page).click();
		});
		row("topic/lock", amara, "/topics/clean-cookstoves/lock");
	}

	private void administrator(Visitor ines) {
		row("account/codes", ines, "/settings/codes");
		row("account/members", ines, "/members");
		row("account/members", ines, "/members?q=nobody-like-this");
		this.sql.sql("""
				insert into invitation (hash, invited_by, email, role, topic_id, places, made_at, expires_at)
				select 'invited', t.created_by, 'tala@example.org', 'MEMBER', t.id, 1, now(), now() + interval '9 days'
				from topic t where t.slug = 'seed-banks'""").update();
		row("account/members", ines, "/members?state=invited");
		row("account/access", ines, "/members/lien/access");
		row("account/access", ines, "/members/lien/access", 422, (page) -> first(page).click());
		row("account/access", ines, "/members/haruka/access");
		row("account/member-import", ines, "/administration/member-import", 422, (page) -> first(page).click());
		row("account/member-import", ines, "/administration/member-import", 200, (page) -> {
			page.locator("[name=list]").fill("Name,E-mail\nOna,ona@example.net\nNobody,\n");
			first(page).click();
		});
		row("site/settings", ines, "/settings/site");
		row("account/next", ines, "/administration/next");
		row("site/settings", ines, "/settings/site?q=nothing-like-this");
		row("site/settings", ines, "/settings/site?part=posts", 422, (page) -> {
			page.locator("#hold-days").fill("-1");
			page.locator("form:has(#hold-days) .button").click();
		});
		this.sql.sql("insert into setting (name, value) values ('site.rules', '# Be kind' || chr(10) || '1. Listen.')")
			.update();
		this.settings.forget();
		row("site/rules", ines, "/rules");
		row("account/erasure-requests", ines, "/administration/erasures");
		row("account/waiting", ines, "/join/waiting");
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, role, status, created_at)
				values ('oba', 'oba', 'Oba', 'MEMBER', 'WAITING', now())""").update();
		row("account/joining", ines, "/administration/joining");
		row("account/invitations", ines, "/administration/invitations", 200, (page) -> first(page).click());
		row("account/invitations", ines, "/administration/invitations", 422, (page) -> {
			page.locator("[name=places]").fill("0");
			first(page).click();
		});
		letters();
		row("mail/outbox", ines, "/administration/mail");
	}

	/** One of Noor’s. */
	private String key(String purpose) {
		var key = purpose + this.rows.size();
		this.sql.sql("""
				insert into email_token (hash, purpose, member_id, email, made_at, expires_at)
				select encode(sha256(convert_to(:key, 'UTF8')), 'hex'), :purpose, id, 'noor@example.org', now(),
				now() + interval '1 hour' from member where handle = 'noor'""")
			.param("key", key)
			.param("purpose", purpose)
			.update();
		return key;
	}

	/** One that waits, one that was refused, and a server that takes none. */
	private void letters() {
		this.sql.sql("""
				insert into mail_outbox (message_id, recipient, language, subject, plain, html, state, written_at,
				attempts, next_attempt_at, problem, answer) values
				('<1@w>', 'tala@example.org', 'en', 'Is this your address?', 'Yes', '<p>Yes</p>', 'WAITING', now(), 2,
				now(), 'LATER', '450 4.2.1 Come back later'),
				('<2@w>', 'nobody@example.org', 'en', 'Is this your address?', 'Yes', '<p>Yes</p>', 'FAILED', now(), 1,
				null, 'REFUSED', '550 5.1.1 Nobody is called like this')""").update();
		this.sql.sql("""
				insert into mail_line (failing_since, failures, next_attempt_at, problem, answer)
				values (now(), 3, now(), 'PASSWORD', '535 5.7.8 Authentication credentials invalid')""").update();
	}

	private void errors(Visitor stranger) {
		row("error/400", stranger, SEEDS + "?page=two", 400, null);
		row("error/404", stranger, "/no/such/page", 404, null);
		row("error/404", stranger, SEEDS + "/questions/99", 404, null);
		row("error/410", stranger, "/first-administrator?token=old", 410, null);
		RARE_ERRORS.forEach((status) -> shown(stranger, status, "error/" + status,
				this.pages.html("error/" + status, Map.of(), Locale.ENGLISH)));
	}

	private void development(Visitor stranger) {
		var letter = new EmailView(1, "tala@example.org", "Is this your address?", "sent", Instant.EPOCH, Instant.EPOCH,
				1, null, "");
		shown(stranger, 200, "account/provider-way", this.pages.html("account/provider-way",
				Map.of("provider", "Garden", "address", "/sign-in/provider/garden?remember=on"), Locale.ENGLISH));
		shown(stranger, 200, "mail/emails",
				this.pages.html("mail/emails", Map.of("emails", List.of(letter)), Locale.ENGLISH));
		shown(stranger, 200, "mail/email", this.pages.html(
				"mail/email", Map.of("email", new EmailContent(1, letter.to(), letter.subject(), "", "<p>Yes</p>"),
						"parts", LinkedText.of("Press https://forum.example.org/confirm?key=x\nYes?")),
				Locale.ENGLISH));
	}

	/** Noor says that she was QQ, is asked whether she was NH, and has been TS. */
	private void claims() {
		this.sql.sql("""
				insert into placeholder (id, topic_id, label) overriding system value
				select 9000 + nth, t.id, case when nth < 2 then 'QQ' else 'NH' end
				from topic t, generate_series(0, 2) nth
				where t.slug = case when nth = 0 then 'seed-banks' else 'introduce-yourself' end""").update();
		this.sql.sql("""
				insert into claim (id, placeholder_id, member_id, state, filed_at) overriding system value
				select 9000, 9000, id, 'WAITING', now() from member where handle = 'noor'""").update();
		this.sql.sql("""
				insert into placeholder (id, topic_id, label) overriding system value
				select 9003, id, 'NQ' from topic where slug = 'seed-banks'""").update();
		this.sql.sql("""
				insert into claim (placeholder_id, member_id, state, filed_at, decided_at, reason, refusals)
				select 9003, id, 'REFUSED', now(), now(), 'It was a colleague.', 1 from member where handle = 'noor'""")
			.update();
	}

	private void row(String template, Visitor who, String address) {
		row(template, who, address, 200, null);
	}

	private void row(String template, Visitor who, String address, int status, @Nullable Consumer<Page> act) {
		var where = (this.rows.size() % 2 != 0) ? this.beside.computeIfAbsent(who, Visitor::beside) : who;
		this.rows.add(new Row(template, where, address, status, act));
	}

	/** A page that no address leads to, under the same policy as all others. */
	private void shown(Visitor who, int status, String template, String html) {
		row(template, who, "/icon.svg", status, (tab) -> {
			tab.route("**/shown",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(status)
						.setHeaders(Map.of("Content-Type", "text/html;charset=UTF-8", "Content-Security-Policy",
								Security.POLICY))
						.setBody(html)));
			tab.navigate("/shown");
		});
	}

	private void nothingIsLeftOut() throws IOException {
		var templates = new TreeSet<String>();
		for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/*/*.html")) {
			if (file.getContentAsString(StandardCharsets.UTF_8).contains("~{shell/page ::")) {
				templates.add(file.getURL().getPath().replaceFirst(".*/templates/(.*)[.]html", "$1"));
			}
		}
		templates.remove("account/first-administrator");
		assertThat(templates).hasSizeGreaterThan(20)
			.isEqualTo(new TreeSet<>(this.rows.stream().map(Row::template).toList()));
	}

	/** The next page is opened, in another process, while axe still looks at this one. */
	private void readsWell(int at) {
		var look = (this.ahead != null) ? this.ahead : Look.at(this.rows.get(at));
		this.ahead = (at + 1 < this.rows.size()) ? Look.at(this.rows.get(at + 1)) : null;
		look.finish();
	}

	private static void unfold(Page page) {
		page.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)");
	}

	private static Locator first(Page page) {
		return page.locator("main form .button:visible").first();
	}

	private record Row(String template, Visitor who, String address, int status, @Nullable Consumer<Page> act) {

		String name() {
			return this.template + ": " + this.address + ", " + this.status;
		}

		Page open() {
			var page = this.who.open(this.address);
			if (this.act != null) {
				this.act.accept(page);
			}
			return page;
		}

	}

	/**
	 * One page, and what is found there.
	 *
	 * @param page null if it could not be opened
	 * @param problem null if nothing is wrong so far
	 */
	private record Look(Row row, @Nullable Page page, @Nullable Throwable problem) {

		/**
		 * Opens it, and begins to look for barriers; what is wrong is told at the end.
		 */
		static Look at(Row row) {
			try {
				var page = row.open();
				var answer = row.who().answer(page);
				assertThat(answer.status()).isEqualTo(row.status());
				assertThat(page.locator("h1").count()).isOne();
				Visitor.assertFits(page);
				Visitor.lookForBarriers(page);
				NuChecker.assertValidHtml(answer.text());
				org.afterword.Page.assertEveryWordIsSaid(row.address(), answer.text());
				return new Look(row, page, null);
			}
			catch (RuntimeException | AssertionError ex) {
				return new Look(row, null, ex);
			}
		}

		void finish() {
			if (this.page == null) {
				throw new AssertionError(this.row.name(), this.problem);
			}
			Visitor.assertNoBarriers(this.page);
			this.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			unfold(this.page);
			this.page.setViewportSize(NARROW, 844);
			Visitor.assertFits(this.page);
			Visitor.assertVisible(this.page);
			this.page.evaluate("document.dir = 'rtl'");
			Visitor.assertFits(this.page);
			assertThat(this.row.who().complaints()).isEmpty();
			assertThat(this.row.who().requestsElsewhere()).isEmpty();
			this.row.who().done(this.page);
		}

	}

}
