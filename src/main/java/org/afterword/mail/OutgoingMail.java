package org.afterword.mail;

import org.springframework.stereotype.Component;

/** Whether mail can leave at all. Where it cannot, nothing promises any. */
@Component
public class OutgoingMail {

	private final PostOffice.Line line;

	OutgoingMail(PostOffice.Line line) {
		this.line = line;
	}

	/** Whether a mail server is set up; whether it answers, time tells. */
	public boolean isSetUp() {
		return this.line.isConfigured();
	}

}
