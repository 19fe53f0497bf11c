package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import org.afterword.demo.SeedBanksWebinar;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps of a release what {@link UpgradeTests} need ever after. No test: run it by its
 * name when a release is made, with
 * {@code mvn test -Dtest=RecordRelease -Dafterword.release=1.0}, and commit what it
 * writes.
 */
@AfterwordTest
class RecordRelease {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@Autowired
	Flyway flyway;

	@Test
	void writes() throws IOException {
		var name = Objects.requireNonNull(System.getProperty("afterword.release"), "-Dafterword.release=1.0");
		this.story.tell();
		var checksums = Release.checksums(this.flyway.info().all());
		var file = new Release(name, checksums).file();
		Files.createDirectories(file.getParent());
		Files.writeString(file, Release.script(this.sql), StandardOpenOption.CREATE_NEW);
		var known = Release.all().stream().flatMap((before) -> before.checksums().keySet().stream()).toList();
		var lines = checksums.entrySet()
			.stream()
			.filter((one) -> !known.contains(one.getKey()))
			.map((one) -> "%s %s %d".formatted(name, one.getKey(), one.getValue()))
			.toList();
		Files.write(Release.LIST, lines, StandardOpenOption.APPEND);
	}

}
