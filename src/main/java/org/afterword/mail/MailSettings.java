package org.afterword.mail;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where mail leaves, for the page of settings. It is set in the environment only, so that
 * no password stands in the database and its copies.
 */
@Configuration(proxyBeanMethods = false)
class MailSettings {

	@Bean
	Setting mailServer(PostOffice.Line line) {
		return Setting.of("mail.server", Part.MAIL, new Kind.Elsewhere("/administration/mail"), "")
			.unless(() -> line.isConfigured() ? line.place() : null);
	}

}
