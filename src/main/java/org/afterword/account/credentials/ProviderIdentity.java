package org.afterword.account.credentials;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

import org.afterword.member.Email;

/**
 * Somebody whom a provider vouches for, and whose account here is not known yet. Kept in
 * their session for a while.
 *
 * @param subject the provider’s id for them
 * @param email their address, which the provider has verified
 * @param name as the provider knows it; may be empty
 * @param invitation key of an invitation that they came with, or empty
 * @param target where they want to go
 * @param remember whether their device is to stay signed in
 */
public record ProviderIdentity(String provider, String subject, String email, String name, String invitation,
		String target, boolean remember, Instant until) implements Serializable {

	/** Long enough to wait for an e-mail. */
	public static final Duration PATIENCE = Duration.ofMinutes(30);

	public Email address() {
		return new Email(this.email);
	}

	@Override
	public String toString() {
		return "vouched for by " + this.provider;
	}

}
