package org.afterword;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The mail server of the whole run: a real one, that keeps what it was given. */
public class TestMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	/** What those lock who read its boxes, or change it, because others run beside. */
	public static final String LOCK = "TestMailServer";

	/** How the forum comes in there. */
	public static final String USER = "forum@forum.example.org";

	private static final String PASSWORD = "knows the postman";

	private static final int PORT = freePort();

	private static final GreenMail SERVER = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
		.withConfiguration(GreenMailConfiguration.aConfig().withUser(USER, USER, PASSWORD));

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		begin();
		TestPropertyValues
			.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + PORT, "spring.mail.username=" + USER,
					"spring.mail.password=" + PASSWORD, "site.address=https://forum.example.org")
			.applyTo(context);
	}

	/** Everything that arrived since it was emptied, in turn. */
	public static List<MimeMessage> received() {
		return List.of(SERVER.getReceivedMessages());
	}

	/** Answers, wants the right password, and has empty boxes. */
	public static void begin() {
		if (!SERVER.isRunning()) {
			SERVER.start();
		}
		SERVER.setUser(USER, USER, PASSWORD);
		try {
			SERVER.purgeEmailFromAllMailboxes();
		}
		catch (FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Wants another password than the forum knows. */
	public static void changePassword() {
		SERVER.setUser(USER, USER, "forgets the postman");
	}

	/** Nobody answers any more, until it begins anew. */
	public static void stop() {
		SERVER.stop();
	}

	public static String place() {
		return "127.0.0.1:" + PORT;
	}

	private static int freePort() {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
