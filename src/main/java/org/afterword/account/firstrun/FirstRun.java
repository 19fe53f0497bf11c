package org.afterword.account.firstrun;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.credentials.PasskeyOrigin;
import org.afterword.account.credentials.Passkeys;
import org.afterword.kernel.Gone;
import org.afterword.kernel.Refused;
import org.afterword.mail.EmailMessage;
import org.afterword.mail.TestEmails;
import org.afterword.member.Email;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Passwords;
import org.afterword.member.Viewer;
import org.afterword.site.Setting;
import org.afterword.site.Settings;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first run of a new forum: what it asks for, one step after the other, and whether
 * that works. Answers wait in a table of their own until somebody is administrator: then
 * they are settled, and that somebody has settled them.
 */
@Service
@Transactional
class FirstRun {

	/** Under which it is kept what came of the test letter. */
	private static final String MAIL = "mail";

	private static final String ANSWER = "mail.answer";

	private static final String TO = "mail.to";

	private static final String TAKEN = "taken";

	private static final String WITHOUT = "without";

	private final FirstAdministratorLink link;

	private final Map<String, Setting> all = new LinkedHashMap<>();

	private final Settings settings;

	private final Site site;

	private final TestEmails letters;

	private final Members members;

	private final Passwords passwords;

	private final Passkeys passkeys;

	private final PasskeyOrigin origin;

	private final MessageSource messages;

	private final JdbcClient sql;

	FirstRun(FirstAdministratorLink link, List<Setting> all, Settings settings, Site site, TestEmails letters,
			Members members, Passwords passwords, Passkeys passkeys, PasskeyOrigin origin, MessageSource messages,
			JdbcClient sql) {
		this.link = link;
		all.forEach((one) -> this.all.put(one.name(), one));
		this.settings = settings;
		this.site = site;
		this.letters = letters;
		this.members = members;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.origin = origin;
		this.messages = messages;
		this.sql = sql;
	}

	/**
	 * One step, as far as it has come.
	 *
	 * @param answer empty while there is none
	 * @param machine whether the environment of the server says it
	 * @param outcome a sentence: whether what was asked for works; null while there is no
	 * answer
	 * @param works false where something is to be looked at; one may go on all the same
	 */
	public record Step(FirstStep kind, String answer, boolean machine, @Nullable String outcome, boolean works) {

		public boolean isDone() {
			return this.outcome != null;
		}

		public String getWord() {
			return this.kind.word();
		}

	}

	/**
	 * All steps, as they stand.
	 * @param opened under which address this page was opened, without a path
	 * @throws Gone if the token does not count
	 */
	@Transactional(readOnly = true)
	List<Step> steps(String token, URI opened, Locale language) {
		this.link.check(token);
		var answers = answers();
		var steps = new ArrayList<Step>();
		for (var kind : FirstStep.values()) {
			steps.add(switch (kind) {
				case NAME, LANGUAGE -> setting(kind, answers, language);
				case ADDRESS -> address(answers, opened, language);
				case MAIL -> mail(answers, language);
				case YOU -> new Step(kind, "", false, null, true);
			});
		}
		return steps;
	}

	/**
	 * Takes the answer to a step.
	 * @throws Gone if the token does not count
	 * @throws Refused in words if it cannot be one
	 */
	void answer(String token, FirstStep step, String typed) {
		this.link.begin(token);
		var name = step.setting();
		if (name == null) {
			throw new Gone("a step without an answer");
		}
		var value = setting(name).read(typed, Viewer.stranger());
		if (value.isEmpty()) {
			var missing = "first." + step.word() + ".missing";
			throw new Refused(missing);
		}
		keep(name, value);
	}

	/** What the community will be called; empty while nobody has said so. */
	@Transactional(readOnly = true)
	String community() {
		var name = setting(String.valueOf(FirstStep.NAME.setting()));
		var machine = name.machine().get();
		return (machine != null) ? machine : answers().getOrDefault(name.name(), "");
	}

	/** Where the mail server is; empty while none is configured. */
	String mailServer() {
		return this.letters.place();
	}

	/**
	 * Sends a letter, and keeps what came of it. Waits for the mail server.
	 * @throws Gone if the token does not count
	 */
	void testMail(String token, Email to, Locale language) {
		this.link.begin(token);
		var result = this.letters.send(new EmailMessage(to, language, say("email.test.subject", language),
				say("email.test.heading", language), List.of(say("email.test.words", language)), null, List.of(),
				say("email.test.why", language), null, false));
		keep(MAIL, (result.problem() != null) ? result.problem() : TAKEN);
		keep(ANSWER, result.answer());
		keep(TO, to.value());
	}

	/**
	 * Goes on without mail.
	 * @throws Gone if the token does not count
	 */
	void withoutMail(String token) {
		this.link.begin(token);
		keep(MAIL, WITHOUT);
		keep(ANSWER, "");
	}

	/** Whether a passkey that is made on this page would work at the forum’s address. */
	@Transactional(readOnly = true)
	boolean worksForPasskeys(URI opened) {
		return this.origin.of(address()).equals(opened)
				&& ("https".equals(opened.getScheme()) || "localhost".equals(opened.getHost()));
	}

