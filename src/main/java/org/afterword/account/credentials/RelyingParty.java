package org.afterword.account.credentials;

import java.net.URI;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.site.Site;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.HttpSessionPublicKeyCredentialCreationOptionsRepository;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;

/**
 * The forum as a relying party of WebAuthn: offers, registers and checks passkeys. What
 * was offered or asked is kept in the session.
 */
@Component
class RelyingParty {

	/** How long a credential may be, in characters. */
	private static final int LONGEST = 20_000;

	private static final Log log = LogFactory.getLog(RelyingParty.class);

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final PublicKeyCredentialCreationOptionsRepository offered = new HttpSessionPublicKeyCredentialCreationOptionsRepository();

	private final PublicKeyCredentialRequestOptionsRepository asked = new HttpSessionPublicKeyCredentialRequestOptionsRepository();

	private final JdbcUserCredentialRepository credentials;

	private final PasskeyOwners owners;

	private final Site site;

	private final PasskeyOrigin origin;

	private @Nullable WebAuthnRelyingPartyOperations operations;

	private @Nullable URI madeFor;

	RelyingParty(JdbcOperations database, PasskeyOwners owners, Site site, PasskeyOrigin origin) {
		this.credentials = new JdbcUserCredentialRepository(database);
		this.owners = owners;
		this.site = site;
		this.origin = origin;
	}

	/**
	 * At the forum’s address. Created when first used, and again when the address
	 * changes: a forum on a free port knows it only once it has started.
	 */
	synchronized WebAuthnRelyingPartyOperations here() {
		var address = this.origin.address();
		var made = this.operations;
		if (made == null || !address.equals(this.madeFor)) {
			made = at(address, this.owners);
			this.operations = made;
			this.madeFor = address;
		}
		return made;
	}

	/** At an address that the forum may have later. */
	WebAuthnRelyingPartyOperations at(URI origin, PublicKeyCredentialUserEntityRepository owners) {
		var name = this.site.name().isEmpty() ? "Afterword" : this.site.name();
		var made = new Webauthn4JRelyingPartyOperations(owners, this.credentials,
				PublicKeyCredentialRpEntity.builder().id(origin.getHost()).name(name).build(),
				Set.of(origin.toString()));
		made.setCustomizeCreationOptions(
				(options) -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
					.userVerification(UserVerificationRequirement.REQUIRED)
					.residentKey(ResidentKeyRequirement.REQUIRED)
					.build()));
		made.setCustomizeRequestOptions((options) -> options.userVerification(UserVerificationRequirement.REQUIRED));
		return made;
	}

	/** What a browser needs to make a passkey, as JSON. */
	String offer(WebAuthnRelyingPartyOperations operations, Authentication member, HttpServletRequest request,
			HttpServletResponse response) {
		var options = operations
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(member));
		this.offered.save(request, response, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * Takes what was offered in this session, which then forgets it.
	 * @param credential what a browser has made of it, as JSON
	 * @throws Refused if nothing was offered
	 */
	NewPasskey take(String credential, HttpServletRequest request, HttpServletResponse response) {
		var options = this.offered.load(request);
		this.offered.save(request, response, null);
		if (options == null || credential.isEmpty() || credential.length() > LONGEST) {
			throw new Refused("passkeys.refused");
		}
		return new NewPasskey(options, credential);
	}

	/**
	 * Keeps a passkey for its owner.
	 * @throws Refused if it was not made for what was offered
	 */
	void register(WebAuthnRelyingPartyOperations operations, NewPasskey made, String name) {
		try {
			var key = this.json.readValue(made.credential(),
					new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {
					});
			operations.registerCredential(
					new ImmutableRelyingPartyRegistrationRequest(made.options(), new RelyingPartyPublicKey(key, name)));
		}
		catch (RuntimeException ex) {
			log.info("A passkey was refused: " + ex);
			throw new Refused("passkeys.refused");
		}
	}

	/** What a browser needs to use a passkey, as JSON. */
	String ask(HttpServletRequest request, HttpServletResponse response) {
		var options = here()
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
		this.asked.save(request, response, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * Whose passkey a browser has used.
	 * @param credential as JSON
	 * @throws Refused if it answers something else than was asked in this session, or is
	 * not one that we know
	 */
	MemberId prove(String credential, HttpServletRequest request, HttpServletResponse response) {
		var options = this.asked.load(request);
		this.asked.save(request, response, null);
		if (options == null || credential.length() > LONGEST) {
			throw new Refused("passkeys.unknown");
		}
		try {
			var used = this.json.readValue(credential,
					new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {
					});
			return this.owners
				.member(here().authenticate(new RelyingPartyAuthenticationRequest(options, used)).getId());
		}
		catch (RuntimeException ex) {
			log.info("A passkey was refused: " + ex);
			throw new Refused("passkeys.unknown");
		}
	}

}
