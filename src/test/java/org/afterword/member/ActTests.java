package org.afterword.member;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ActTests {

	@ParameterizedTest
	@EnumSource
	void everyActIsFoundByItsWordAndHasAMessage(Act act) throws IOException {
		var messages = new Properties();
		try (var file = ActTests.class.getResourceAsStream("/messages/moderation.properties")) {
			messages.load(new InputStreamReader(file, StandardCharsets.UTF_8));
		}
		assertThat(Act.of(act.word())).isEqualTo(act);
		assertThat(messages).containsKey("audit.act." + act.word());
	}

}
