package org.afterword.account.credentials;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.afterword.member.MemberId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Members as authenticators know them: by a random number, and by the names that they
 * have now. A user name, as Spring Security asks for it, is a member’s number.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

	private final JdbcClient sql;

	PasskeyOwners(JdbcClient sql) {
		this.sql = sql;
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
		return this.sql.sql("""
				select passkey_owner.id, handle, display_name
				from passkey_owner join member on member.id = member_id where passkey_owner.id = ?
				""").param(id.toBase64UrlString()).query(PasskeyOwners::owner).optional().orElse(null);
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String number) {
		var member = Long.parseLong(number);
		this.sql.sql("insert into passkey_owner (id, member_id) values (?, ?) on conflict do nothing")
			.param(Bytes.random().toBase64UrlString())
			.param(member)
			.update();
		return this.sql.sql("""
				select passkey_owner.id, handle, display_name
				from passkey_owner join member on member.id = member_id where member_id = ?
				""").param(member).query(PasskeyOwners::owner).optional().orElse(null);
	}

	/** Makes a number a member’s that was given before they were there. */
	void own(Bytes id, MemberId member) {
		this.sql.sql("insert into passkey_owner (id, member_id) values (?, ?)")
			.param(id.toBase64UrlString())
			.param(member.value())
			.update();
	}

	/** Whose passkeys they are. */
	MemberId member(Bytes id) {
		return this.sql.sql("select member_id from passkey_owner where id = ?")
			.param(id.toBase64UrlString())
			.query((row, number) -> new MemberId(row.getLong("member_id")))
			.single();
	}

	/** Never needed: {@link #findByUsername} makes owners. */
	@Override
	public void save(PublicKeyCredentialUserEntity owner) {
		throw new UnsupportedOperationException("An owner is made when they are looked for");
	}

	@Override
	public void delete(Bytes id) {
		this.sql.sql("delete from passkey_owner where id = ?").param(id.toBase64UrlString()).update();
	}

	private static PublicKeyCredentialUserEntity owner(ResultSet row, int number) throws SQLException {
		return ImmutablePublicKeyCredentialUserEntity.builder()
			.id(Bytes.fromBase64(row.getString("id")))
			.name(row.getString("handle"))
			.displayName(row.getString("display_name"))
			.build();
	}

}
