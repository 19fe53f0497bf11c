package org.afterword.mail;

import java.util.Optional;

/** The mail server that e-mails are handed to. */
interface MailServer {

	/** Whether a server is configured. */
	boolean isConfigured();

	/**
	 * Where the server is, for people: "smtp.example.org:587"; empty if none is
	 * configured.
	 */
	String place();

	/** Prepares a connection, which is opened with the first e-mail. */
	Connection connect();

	/** A connection to the server. */
	interface Connection extends AutoCloseable {

		/** Sends an e-mail; returns the problem, or empty if the server accepted it. */
		Optional<Problem> send(QueuedEmail email);

		@Override
		void close();

	}

}
