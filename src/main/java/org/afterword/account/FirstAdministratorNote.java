package org.afterword.account;

import org.afterword.member.Members;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever starts a forum without an administrator how to become it. */
@Component
class FirstAdministratorNote {

	private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorNote.class);

	private final Members members;

	private final FirstAdministratorLink link;

	private final Environment environment;

	FirstAdministratorNote(Members members, FirstAdministratorLink link, Environment environment) {
		this.members = members;
		this.link = link;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void tell() {
		if (!this.members.hasAdministrator()) {
			LOG.info(
					"""
							Nobody runs this forum yet. Open this address to become its administrator (once; each start makes a new one):

							    http://localhost:{}/first-administrator?token={}

							From elsewhere, put the forum’s own address before /first-administrator.
							""",
					this.environment.getProperty("local.server.port", "8080"), this.link.renew());
		}
	}

}
