package org.afterword.member;

import java.util.Locale;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members say about themselves, who finds them, and the language they read. */
@Service
@Transactional
public class MemberProfiles {

	private final MemberRepository members;

	private final Handles handles;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	MemberProfiles(MemberRepository members, Handles handles, JdbcClient sql, ApplicationEventPublisher events) {
		this.members = members;
		this.handles = handles;
		this.sql = sql;
		this.events = events;
	}

	@Transactional(readOnly = true)
	public Profile get(MemberId id) {
		return existing(id).profile();
	}

	/**
	 * Changes a profile and a handle. The old handle leads to the member from now on.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	public void change(MemberId id, Handle handle, Profile profile) {
		this.handles.lock();
		var member = existing(id);
		if (!member.handle().equals(handle)) {
			this.handles.check(handle, id);
		}
		var seen = member.describe(profile);
		var before = member.rename(handle);
		this.members.removeOldHandle(handle.value());
		if (before != null) {
			this.members.keepOldHandle(before.value(), before.skeleton(), id.value());
		}
		if (seen || before != null) {
			this.events.publishEvent(new NameShown(id));
		}
	}

	/** Who finds a member in the directory. */
	@Transactional(readOnly = true)
	public Listing listing(MemberId id) {
		return this.sql.sql("select listed from member where id = ?")
			.param(id.value())
			.query((row, number) -> Listing.valueOf(row.getString("listed")))
			.optional()
			.orElseThrow(() -> new NotFound("member " + id));
	}

	/** Changes who finds a member in the directory. */
	public void changeListing(MemberId id, Listing listing) {
		this.members.changeListing(id.value(), listing.name());
	}

	/** Changes the language in which a member reads pages and gets e-mails. */
	public void changeLanguage(MemberId id, Locale language) {
		this.members.changeLanguage(id.value(), language.toLanguageTag());
	}

	private Member existing(MemberId id) {
		return this.members.findById(id.value()).orElseThrow(() -> new NotFound("member " + id));
	}

}
