package org.afterword.account.firstrun;

import org.afterword.member.Roles;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever starts a forum without an administrator how to become it. */
@Component
class FirstAdministratorNote {

	private final Roles roles;

	private final FirstAdministratorLink link;

	private final Environment environment;

	FirstAdministratorNote(Roles roles, FirstAdministratorLink link, Environment environment) {
		this.roles = roles;
		this.link = link;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void tell() {
		if (!this.roles.hasAdministrator()) {
			// Not logged: somebody whose log shows only warnings would never see it.
			System.out.printf(
					"""

							Nobody runs this forum yet. Open this address to become its administrator:

							    http://localhost:%s/first-administrator?token=%s

							From another machine, use the forum’s own address before /first-administrator.
							It opens the first run, and works until there is an administrator. Each start prints a new address; one
							with which the first run was begun works for a week.

							""",
					this.environment.getProperty("local.server.port", "8080"), this.link.renew());
		}
	}

}
