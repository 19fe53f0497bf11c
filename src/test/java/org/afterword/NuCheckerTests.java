package org.afterword;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NuCheckerTests {

	@Test
	void aValidPagePasses() {
		NuChecker.assertValidHtml("<!doctype html><html lang=en><title>Seeds</title><p>Sown.</p></html>");
	}

	@Test
	void aBrokenPageIsNamed() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> NuChecker
				.assertValidHtml("<!doctype html><html lang=en><title>Seeds</title><p><img src=seed.png></p></html>"))
			.withMessageContaining("alt");
	}

}
