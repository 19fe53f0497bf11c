package org.afterword.account.administration;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.afterword.account.AccountAlerts;
import org.afterword.account.SignIns;
import org.afterword.account.credentials.Codes;
import org.afterword.account.credentials.Providers;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How one member signs in, for administrators: they see it, and end codes and sessions
 * for somebody who has lost their phone and backup codes. Nothing here signs anybody in,
 * and the member is told.
 */
@Service
@Transactional
class Access {

	private final Codes codes;

	private final SignIns signIns;

	private final AccountAlerts alerts;

	private final Providers providers;

	private final ApplicationEventPublisher events;

	private final JdbcClient sql;

	private final Clock clock;

	Access(Codes codes, SignIns signIns, AccountAlerts alerts, Providers providers, ApplicationEventPublisher events,
			JdbcClient sql, Clock clock) {
		this.codes = codes;
		this.signIns = signIns;
		this.alerts = alerts;
		this.providers = providers;
		this.events = events;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * How a member signs in.
	 * @throws NotAllowed unless an administrator asks, and about somebody else
	 * @throws NotFound if nobody can sign in as this member
	 */
	@Transactional(readOnly = true)
	AccessView of(Viewer by, MemberId member) {
		check(by, member);
		return this.sql.sql("""
				select password_hash is not null as password,
				exists (select from member_email where member_id = m.id and is_primary and confirmed_at is not null)
				  as reached,
				(select count(*) from user_credentials c join passkey_owner o on o.id = c.user_entity_user_id
				  where o.member_id = m.id) as passkeys,
				(select since from code_secret where member_id = m.id) as codes_since,
				(select count(*) from backup_code where member_id = m.id) as backup,
				array(select provider from provider_link where member_id = m.id order by id) as providers,
				(select count(*) from sign_in where member_id = m.id and ends_at > :now) as sessions,
				(select count(*) from sign_in where member_id = m.id and ends_at > :now and token_hash is not null)
				  as remembered,
				(select max(last_used_at) from sign_in where member_id = m.id) as last_used
				from member m where id = :id and status = 'ACTIVE'
				""")
			.param("id", member.value())
			.param("now", Timestamp.from(this.clock.instant()))
			.query(this::view)
			.optional()
			.orElseThrow(() -> new NotFound("member " + member));
	}

	/**
	 * Ends the codes of a member who cannot make any; their backup codes stop working,
	 * too. Where staff have to use codes, their role counts again once they have set up
	 * new ones.
	 * @param reason for the log and for the member
	 * @throws NotAllowed unless an administrator does so, and to somebody else
	 * @throws Refused if the member uses no codes
	 */
	void endCodes(Viewer by, MemberId member, String reason) {
		check(by, member);
		if (!this.codes.end(member)) {
			throw new Refused("access.codes.none");
		}
		this.alerts.codesEnded(member, reason);
		log(by, Act.END_CODES, member, reason);
	}

	/**
	 * Signs a member out on every device, remembered or not, at once and on all nodes.
	 * @param reason for the log and for the member
	 * @throws NotAllowed unless an administrator does so, and to somebody else
	 * @throws Refused if the member is signed in nowhere
	 */
	void signOut(Viewer by, MemberId member, String reason) {
		check(by, member);
		if (!this.signIns.endOthers(member, null)) {
			throw new Refused("access.sessions.none");
		}
		this.alerts.signedOut(member, reason);
		log(by, Act.SIGN_OUT, member, reason);
	}

	/**
	 * Other administrators are helped like everybody; one’s own codes are ended in the
	 * settings, which takes a code.
	 */
	private static void check(Viewer by, MemberId member) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("look at how member " + member + " signs in");
		}
		if (by.is(member)) {
			throw new NotAllowed("use the administrators’ page on oneself", "access.yourself");
		}
	}

	private void log(Viewer by, Act act, MemberId member, String reason) {
		this.events.publishEvent(
				new StaffAct(by.id(), act, StaffAct.Subject.MEMBER, member.value(), null, Map.of(), Map.of(), reason));
	}

	private AccessView view(ResultSet row, int number) throws SQLException {
		var since = row.getTimestamp("codes_since");
		var used = row.getTimestamp("last_used");
		return new AccessView(row.getBoolean("password"), row.getBoolean("reached"), row.getInt("passkeys"),
				(since != null) ? since.toInstant() : null, row.getInt("backup"), names(row.getArray("providers")),
				row.getInt("sessions"), row.getInt("remembered"), (used != null) ? used.toInstant() : null);
	}

	private List<String> names(@Nullable Array ids) throws SQLException {
		return (ids != null) ? Arrays.stream((String[]) ids.getArray()).map(this.providers::name).toList() : List.of();
	}

}
