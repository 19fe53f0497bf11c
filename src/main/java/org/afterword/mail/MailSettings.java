package org.afterword.mail;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The mail server, for the page of settings. It is configured in the environment only, so
 * that the database and its backups contain no password.
 */
@Configuration(proxyBeanMethods = false)
class MailSettings {

	@Bean
	Setting mailServer(MailServer server) {
		return Setting.of("mail.server", Part.MAIL, new Kind.Elsewhere("/administration/mail"), "")
			.unless(() -> server.isConfigured() ? server.place() : null);
	}

}
