package org.afterword.account;

import java.util.List;

import org.afterword.member.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Members who have come in, without the way through the door. */
public final class SignedIn {

	private SignedIn() {
	}

	/** Writes down that somebody came in just now. */
	public static Authentication as(Viewer member, JdbcClient sql) {
		var authentication = UsernamePasswordAuthenticationToken.authenticated(member, null, List.of());
		sql.sql("""
				insert into sign_in (member_id, browser, system, began_at, last_used_at, ends_at)
				select id, 'Firefox', 'Linux', now(), now(), now() + interval '1 day' from member where id = ?
				returning id
				""")
			.param(member.id().value())
			.query((row, number) -> new SignInId(row.getLong("id")))
			.optional()
			.ifPresent(authentication::setDetails);
		return authentication;
	}

}
