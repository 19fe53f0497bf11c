package org.afterword.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class FirstVisitTests {

	private static final int MOST = 18 * 1024;

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Test
	void theFullestPageOfTheSampleWeighsAtMostEighteenKilobytes() throws IOException {
		this.story.tell("water-committees");
		var topics = List.of("introduce-yourself", "clean-cookstoves", "seed-banks", "mini-grids");
		topics.forEach(this.story::also);
		var addresses = new ArrayList<>(List.of("/", "/questions"));
		for (var topic : topics) {
			addresses.add("/topics/" + topic);
		}
		addresses.addAll(List.of("/topics/seed-banks?page=2", "/topics/seed-banks/questions",
				"/topics/seed-banks/resources", "/topics/water-committees", "/topics/water-committees/questions"));
		for (var page = 2; page <= 8; page++) {
			addresses.add("/topics/water-committees?page=" + page);
		}
		var style = gzip(getClass().getResourceAsStream("/static/afterword.css").readAllBytes());
		var weights = new TreeMap<Integer, String>();
		for (var address : addresses) {
			var page = this.browser.open(address);
			assertThat(page.status()).as(address).isEqualTo(200);
			weights.put(style + gzip(page.html().getBytes(StandardCharsets.UTF_8)), address);
		}
		assertThat(weights.lastKey()).as("bytes of style and " + weights.lastEntry().getValue())
			.isLessThanOrEqualTo(MOST);
	}

	private static int gzip(byte[] bytes) throws IOException {
		var out = new ByteArrayOutputStream();
		try (var zip = new GZIPOutputStream(out)) {
			zip.write(bytes);
		}
		return out.size();
	}

}
