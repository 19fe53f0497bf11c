package org.afterword.account;

import org.afterword.kernel.NotAllowed;
import org.afterword.mail.OutgoingMail;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.site.Settings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a new forum still needs once somebody runs it: people, a first topic, mail.
 */
@Service
@Transactional
public class NextSteps {

	/** The setting that is set once an administrator has dismissed them. */
	private static final String DISMISSED = "first.next";

	private final Roles roles;

	private final OutgoingMail mail;

	private final Settings settings;

	private final JdbcClient sql;

	NextSteps(Roles roles, OutgoingMail mail, Settings settings, JdbcClient sql) {
		this.roles = roles;
		this.mail = mail;
		this.settings = settings;
		this.sql = sql;
	}

	/** What has been done. */
	public record Done(boolean people, boolean topic, boolean mail) {

		boolean all() {
			return this.people && this.topic && this.mail;
		}

	}

	/** Whether this forum has no administrator yet: its first visitor is told. */
	@Transactional(readOnly = true)
	public boolean isUnclaimed() {
		return !this.roles.hasAdministrator();
	}

	/** Whether this viewer is reminded of the page: until all is done, or dismissed. */
	@Transactional(readOnly = true)
	public boolean isOpen(Viewer viewer) {
		return viewer.isAdministrator() && this.settings.find(DISMISSED).isEmpty() && !done().all();
	}

	/**
	 * What has been done.
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	public Done look(Viewer viewer) {
		mustAdminister(viewer);
		return done();
	}

	/**
	 * Dismisses them, for everybody.
	 * @throws NotAllowed unless an administrator wants it
	 */
	public void dismiss(Viewer viewer) {
		mustAdminister(viewer);
		this.settings.set(DISMISSED, "on", viewer);
	}

	private Done done() {
		return this.sql
			.sql("""
					select exists (select from invitation) or (select count(*) > 1 from (select from member limit 2) m) as people,
					       exists (select from topic) as topic""")
			.query((row, line) -> new Done(row.getBoolean("people"), row.getBoolean("topic"), this.mail.isSetUp()))
			.single();
	}

	private static void mustAdminister(Viewer viewer) {
		if (!viewer.isAdministrator()) {
			throw new NotAllowed("see what a new forum needs");
		}
	}

}
