package org.afterword.account.firstrun;

import java.util.List;
import java.util.Locale;

import org.afterword.mail.EmailMessage;
import org.afterword.mail.TestEmails;
import org.afterword.member.Email;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The test e-mail of the first run, and what came of it. */
@Component
class TestMail {

	/** The name of the answer: a problem, or one of the two below. */
	private static final String RESULT = "mail";

	private static final String ACCEPTED = "accepted";

	private static final String WITHOUT = "without";

	/** What the mail server answered. */
	private static final String ANSWER = "mail.answer";

	private static final String TO = "mail.to";

	private final FirstAnswers answers;

	private final TestEmails emails;

	private final MessageSource messages;

	TestMail(FirstAnswers answers, TestEmails emails, MessageSource messages) {
		this.answers = answers;
		this.emails = emails;
		this.messages = messages;
	}

	/** The address of the mail server; empty while none is configured. */
	String server() {
		return this.emails.place();
	}

	/** Sends an e-mail, and keeps what came of it. Waits for the mail server. */
	void send(Email to, Locale language) {
		var result = this.emails.send(new EmailMessage(to, language, say("email.test.subject", language),
				say("email.test.heading", language), List.of(say("email.test.words", language)), null, List.of(),
				say("email.test.why", language), null, false));
		this.answers.keep(RESULT, (result.problem() != null) ? result.problem() : ACCEPTED);
		this.answers.keep(ANSWER, result.answer());
		this.answers.keep(TO, to.value());
	}

	/** Goes on without e-mail. */
	void skip() {
		this.answers.keep(RESULT, WITHOUT);
		this.answers.keep(ANSWER, "");
	}

	Step step(Locale language) {
		var answers = this.answers.all();
		var result = answers.getOrDefault(RESULT, "");
		var answer = answers.getOrDefault(ANSWER, "");
		var to = answers.getOrDefault(TO, "");
		return switch (result) {
			case "" -> Step.open(FirstStep.MAIL);
			case ACCEPTED -> new Step(FirstStep.MAIL, to, false, say("first.mail.done", language, to), true);
			case WITHOUT -> new Step(FirstStep.MAIL, to, false, say("first.mail.without", language), false);
			default -> new Step(FirstStep.MAIL, to, false, say("mail.problem." + result, language, server())
					+ (answer.isEmpty() ? "" : " " + say("mail.answer", language) + " " + answer), false);
		};
	}

	private String say(String key, Locale language, Object... about) {
		return this.messages.getMessage(key, about, language);
	}

}
