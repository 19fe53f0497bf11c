package org.afterword.mail;

import java.net.SocketTimeoutException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLException;

/**
 * What stood in the way of a letter.
 *
 * @param answer what the server said, or the network; on one line
 */
record Problem(Kind kind, String answer) {

	private static final int LONGEST_ANSWER = 500;

	/** Kinds of problems, and what follows from each. */
	enum Kind {

		/** Nobody answers where the server should be. */
		UNREACHABLE(true, false),
		/** The server wants another user name or password. */
		PASSWORD(true, false),
		/** Nobody could agree on how to encrypt. */
		ENCRYPTION(true, false),
		/** The server takes no letters that come from our address. */
		SENDER(true, false),
		/** The server wants something else first. */
		REFUSED_US(true, false),
		/** The connection broke off in the middle. */
		LOST(false, false),
		/** The server wants to be asked again later. */
		LATER(false, false),
		/** The server will never take this letter. */
		REFUSED(false, true),
		/** Nobody can have such an address. */
		ADDRESS(false, true),
		/** It was tried for days. */
		TOO_OFTEN(false, true);

		private final boolean ofTheLine;

		private final boolean final_;

		Kind(boolean ofTheLine, boolean isFinal) {
			this.ofTheLine = ofTheLine;
			this.final_ = isFinal;
		}

		/** Whether no other letter would get through either. */
		boolean isOfTheLine() {
			return this.ofTheLine;
		}

		/** Whether trying again would not help. */
		boolean isFinal() {
			return this.final_;
		}

	}

	Problem {
		answer = Letter.oneLine(answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer);
	}

	/** Why the server could not be spoken to at all. */
	static Problem atTheDoor(MessagingException failure) {
		if (failure instanceof AuthenticationFailedException) {
			return new Problem(Kind.PASSWORD, words(failure));
		}
		if (causedBy(failure, SSLException.class)) {
			return new Problem(Kind.ENCRYPTION, words(failure));
		}
		if (failure instanceof MailConnectException || causedBy(failure, SocketConnectException.class)
				|| causedBy(failure, java.io.IOException.class)) {
			return new Problem(Kind.UNREACHABLE, words(failure));
		}
		return new Problem(Kind.REFUSED_US, words(failure));
	}

	/** Why the server did not take a letter. */
	static Problem withALetter(MessagingException failure) {
		for (Exception each = failure; each != null; each = next(each)) {
			switch (each) {
				case SMTPSenderFailedException sender -> {
					return (sender.getReturnCode() >= 500) ? new Problem(Kind.SENDER, words(sender))
							: new Problem(Kind.LATER, words(sender));
				}
				case SMTPAddressFailedException address -> {
					return ofCode(address.getReturnCode(), address);
				}
				case SMTPSendFailedException refused when refused.getReturnCode() > 0 -> {
					// 530, 535, 538: come in first, or encrypted.
					if (refused.getReturnCode() >= 530 && refused.getReturnCode() < 540) {
						return new Problem(Kind.REFUSED_US, words(refused));
					}
					if (next(refused) == null) {
						return ofCode(refused.getReturnCode(), refused);
					}
				}
				case AddressException address -> {
					return new Problem(Kind.ADDRESS, words(address));
				}
				default -> {
				}
			}
		}
		return new Problem(Kind.LOST, words(failure));
	}

	private static Problem ofCode(int code, Exception failure) {
		return new Problem((code >= 500) ? Kind.REFUSED : Kind.LATER, words(failure));
	}

	private static @Nullable Exception next(Exception failure) {
		return (failure instanceof MessagingException nested) ? nested.getNextException() : null;
	}

	private static boolean causedBy(@Nullable Throwable failure, Class<? extends Throwable> type) {
		if (failure == null) {
			return false;
		}
		var next = (failure instanceof MessagingException nested && nested.getNextException() != null)
				? nested.getNextException() : failure.getCause();
		return type.isInstance(failure) || causedBy(next, type);
	}

	/** What was said, without the names of Java’s classes. */
	private static String words(Exception failure) {
		Throwable last = failure;
		if (failure instanceof MailConnectException connect && connect.getNextException() != null) {
			last = connect.getNextException();
		}
		if (last instanceof SocketTimeoutException) {
			return "timed out";
		}
		return (last.getMessage() != null) ? last.getMessage().strip() : last.getClass().getSimpleName();
	}

}
