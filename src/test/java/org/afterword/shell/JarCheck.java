package org.afterword.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Looks into the jar, once {@code mvn -Psbom verify} has made it.
 */
class JarCheck {

	@Test
	void theJarSaysWhatItIsMadeOfAndNothingOfTheMachineThatMadeIt() throws IOException {
		var path = Path.of(System.getProperty("afterword.jar", ""));
		assumeTrue(Files.isRegularFile(path), "There is no jar yet");
		try (var jar = new JarFile(path.toFile())) {
			var entry = jar.getEntry("META-INF/sbom/application.cdx.json");
			assertThat(entry).isNotNull();
			var bill = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
			var read = JsonMapper.shared().readTree(bill);
			assertThat(read.path("metadata").path("component").path("name").asString()).isEqualTo("afterword");
			assertThat(read.path("metadata").path("component").has("externalReferences")).isFalse();
			assertThat(read.path("components").findValuesAsString("name"))
				.contains("spring-boot", "postgresql", "icu4j")
				.doesNotContain("playwright", "greenmail", "junit-jupiter-api");
			assertThat(bill).doesNotContain(System.getProperty("user.home") + "/", System.getProperty("user.dir"),
					"file:", "localhost", "127.0.0.1");
		}
	}

}
