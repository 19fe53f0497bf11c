package org.afterword.account.leaving;

import java.util.List;

import org.afterword.member.MemberErased;
import org.afterword.member.PersonalData;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountPersonalData implements PersonalData {

	private final JdbcClient sql;

	AccountPersonalData(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public List<Kept> kept() {
		return List.of(new Kept("sessions", List.of("sign_in.member_id"), """
				select browser, system, began_at as since, last_used_at as used, ends_at as until,
				       token_hash is not null as remembered
				from sign_in where member_id = :member order by id"""), new Kept("devices",
				List.of("known_device.member_id"),
				"select first_at as since, last_at as used from known_device where member_id = :member order by 1"),
				new Kept("passkeys", List.of("passkey_owner.member_id"), """
						select c.label as name, c.created as since, c.last_used as used
						from user_credentials c join passkey_owner o on o.id = c.user_entity_user_id
						where o.member_id = :member order by c.created"""),
				new Kept("providers", List.of("provider_link.member_id"), """
						select provider as name, email, since, last_used_at as used from provider_link
						where member_id = :member order by id"""),
				new Kept("codes", List.of("code_secret.member_id"),
						"select since from code_secret where member_id = :member"),
				new Kept("keys", List.of("email_token.member_id"), """
						select lower(purpose) as act, email, made_at as at, expires_at as until from email_token
						where member_id = :member order by made_at"""),
				new Kept("invitations", List.of("invitation.invited_by"), """
						select i.email, i.role, t.title, i.places as times, i.made_at as at, i.expires_at as until,
						       i.withdrawn_at as ended
						from invitation i left join topic t on t.id = i.topic_id
						where i.invited_by = :member order by i.id"""),
				new Kept("files", List.of("data_export.member_id"), """
						select asked_at as at, expires_at as until from data_export where member_id = :member"""));
	}

	/** Nobody can sign in as them any more. */
	@EventListener
	void on(MemberErased event) {
		for (var table : List.of("sign_in", "known_device", "passkey_owner", "provider_link", "code_secret",
				"email_token", "data_export")) {
			this.sql.sql("delete from " + table + " where member_id = ?").param(event.member().value()).update();
		}
		this.sql.sql("delete from spring_session where principal_name = ?").param(event.member().toString()).update();
		this.sql.sql("delete from invitation where invited_by = ?").param(event.member().value()).update();
	}

}