	/**
	 * What a browser needs to make a passkey for somebody who is not there yet, as JSON.
	 * @throws Gone if the token does not count
	 */
	String offerPasskey(String token, Newcomer newcomer, HttpServletRequest request, HttpServletResponse response) {
		this.link.begin(token);
		return this.passkeys.offer(newcomer, this.origin.of(address()), request, response);
	}

	/**
	 * Ends the first run: makes the administrator, who settles what was answered.
	 * @throws Gone if the token does not count
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs; nothing is
	 * lost
	 */
	MemberId end(String token, Newcomer newcomer, Locale language) {
		return end(token, newcomer, language, (member) -> {
		});
	}

	/**
	 * Ends the first run: makes the administrator, who comes in by a passkey and has no
	 * password.
	 * @throws Gone if the token does not count
	 * @throws Refused if the passkey is none that was offered in this session
	 * @throws org.afterword.member.NotFree if the handle cannot be theirs; nothing is
	 * lost
	 */
	MemberId end(String token, Newcomer newcomer, String credential, Locale language, HttpServletRequest request,
			HttpServletResponse response) {
		var made = this.passkeys.made(credential, request, response);
		var origin = this.origin.of(address());
		return end(token, newcomer, language, (member) -> {
			this.passwords.lock(member);
			this.passkeys.addFirst(member, made, say("first.passkey.name", language), origin);
		});
	}

	/** Why an answer was refused, in words. */
	String say(Refused reason, Locale language) {
		return say(reason.key(), language, reason.arguments());
	}

	private MemberId end(String token, Newcomer newcomer, Locale language, Consumer<MemberId> also) {
		return this.link.use(token, newcomer, language, (member) -> {
			var administrator = this.members.viewer(member).orElseThrow();
			answers().forEach((name, value) -> {
				var setting = this.all.get(name);
				if (setting != null && setting.machine().get() == null) {
					this.settings.settle(name, value.equals(setting.usual()) ? null : value, administrator);
				}
			});
			this.sql.sql("delete from first_run_answer").update();
			also.accept(member);
		});
	}

	private Step setting(FirstStep kind, Map<String, String> answers, Locale language) {
		var setting = setting(String.valueOf(kind.setting()));
		var machine = setting.machine().get();
		var answer = (machine != null) ? machine : answers.getOrDefault(setting.name(), "");
		if (answer.isEmpty()) {
			return new Step(kind, "", false, null, true);
		}
		var shown = (kind == FirstStep.LANGUAGE) ? say("setting.site.language." + answer, language) : answer;
		return new Step(kind, answer, machine != null,
				say((machine != null) ? "first.machine" : "first." + kind.word() + ".done", language, shown), true);
	}

	private Step address(Map<String, String> answers, URI opened, Locale language) {
		var machine = setting(Site.ADDRESS).machine().get();
		var answer = (machine != null) ? machine : answers.getOrDefault(Site.ADDRESS, "");
		if (answer.isEmpty()) {
			return new Step(FirstStep.ADDRESS, "", false, null, true);
		}
		var origin = this.origin.of(URI.create(answer));
		if (!origin.equals(opened)) {
			return new Step(FirstStep.ADDRESS, answer, machine != null,
					say("first.address.elsewhere", language, answer, opened.toString()), false);
		}
		var isSafe = "https".equals(opened.getScheme()) || "localhost".equals(opened.getHost());
		return new Step(FirstStep.ADDRESS, answer, machine != null,
				say(isSafe ? "first.address.done" : "first.address.open", language, answer), isSafe);
	}

	private Step mail(Map<String, String> answers, Locale language) {
		var outcome = answers.getOrDefault(MAIL, "");
		var answer = answers.getOrDefault(ANSWER, "");
		var to = answers.getOrDefault(TO, "");
		return switch (outcome) {
			case "" -> new Step(FirstStep.MAIL, "", false, null, true);
			case TAKEN -> new Step(FirstStep.MAIL, to, false, say("first.mail.done", language, to), true);
			case WITHOUT -> new Step(FirstStep.MAIL, to, false, say("first.mail.without", language), false);
			default ->
				new Step(FirstStep.MAIL, to, false, say("mail.problem." + outcome, language, this.letters.place())
						+ (answer.isEmpty() ? "" : " " + say("mail.answer", language) + " " + answer), false);
		};
	}

	/** Where the forum will stand, as far as that is known. */
	private URI address() {
		var answer = answers().get(Site.ADDRESS);
		return (answer != null && setting(Site.ADDRESS).machine().get() == null) ? URI.create(answer)
				: this.site.address();
	}

	private Setting setting(String name) {
		var setting = this.all.get(name);
		if (setting == null) {
			throw new IllegalStateException("No setting " + name);
		}
		return setting;
	}

	private Map<String, String> answers() {
		var answers = new LinkedHashMap<String, String>();
		this.sql.sql("select name, value from first_run_answer").query((row) -> {
			answers.put(row.getString("name"), row.getString("value"));
		});
		return answers;
	}

	private void keep(String name, String value) {
		this.sql.sql("""
				insert into first_run_answer (name, value) values (?, ?)
				on conflict (name) do update set value = excluded.value""").param(name).param(value).update();
	}

	private String say(String key, Locale language, Object... about) {
		return this.messages.getMessage(key, about, language);
	}

}
