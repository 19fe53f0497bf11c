package org.afterword.account.providers;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.kernel.NotFound;

import org.springframework.stereotype.Component;

/**
 * Those whom a provider vouches for, and of whom we do not know yet which account is
 * theirs. Each is kept in their own session for a while.
 */
@Component
class VouchedIdentities {

	private static final String ATTRIBUTE = "provider-vouched";

	private final Clock clock;

	VouchedIdentities(Clock clock) {
		this.clock = clock;
	}

	void keep(ProviderIdentity vouched, HttpServletRequest request) {
		request.getSession().setAttribute(ATTRIBUTE, vouched);
	}

	Optional<ProviderIdentity> find(HttpServletRequest request) {
		var session = request.getSession(false);
		return Optional.ofNullable((session != null) ? (ProviderIdentity) session.getAttribute(ATTRIBUTE) : null)
			.filter((vouched) -> this.clock.instant().isBefore(vouched.until()));
	}

	/**
	 * @throws NotFound if there is none, or it was too long ago
	 */
	ProviderIdentity get(HttpServletRequest request) {
		return find(request).orElseThrow(() -> new NotFound("anybody vouched for"));
	}

	void remove(HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
	}

}
