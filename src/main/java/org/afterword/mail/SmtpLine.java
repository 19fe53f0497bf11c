package org.afterword.mail;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Speaks SMTP with the server of {@code spring.mail}; one connection serves a round. */
@Component
class SmtpLine implements PostOffice.Line {

	private final @Nullable JavaMailSenderImpl server;

	private final Site site;

	/** As whoever runs the machine has it; empty where it follows from the rest. */
	private final String from;

	@Autowired
	SmtpLine(ObjectProvider<JavaMailSenderImpl> server, Site site, @Value("${mail.from:}") String from) {
		this(server.getIfAvailable(), site, from);
	}

	SmtpLine(@Nullable JavaMailSenderImpl server, Site site, String from) {
		this.server = server;
		this.site = site;
		this.from = from.strip();
		check(from());
	}

	@Override
	public boolean isConfigured() {
		return this.server != null;
	}

	@Override
	public String place() {
		return (this.server != null) ? this.server.getHost() + ":" + port(this.server) : "";
	}

	@Override
	public PostOffice.Line.Call call() {
		if (this.server == null) {
			throw new IllegalStateException("No mail server is configured");
		}
		return new Call(this.server);
	}

	private final class Call implements PostOffice.Line.Call {

		private final JavaMailSenderImpl server;

		private @Nullable Transport transport;

		Call(JavaMailSenderImpl server) {
			this.server = server;
		}

		@Override
		public Optional<Problem> hand(PostOffice.Waiting letter) {
			Transport open;
			try {
				open = connected();
			}
			catch (MessagingException ex) {
				close();
				return Optional.of(Problem.atTheDoor(ex));
			}
			try {
				var message = message(letter, this.server);
				open.sendMessage(message, message.getAllRecipients());
				return Optional.empty();
			}
			catch (MessagingException ex) {
				// The next letter begins anew: this one may have left the server in the
				// middle of a sentence.
				close();
				return Optional.of(Problem.withALetter(ex));
			}
		}

		private Transport connected() throws MessagingException {
			if (this.transport == null) {
				var protocol = this.server.getProtocol();
				this.transport = this.server.getSession().getTransport((protocol != null) ? protocol : "smtp");
				this.transport.connect(this.server.getHost(), this.server.getPort(), this.server.getUsername(),
						this.server.getPassword());
			}
			return this.transport;
		}

		@Override
		public void close() {
			if (this.transport != null) {
				try {
					this.transport.close();
				}
				catch (MessagingException ex) {
					// It is gone already.
				}
				this.transport = null;
			}
		}

	}

	private MimeMessage message(PostOffice.Waiting letter, JavaMailSenderImpl server) throws MessagingException {
		var message = new MimeMessage(server.getSession());
		message.setFrom(sender());
		message.setRecipient(Message.RecipientType.TO, address(letter.to()));
		message.setSubject(Letter.oneLine(letter.subject()), StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(letter.writtenAt()));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Content-Language", letter.language());
		var both = new MimeMultipart("alternative");
		both.addBodyPart(part(letter.plain(), "plain"));
		both.addBodyPart(part(letter.html(), "html"));
		message.setContent(both);
		message.saveChanges();
		// After that, because saving makes one of its own.
		message.setHeader("Message-ID", letter.messageId());
		return message;
	}

	private static MimeBodyPart part(String words, String kind) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(words, StandardCharsets.UTF_8.name(), kind);
		// Readable in the source, and safe on the way, whatever the script.
		part.setHeader("Content-Transfer-Encoding", isMostlyLatin(words) ? "quoted-printable" : "base64");
		return part;
	}

	/**
	 * Others grow to three times their size as quoted-printable, and a third as base64.
	 */
	private static boolean isMostlyLatin(String words) {
		return words.chars().filter((sign) -> sign > 0x7F).count() * 20 < words.length();
	}

	private InternetAddress sender() throws MessagingException {
		try {
			var name = Letter.oneLine(this.site.name().isEmpty() ? "Afterword" : this.site.name());
			return new InternetAddress(from(), name, StandardCharsets.UTF_8.name());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** In the letters that every server knows, as far as the name of its host goes. */
	private static Address address(String to) throws MessagingException {
		var at = to.lastIndexOf('@');
		var host = IDN.toASCII(to.substring(at + 1), IDN.ALLOW_UNASSIGNED);
		return new InternetAddress(to.substring(0, at + 1) + host, true);
	}

	private String from() {
		if (!this.from.isEmpty()) {
			return this.from;
		}
		var user = (this.server != null) ? this.server.getUsername() : null;
		return (user != null && user.contains("@")) ? user : "afterword@" + this.site.address().getHost();
	}

	private static void check(String from) {
		if (!from.matches("[^\\s\\p{C}<>,;:\"]+@[^\\s\\p{C}<>,;:\"@]+")) {
			throw new IllegalArgumentException("mail.from has to be one e-mail address, such as forum@example.org");
		}
	}

	private static int port(JavaMailSenderImpl server) {
		return (server.getPort() > 0) ? server.getPort() : 25;
	}

}
