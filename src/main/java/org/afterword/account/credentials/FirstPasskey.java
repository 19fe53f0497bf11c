package org.afterword.account.credentials;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Newcomer;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** A passkey of somebody who is not a member yet: the first administrator. */
@Component
public class FirstPasskey {

	private final RelyingParty relyingParty;

	private final PasskeyOwners owners;

	private final PasskeyOrigin origin;

	FirstPasskey(RelyingParty relyingParty, PasskeyOwners owners, PasskeyOrigin origin) {
		this.relyingParty = relyingParty;
		this.owners = owners;
		this.origin = origin;
	}

	/**
	 * What a browser needs to make one, as JSON. The session keeps what was asked.
	 * @param address where they will sign in with it
	 */
	public String offer(Newcomer newcomer, URI address, HttpServletRequest request, HttpServletResponse response) {
		var owner = ImmutablePublicKeyCredentialUserEntity.builder()
			.id(Bytes.random())
			.name(newcomer.handle().value())
			.displayName(newcomer.profile().name())
			.build();
		var member = UsernamePasswordAuthenticationToken.authenticated(owner.getName(), null,
				AuthorityUtils.NO_AUTHORITIES);
		return this.relyingParty.offer(this.relyingParty.at(this.origin.of(address), new OneOwner(owner)), member,
				request, response);
	}

	/**
	 * Takes what was offered in this session, which then forgets it.
	 * @param credential what a browser has made of it, as JSON
	 * @throws Refused if nothing was offered
	 */
	public NewPasskey take(String credential, HttpServletRequest request, HttpServletResponse response) {
		return this.relyingParty.take(credential, request, response);
	}

	/**
	 * Adds it to whom it was offered, once they are a member.
	 * @throws Refused if it was not made for what was offered
	 */
	public void add(MemberId member, NewPasskey made, String name, URI address) {
		this.owners.own(made.options().getUser().getId(), member);
		this.relyingParty.register(this.relyingParty.at(this.origin.of(address), this.owners), made, name);
	}

	/** Somebody who will be a member in a moment. */
	private record OneOwner(PublicKeyCredentialUserEntity owner) implements PublicKeyCredentialUserEntityRepository {

		@Override
		public PublicKeyCredentialUserEntity findById(Bytes id) {
			return this.owner;
		}

		@Override
		public PublicKeyCredentialUserEntity findByUsername(String name) {
			return this.owner;
		}

		/** Never needed: {@link FirstPasskey#add} does it. */
		@Override
		public void save(PublicKeyCredentialUserEntity other) {
			throw new UnsupportedOperationException("An owner is made by add");
		}

		/** Never needed: only a member can leave. */
		@Override
		public void delete(Bytes id) {
			throw new UnsupportedOperationException("Not a member yet");
		}

	}

}
