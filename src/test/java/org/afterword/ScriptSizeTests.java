package org.afterword;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/** Script is a garnish: small, after the text, and only for those who write. */
@AfterwordTest
class ScriptSizeTests {

	private static final int LARGEST_MODULE = 3 * 1024;

	private static final int LARGEST_PAGE = 12 * 1024;

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Test
	void eachModuleIsSmallAndSaysWhatHappensWithoutIt() throws IOException {
		var modules = new PathMatchingResourcePatternResolver().getResources("classpath:static/*.js");
		assertThat(modules).hasSizeGreaterThan(3);
		for (var module : modules) {
			assertThat(module.contentLength()).as(module.getFilename()).isLessThan(LARGEST_MODULE);
			assertThat(module.getContentAsString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow())
				.startsWith("// ")
				.contains("Without it");
		}
	}

	@Test
	void aTopicLoadsLittleScriptAfterItsText() throws IOException {
		this.story.tell();
		var page = this.browser.as(this.story.noor()).open("/topics/seed-banks");
		var weight = 0;
		for (var script : page.all("script")) {
			assertThat(script.attr("type")).isEqualTo("module");
			assertThat(script.parents().select(".composer")).isNotEmpty();
			weight += gzip(this.browser.openOnly(script.attr("src")).html());
		}
		assertThat(weight).isPositive().isLessThanOrEqualTo(LARGEST_PAGE);
		assertThat(page.html().indexOf("<script")).isGreaterThan(page.html().lastIndexOf("<article"));
	}

	@Test
	void whoDoesNotWriteLoadsNone() {
		this.story.tell();
		this.story.also("clean-cookstoves");
		assertThat(this.browser.open("/topics/seed-banks").all("script")).isEmpty();
		assertThat(this.browser.open("/topics/seed-banks/questions/5").all("script")).isEmpty();
		assertThat(this.browser.as(this.story.noor()).open("/topics/clean-cookstoves").all("script")).isEmpty();
	}

	private static int gzip(String text) throws IOException {
		assertThat(text).isNotEmpty();
		var out = new ByteArrayOutputStream();
		try (var zip = new GZIPOutputStream(out)) {
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return out.size();
	}

}
