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
 * Why an e-mail was not sent.
 *
 * @param answer of the server or the network, on one line
 */
record Problem(Kind kind, String answer) {

	private static final int LONGEST_ANSWER = 500;

	/** The kinds of problems. */
	enum Kind {

		/** No server answers at the address. */
		UNREACHABLE(true, false),
		/** The server does not accept the user name and password. */
		PASSWORD(true, false),
		/** The connection could not be encrypted. */
		ENCRYPTION(true, false),
		/** The server does not accept our address as the sender. */
		SENDER(true, false),
		/** The server wants something else first, such as authentication. */
		REFUSED_US(true, false),
		/** The connection was lost. */
		LOST(false, false),
		/** The server asks to try again later. */
		LATER(false, false),
		/** The server will never accept this e-mail. */
		REFUSED(false, true),
		/** The address is invalid. */
		ADDRESS(false, true),
		/** It was tried too often. */
		TOO_OFTEN(false, true);

		private final boolean concernsServer;

		private final boolean final_;

		Kind(boolean concernsServer, boolean isFinal) {
			this.concernsServer = concernsServer;
			this.final_ = isFinal;
		}

		/** Whether no other e-mail could be sent either. */
		boolean concernsServer() {
			return this.concernsServer;
		}

		/** Whether it is useless to try again. */
		boolean isFinal() {
			return this.final_;
		}

	}

	Problem {
		answer = EmailMessage.oneLine(answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer);
	}

	/** Why no connection to the server could be opened. */
	static Problem ofConnection(MessagingException failure) {
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

	/** Why the server did not accept an e-mail. */
	static Problem ofEmail(MessagingException failure) {
		for (Exception each = failure; each != null; each = next(each)) {
			var problem = ofOne(each);
			if (problem != null) {
				return problem;
			}
		}
		return new Problem(Kind.LOST, words(failure));
	}

	/** The problem that one of the chained exceptions names; null if another one does. */
	private static @Nullable Problem ofOne(Exception failure) {
		return switch (failure) {
			case SMTPSenderFailedException sender ->
				new Problem((sender.getReturnCode() >= 500) ? Kind.SENDER : Kind.LATER, words(sender));
			case SMTPAddressFailedException address -> ofCode(address.getReturnCode(), address);
			case SMTPSendFailedException refused when wantsAuthentication(refused.getReturnCode()) ->
				new Problem(Kind.REFUSED_US, words(refused));
			case SMTPSendFailedException refused when refused.getReturnCode() > 0 && next(refused) == null ->
				ofCode(refused.getReturnCode(), refused);
			case AddressException address -> new Problem(Kind.ADDRESS, words(address));
			default -> null;
		};
	}

	/** 530, 535, 538: it wants to be authenticated or encrypted first. */
	private static boolean wantsAuthentication(int code) {
		return code >= 530 && code < 540;
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

	/** The message, without the names of exceptions where possible. */
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
