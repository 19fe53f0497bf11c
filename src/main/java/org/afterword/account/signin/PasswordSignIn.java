package org.afterword.account.signin;

import org.afterword.account.Account;
import org.afterword.member.Members;
import org.afterword.member.Passwords;

import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks the password of a handle or an address. An unknown name takes as long as a wrong
 * password: a hash is checked all the same. A hash of an older method is replaced once
 * its password was right.
 */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {

	PasswordSignIn(Members members, Passwords passwords, PasswordEncoder encoder) {
		super((name) -> passwords.credentials(name)
			.map((credentials) -> new Account(credentials.viewer(), credentials.hash()))
			.orElseThrow(() -> UsernameNotFoundException.fromUsername(name)));
		setPasswordEncoder(encoder);
		setUserDetailsPasswordService((account, hash) -> {
			var viewer = ((Account) account).viewer();
			passwords.keepHash(viewer.id(), String.valueOf(hash));
			return new Account(viewer, hash);
		});
	}

	@Override
	protected Authentication createSuccessAuthentication(Object principal, Authentication authentication,
			UserDetails user) {
		return super.createSuccessAuthentication(((Account) user).viewer(), authentication, user);
	}

}
