package org.afterword.demo;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The clock of the sample community, and its story, for all tests. */
@TestConfiguration(proxyBeanMethods = false)
@Import(SeedBanksWebinar.class)
public class StoryTime {

	@Bean
	@Primary
	StoryClock storyClock() {
		return new StoryClock();
	}

	/**
	 * Quick to make, because seventeen people join before most tests;
	 * {@code -Dafterword.passwords=real} takes the forum’s own.
	 */
	@Bean
	@ConditionalOnProperty(name = "afterword.passwords", havingValue = "quick", matchIfMissing = true)
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 64, 1),
				"bcrypt", new BCryptPasswordEncoder(4)));
	}

}
