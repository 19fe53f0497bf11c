package org.afterword.account;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Signing in by another site, which is added to the site’s one security chain. */
public interface ExternalSignIn {

	void configure(HttpSecurity http);

}
