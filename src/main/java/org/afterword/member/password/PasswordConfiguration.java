package org.afterword.member.password;

import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final int SALT = 16;

	private static final int HASH = 32;

	/** What OWASP advises for argon2id: 19 MiB, twice over, one after the other. */
	private static final int KIBIBYTES = 19 * 1024;

	private static final int TIMES = 2;

	/**
	 * Writes the algorithm beside each hash, so that a better one can follow; hashes of
	 * the older one still work.
	 */
	@Bean
	PasswordEncoder passwordEncoder() {
		var argon2 = new Argon2PasswordEncoder(SALT, HASH, 1, KIBIBYTES, TIMES);
		return new FewAtATime(new DelegatingPasswordEncoder("argon2id",
				Map.of("argon2id", argon2, "bcrypt", new BCryptPasswordEncoder())));
	}

}
