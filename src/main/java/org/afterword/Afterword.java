package org.afterword;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/** The forum for what comes after a webinar. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@Modulithic(sharedModules = { "kernel", "member" })
public class Afterword {

	public static void main(String[] arguments) {
		SpringApplication.run(Afterword.class, arguments);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
