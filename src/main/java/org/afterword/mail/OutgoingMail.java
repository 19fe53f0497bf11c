package org.afterword.mail;

import org.springframework.stereotype.Component;

/** Tells whether e-mail can be sent, so that no page promises any where it cannot. */
@Component
public class OutgoingMail {

	private final MailServer server;

	OutgoingMail(MailServer server) {
		this.server = server;
	}

	/** Whether a mail server is configured; it may be down. */
	public boolean isSetUp() {
		return this.server.isConfigured();
	}

}
