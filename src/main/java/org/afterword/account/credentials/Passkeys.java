package org.afterword.account.credentials;

import java.net.URI;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AccountAlerts;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberId;
import org.afterword.member.Newcomer;
import org.afterword.site.Site;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys that members keep on a device or in their browser, instead of a password. A device
 * asks for a finger or a number before it uses one, so that a passkey proves two things.
 * They work only at the address that the forum is configured with.
 */
@Service
@Transactional
public class Passkeys {

	/** How many a member has at most. */
	static final int MOST = 20;

	static final int LONGEST_NAME = 60;

	private static final int LONGEST = 20_000;

	private static final Log log = LogFactory.getLog(Passkeys.class);

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final PublicKeyCredentialCreationOptionsRepository offered = new HttpSessionPublicKeyCredentialCreationOptionsRepository();

	private final PublicKeyCredentialRequestOptionsRepository asked = new HttpSessionPublicKeyCredentialRequestOptionsRepository();

	private final PasskeyOwners owners;

	private final JdbcUserCredentialRepository credentials;

	private final JdbcClient sql;

	private final AccountAlerts alerts;

	private final Site site;

	private final PasskeyOrigin origin;

	private @Nullable WebAuthnRelyingPartyOperations operations;

	private @Nullable URI madeFor;

	Passkeys(PasskeyOwners owners, JdbcOperations database, JdbcClient sql, AccountAlerts alerts, Site site,
			PasskeyOrigin origin) {
		this.owners = owners;
		this.credentials = new JdbcUserCredentialRepository(database);
		this.sql = sql;
		this.alerts = alerts;
		this.site = site;
		this.origin = origin;
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
		var options = operations()
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(member));
		this.offered.save(request, response, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * Keeps one that a browser has made.
	 * @param credential as JSON
	 * @throws Refused if it was not made for what was offered in this session, or if
	 * there are too many
	 */
	void add(MemberId member, String credential, String name, HttpServletRequest request,
			HttpServletResponse response) {
		if (list(member).size() >= MOST) {
			throw new Refused("passkeys.many", MOST);
		}
		register(operations(), made(credential, request, response), name);
		this.alerts.passkeyAdded(member, name);
	}

	/**
	 * What a browser needs to make one for somebody who is not there yet, as JSON. The
	 * session keeps what was asked.
	 * @param origin where they will come in with it
	 */
	public String offer(Newcomer newcomer, URI origin, HttpServletRequest request, HttpServletResponse response) {
		var owner = ImmutablePublicKeyCredentialUserEntity.builder()
			.id(Bytes.random())
			.name(newcomer.handle().value())
			.displayName(newcomer.profile().name())
			.build();
		var options = make(new OneOwner(owner), origin).createPublicKeyCredentialCreationOptions(
				new ImmutablePublicKeyCredentialCreationOptionsRequest(UsernamePasswordAuthenticationToken
					.authenticated(owner.getName(), null, AuthorityUtils.NO_AUTHORITIES)));
		this.offered.save(request, response, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * What was offered in this session, which then forgets it.
	 * @param credential what a browser has made of it, as JSON
	 * @throws Refused if nothing was offered
	 */
	public Made made(String credential, HttpServletRequest request, HttpServletResponse response) {
		var options = this.offered.load(request);
		this.offered.save(request, response, null);
		if (options == null || credential.isEmpty() || credential.length() > LONGEST) {
			throw new Refused("passkeys.refused");
		}
		return new Made(options, credential);
	}

	/**
	 * Keeps the one that was offered to somebody before they were there.
	 * @throws Refused if it was not made for what was offered
	 */
	public void addFirst(MemberId member, Made made, String name, URI origin) {
		this.owners.own(made.options().getUser().getId(), member);
		register(make(this.owners, origin), made, name);
	}

	/**
	 * Takes one away.
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

	/** Takes all of them away. */
	void removeAll(MemberId member) {
		this.sql.sql("""
				delete from user_credentials using passkey_owner
				where passkey_owner.id = user_entity_user_id and member_id = ?
				""").param(member.value()).update();
	}

	/** What a browser needs to use one, as JSON. The session keeps what was asked. */
	public String ask(HttpServletRequest request, HttpServletResponse response) {
		var options = operations()
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
		this.asked.save(request, response, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * Who has proved that they have one.
	 * @param credential as JSON
	 * @throws Refused if it answers something else than was asked in this session, or is
	 * not one that we know
	 */
	public MemberId prove(String credential, HttpServletRequest request, HttpServletResponse response) {
		var options = this.asked.load(request);
		this.asked.save(request, response, null);
		if (options == null || credential.length() > LONGEST) {
			throw new Refused("passkeys.unknown");
		}
		try {
			var used = this.json.readValue(credential,
					new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {
					});
			var owner = operations().authenticate(new RelyingPartyAuthenticationRequest(options, used));
			return this.owners.member(owner.getId());
		}
		catch (RuntimeException ex) {
			log.info("A passkey was refused: " + ex);
			throw new Refused("passkeys.unknown");
		}
	}

	private void register(WebAuthnRelyingPartyOperations operations, Made made, String name) {
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

	/**
	 * Made when first used, and when the forum has moved: only then does a forum on a
	 * free port know which it has.
	 */
	private synchronized WebAuthnRelyingPartyOperations operations() {
		var origin = this.origin.address();
		var made = this.operations;
		if (made == null || !origin.equals(this.madeFor)) {
			made = make(this.owners, origin);
			this.operations = made;
			this.madeFor = origin;
		}
		return made;
	}

	private WebAuthnRelyingPartyOperations make(PublicKeyCredentialUserEntityRepository owners, URI origin) {
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

	/** What was offered to a browser, and what that has made of it. */
	public record Made(PublicKeyCredentialCreationOptions options, String credential) {

	}

	/** Somebody who will be there in a moment. */
	private record OneOwner(PublicKeyCredentialUserEntity owner) implements PublicKeyCredentialUserEntityRepository {

		@Override
		public PublicKeyCredentialUserEntity findById(Bytes id) {
			return this.owner;
		}

		@Override
		public PublicKeyCredentialUserEntity findByUsername(String name) {
			return this.owner;
		}

		/** Never asked for: they are there already. */
		@Override
		public void save(PublicKeyCredentialUserEntity other) {
			throw new UnsupportedOperationException("An owner is made by addFirst");
		}

		/** Never asked for: only a member can leave. */
		@Override
		public void delete(Bytes id) {
			throw new UnsupportedOperationException("An owner who is not there yet");
		}

	}

}
