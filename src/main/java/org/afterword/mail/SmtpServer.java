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

/** Sends e-mails by SMTP to the server of {@code spring.mail}. */
@Component
class SmtpServer implements MailServer {

	private final @Nullable JavaMailSenderImpl server;

	private final Site site;

	/**
	 * The sender that is configured; empty to derive it from the user or the web address.
	 */
	private final String from;

	@Autowired
	SmtpServer(ObjectProvider<JavaMailSenderImpl> server, Site site, @Value("${mail.from:}") String from) {
		this(server.getIfAvailable(), site, from);
	}

	SmtpServer(@Nullable JavaMailSenderImpl server, Site site, String from) {
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
	public MailServer.Connection connect() {
		if (this.server == null) {
			throw new IllegalStateException("No mail server is configured");
		}
		return new Connection(this.server);
	}

	private final class Connection implements MailServer.Connection {

		private final JavaMailSenderImpl server;

		private @Nullable Transport transport;

		Connection(JavaMailSenderImpl server) {
			this.server = server;
		}

		@Override
		public Optional<Problem> send(QueuedEmail email) {
			Transport open;
			try {
				open = connected();
			}
			catch (MessagingException ex) {
				close();
				return Optional.of(Problem.ofConnection(ex));
			}
			try {
				var message = message(email, this.server);
				open.sendMessage(message, message.getAllRecipients());
				return Optional.empty();
			}
			catch (MessagingException ex) {
				// The next e-mail needs a new connection: this one may have ended in the
				// middle of a command.
				close();
				return Optional.of(Problem.ofEmail(ex));
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
					// It is closed already.
				}
				this.transport = null;
			}
		}

	}

	private MimeMessage message(QueuedEmail email, JavaMailSenderImpl server) throws MessagingException {
		var message = new MimeMessage(server.getSession());
		message.setFrom(sender());
		message.setRecipient(Message.RecipientType.TO, address(email.to()));
		message.setSubject(EmailMessage.oneLine(email.subject()), StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(email.writtenAt()));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("Content-Language", email.language());
		var both = new MimeMultipart("alternative");
		both.addBodyPart(part(email.plain(), "plain"));
		both.addBodyPart(part(email.html(), "html"));
		message.setContent(both);
		message.saveChanges();
		// After saving, which sets another one.
		message.setHeader("Message-ID", email.messageId());
		return message;
	}

	private static MimeBodyPart part(String words, String kind) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(words, StandardCharsets.UTF_8.name(), kind);
		// Readable in the source where possible, and safe in transit.
		part.setHeader("Content-Transfer-Encoding", isMostlyLatin(words) ? "quoted-printable" : "base64");
		return part;
	}

	/**
	 * Other text grows to three times its size as quoted-printable, and by a third as
	 * base64.
	 */
	private static boolean isMostlyLatin(String words) {
		return words.chars().filter((sign) -> sign > 0x7F).count() * 20 < words.length();
	}

	private InternetAddress sender() throws MessagingException {
		try {
			var name = EmailMessage.oneLine(this.site.name().isEmpty() ? "Afterword" : this.site.name());
			return new InternetAddress(from(), name, StandardCharsets.UTF_8.name());
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The address with its host in ASCII, which every server can read. */
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
