package org.afterword.demo;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
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

	/** Quick to make: seventeen people join before most tests. */
	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));
	}

}
