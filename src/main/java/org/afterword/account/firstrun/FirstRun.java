package org.afterword.account.firstrun;

import java.util.Locale;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.credentials.FirstPasskey;
import org.afterword.kernel.Refused;
import org.afterword.member.Email;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Passwords;
import org.afterword.member.Viewer;
import org.afterword.site.Settings;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first run of a new forum: takes the answer to each step, and makes the first
 * administrator at the end. Until then everything is done by whoever has the link.
 */
@Service
@Transactional
class FirstRun {

	private final FirstAdministratorLink link;

	private final FirstAnswers answers;

	private final FirstRunSteps steps;

	private final TestMail testMail;

	private final Settings settings;

	private final Members members;

	private final Passwords passwords;

	private final FirstPasskey passkey;

	private final MessageSource messages;

	FirstRun(FirstAdministratorLink link, FirstAnswers answers, FirstRunSteps steps, TestMail testMail,
			Settings settings, Members members, Passwords passwords, FirstPasskey passkey, MessageSource messages) {
		this.link = link;
		this.answers = answers;
		this.steps = steps;
		this.testMail = testMail;
		this.settings = settings;
		this.members = members;
		this.passwords = passwords;
		this.passkey = passkey;
		this.messages = messages;
	}

	/**
	 * Takes the answer to a step.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 * @throws Refused in words if it cannot be one
	 */
	void answer(String token, FirstStep step, String typed) {
		this.link.begin(token);
		var name = step.setting();
		if (name == null) {
			// The form offers no answer to this step.
			throw new ExpiredLink(Kind.FIRST);
		}
		var value = this.answers.setting(name).read(typed, Viewer.stranger());
		if (value.isEmpty()) {
			var missing = "first." + step.word() + ".missing";
			throw new Refused(missing);
		}
		this.answers.keep(name, value);
	}

	/**
	 * Sends a test e-mail, and waits for the mail server.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 */
	void testMail(String token, Email to, Locale language) {
		this.link.begin(token);
		this.testMail.send(to, language);
	}

	/**
	 * Goes on without e-mail.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 */
	void withoutMail(String token) {
		this.link.begin(token);
		this.testMail.skip();
	}

	/**
	 * What a browser needs to make a passkey for the administrator to be, as JSON.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 */
	String offerPasskey(String token, Newcomer newcomer, HttpServletRequest request, HttpServletResponse response) {
		this.link.begin(token);
		return this.passkey.offer(newcomer, this.steps.address(), request, response);
	}

	/**
	 * Ends the first run: makes the administrator, who makes settings of the answers.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	MemberId end(String token, Newcomer newcomer, Locale language) {
		return end(token, newcomer, language, (member) -> {
		});
	}

	/**
	 * Ends the first run: makes the administrator, who signs in by a passkey and has no
	 * password.
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 * @throws Refused if the passkey was not offered in this session; or the handle
	 * cannot be theirs, on the field {@code handle}
	 */
	MemberId end(String token, Newcomer newcomer, String credential, Locale language, HttpServletRequest request,
			HttpServletResponse response) {
		var made = this.passkey.take(credential, request, response);
		var address = this.steps.address();
		var name = this.messages.getMessage("first.passkey.name", null, language);
		return end(token, newcomer, language, (member) -> {
			this.passwords.remove(member);
			this.passkey.add(member, made, name, address);
		});
	}

	private MemberId end(String token, Newcomer newcomer, Locale language, Consumer<MemberId> also) {
		return this.link.use(token, newcomer, language, (member) -> {
			this.answers.apply(this.settings, this.members.viewer(member).orElseThrow());
			also.accept(member);
		});
	}

}
