package org.afterword.account.credentials;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AccountAlerts;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys: keys that members keep on a device or in their browser, instead of a
 * password. A device asks for a finger, a face or a PIN before it uses one, so that a
 * passkey proves two things. They work only at the address that the forum is configured
 * with.
 */
@Service
@Transactional
public class Passkeys {

	/** How many a member has at most. */
	static final int MOST = 20;

	static final int LONGEST_NAME = 60;

	private final RelyingParty relyingParty;

	private final JdbcClient sql;

	private final AccountAlerts alerts;

	Passkeys(RelyingParty relyingParty, JdbcClient sql, AccountAlerts alerts) {
		this.relyingParty = relyingParty;
		this.sql = sql;
		this.alerts = alerts;
	}

	/** A member’s, the newest last. */
	@Transactional(readOnly = true)
	public List<PasskeyView> list(MemberId member) {
		return this.sql.sql("""
				select credential_id, label, created, last_used
				from user_credentials join passkey_owner on passkey_owner.id = user_entity_user_id
				where member_id = ? order by created, credential_id
				""")
			.param(member.value())
			.query((row, number) -> new PasskeyView(row.getString("credential_id"), row.getString("label"),
					row.getTimestamp("created").toInstant(), row.getTimestamp("last_used").toInstant()))
			.list();
	}

	/** What a browser needs to make one, as JSON. The session keeps what was asked. */
	String offer(Authentication member, HttpServletRequest request, HttpServletResponse response) {
		return this.relyingParty.offer(this.relyingParty.here(), member, request, response);
	}

	/**
	 * Adds one that a browser has made.
	 * @param credential as JSON
	 * @throws Refused if it was not made for what was offered in this session, or if
	 * there are too many
	 */
	void add(MemberId member, String credential, String name, HttpServletRequest request,
			HttpServletResponse response) {
		if (list(member).size() >= MOST) {
			throw new Refused("passkeys.many", MOST);
		}
		this.relyingParty.register(this.relyingParty.here(), this.relyingParty.take(credential, request, response),
				name);
		this.alerts.passkeyAdded(member, name);
	}

	/**
	 * Removes one.
	 * @throws NotFound if the member has none of this id
	 */
	void remove(MemberId member, String id) {
		if (this.sql.sql("""
				delete from user_credentials using passkey_owner
				where passkey_owner.id = user_entity_user_id and credential_id = ? and member_id = ?
				""").param(id).param(member.value()).update() == 0) {
			throw new NotFound("passkey " + id);
		}
	}

	/** Removes all of a member. */
	void removeAll(MemberId member) {
		this.sql.sql("""
				delete from user_credentials using passkey_owner
				where passkey_owner.id = user_entity_user_id and member_id = ?
				""").param(member.value()).update();
	}

	/** What a browser needs to use one, as JSON. The session keeps what was asked. */
	public String ask(HttpServletRequest request, HttpServletResponse response) {
		return this.relyingParty.ask(request, response);
	}

	/**
	 * Who has proved that they have one.
	 * @param credential as JSON
	 * @throws Refused if it answers something else than was asked in this session, or is
	 * not one that we know
	 */
	public MemberId prove(String credential, HttpServletRequest request, HttpServletResponse response) {
		return this.relyingParty.prove(credential, request, response);
	}

}
