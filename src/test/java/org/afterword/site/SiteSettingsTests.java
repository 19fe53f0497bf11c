package org.afterword.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.afterword.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class SiteSettingsTests {

	@ParameterizedTest
	@CsvSource({ "https://forum.example.org/, https://forum.example.org",
			"forum.example.org, https://forum.example.org", "http://localhost:8080, http://localhost:8080",
			"https://example.org/forum//, https://example.org/forum", "форум.рф/x, https://xn--l1adgmc.xn--p1ai/x",
			"https://FORUM.example.org:8443, https://FORUM.example.org:8443", "'', ''" })
	void anAddressIsReadAsItIsMeant(String typed, String read) {
		assertThat(SiteSettings.address(typed)).isEqualTo(read);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://no host", "ftp://forum.example.org", "https://forum.example.org?a=b",
			"https://forum.example.org#top", "https://me@forum.example.org", "javascript://forum", "https://" })
	void whatIsNoAddressIsRefused(String typed) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> SiteSettings.address(typed))
			.satisfies((reason) -> assertThat(reason.key()).isEqualTo("setting.site.address.form"));
	}

	@ParameterizedTest
	@CsvSource({ "#000000, 21.0", "#ffffff, 1.0", "#767676, 4.54", "#ad1f2d, 7.0" })
	void contrastIsMeasuredAsWcagDoes(String colour, double onWhite) {
		assertThat(Colour.of(colour).on(List.of(Colour.of("#ffffff")))).isCloseTo(onWhite, within(0.05));
	}

	@Test
	void theGroundsAreThoseOfTheStyleSheet() throws IOException {
		var sheet = Files.readString(Path.of("src/main/resources/static/afterword.css"));
		var names = List.of("paper", "well", "field");
		IntStream.range(0, names.size())
			.forEach((at) -> assertThat(sheet).contains(
					"--" + names.get(at) + ": light-dark(" + Colour.LIGHT.get(at) + ", " + Colour.DARK.get(at) + ")"));
		assertThat(sheet).contains("--accent: light-dark(" + Site.USUAL_LIGHT + ", " + Site.USUAL_DARK + ")");
	}

	/** So that there have to be two accents. */
	@Test
	void noGreyIsReadOnBothPapers() {
		assertThat(IntStream.range(0, 256).mapToObj((part) -> new Colour(part << 16 | part << 8 | part)).toList())
			.noneMatch((grey) -> grey.on(Colour.LIGHT) >= Colour.READABLE && grey.on(Colour.DARK) >= Colour.READABLE);
	}

}
