package org.afterword.account.firstrun;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.afterword.account.credentials.PasskeyOrigin;
import org.afterword.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the first run: what was answered, and whether it works. */
@Service
@Transactional(readOnly = true)
class FirstRunSteps {

	private final FirstAdministratorLink link;

	private final FirstAnswers answers;

	private final TestMail testMail;

	private final Site site;

	private final PasskeyOrigin origin;

	private final MessageSource messages;

	FirstRunSteps(FirstAdministratorLink link, FirstAnswers answers, TestMail testMail, Site site, PasskeyOrigin origin,
			MessageSource messages) {
		this.link = link;
		this.answers = answers;
		this.testMail = testMail;
		this.site = site;
		this.origin = origin;
		this.messages = messages;
	}

	/**
	 * All steps.
	 * @param opened under which address this page was opened, without a path
	 * @throws org.afterword.account.ExpiredLink if the token does not work
	 */
	List<Step> all(String token, URI opened, Locale language) {
		this.link.check(token);
		return Arrays.stream(FirstStep.values()).map((kind) -> switch (kind) {
			case NAME, LANGUAGE -> setting(kind, language);
			case ADDRESS -> address(opened, language);
			case MAIL -> this.testMail.step(language);
			case YOU -> Step.open(kind);
		}).toList();
	}

	/** What the community will be called; empty while nobody has said so. */
	String community() {
		return this.answers.of(String.valueOf(FirstStep.NAME.setting()));
	}

	/** The address that the forum will have, as far as that is known. */
	URI address() {
		var answer = this.answers.all().get(Site.ADDRESS);
		return (answer != null && !this.answers.isSetByMachine(Site.ADDRESS)) ? URI.create(answer)
				: this.site.address();
	}

	/** Whether a passkey that is made on this page would work at the forum’s address. */
	boolean worksForPasskeys(URI opened) {
		return this.origin.of(address()).equals(opened) && isSafe(opened);
	}

	private Step setting(FirstStep kind, Locale language) {
		var setting = String.valueOf(kind.setting());
		var answer = this.answers.of(setting);
		if (answer.isEmpty()) {
			return Step.open(kind);
		}
		var shown = (kind == FirstStep.LANGUAGE) ? say("setting.site.language." + answer, language) : answer;
		var machine = this.answers.isSetByMachine(setting);
		return new Step(kind, answer, machine,
				say(machine ? "first.machine" : "first." + kind.word() + ".done", language, shown), true);
	}

	private Step address(URI opened, Locale language) {
		var answer = this.answers.of(Site.ADDRESS);
		if (answer.isEmpty()) {
			return Step.open(FirstStep.ADDRESS);
		}
		var machine = this.answers.isSetByMachine(Site.ADDRESS);
		if (!this.origin.of(URI.create(answer)).equals(opened)) {
			return new Step(FirstStep.ADDRESS, answer, machine,
					say("first.address.elsewhere", language, answer, opened.toString()), false);
		}
		return new Step(FirstStep.ADDRESS, answer, machine,
				say(isSafe(opened) ? "first.address.done" : "first.address.open", language, answer), isSafe(opened));
	}

	private static boolean isSafe(URI opened) {
		return "https".equals(opened.getScheme()) || "localhost".equals(opened.getHost());
	}

	private String say(String key, Locale language, Object... about) {
		return this.messages.getMessage(key, about, language);
	}

}
