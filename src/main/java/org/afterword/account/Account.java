package org.afterword.account;

import java.util.Collection;
import java.util.List;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A member at the door, as Spring Security asks for them. Known by number, so that a
 * remembered device outlives a change of the handle.
 */
class Account implements UserDetails {

	private final Viewer viewer;

	private final transient @Nullable String hash;

	Account(Viewer viewer, @Nullable String hash) {
		this.viewer = viewer;
		this.hash = hash;
	}

	Viewer viewer() {
		return this.viewer;
	}

	@Override
	public String getUsername() {
		return this.viewer.id().toString();
	}

	@Override
	public @Nullable String getPassword() {
		return this.hash;
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return List.of();
	}

}
