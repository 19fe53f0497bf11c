package org.afterword.account;

import java.util.Collection;
import java.util.List;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A member who signs in, as Spring Security needs them. Known by id, so that a remembered
 * device outlives a change of the handle.
 */
public class Account implements UserDetails {

	private final Viewer viewer;

	private final transient @Nullable String hash;

	private final @Nullable SignInId signIn;

	public Account(Viewer viewer, @Nullable String hash) {
		this(viewer, hash, null);
	}

	Account(Viewer viewer, @Nullable String hash, @Nullable SignInId signIn) {
		this.viewer = viewer;
		this.hash = hash;
		this.signIn = signIn;
	}

	/** The sign-in that they return to; null if they are just signing in. */
	@Nullable SignInId signIn() {
		return this.signIn;
	}

	public Viewer viewer() {
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
