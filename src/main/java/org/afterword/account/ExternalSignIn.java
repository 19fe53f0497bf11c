package org.afterword.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** A way to sign in elsewhere, which the site’s one security chain has to know of. */
public interface ExternalSignIn {

	void configure(HttpSecurity http);

}
