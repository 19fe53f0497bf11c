package org.afterword.shell;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class MistypedAddressesTests {

	@Autowired
	Browser browser;

	@Autowired
	MockMvc server;

	@Autowired
	SeedBanksWebinar story;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/topics/SEED-BANKS                        | /topics/seed-banks
			/Topics/Seed-Banks                        | /topics/seed-banks
			/topics/seed-banks/                       | /topics/seed-banks
			/topics/seed-banks.                       | /topics/seed-banks
			/topics/seed-banks,                       | /topics/seed-banks
			/topics/seed-banks).                      | /topics/seed-banks
			/topics/seed-banks>                       | /topics/seed-banks
			/topics/seed-banks”                       | /topics/seed-banks
			/topics/seed-banks。                      | /topics/seed-banks
			/topics/seed banks                        | /topics/seed-banks
			/topics/seed_banks                        | /topics/seed-banks
			/topics/Sééd-Banks                        | /topics/seed-banks
			/topics/SEED-BANKS/Questions              | /topics/seed-banks/questions
			/topics/seed-banks/questions/10A          | /topics/seed-banks/questions/10a
			/topics/seed-banks/questions/05           | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/Q5           | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/q-5          | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/question-5   | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/5.           | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/5/           | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/10(a)        | /topics/seed-banks/questions/10a
			/topics/seed-banks/questions/#5           | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/٥            | /topics/seed-banks/questions/5
			/topics/seed-banks/questions/10A/history  | /topics/seed-banks/questions/10a/history
			/topics/seed-banks/posts/07               | /topics/seed-banks/posts/7
			/topics/seed-banks/resources/             | /topics/seed-banks/resources
			/members/amara.                           | /members/amara
			/topics/NEW                               | /topics/new
			""")
	void anAddressIsReadAsItWasMeant(String typed, String meant) {
		assertThat(MistypedAddresses.meant(typed)).isEqualTo(meant);
		assertThat(MistypedAddresses.meant(meant)).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/topics/seed-banks", "/topics/new", "/topics", "//evil.example/", "/topics//x/",
			"/\\evil.example/", "/site.css", "/topics/---", "/topics/seed-banks/questions/zzz", "/...",
			"/invitations/Ab_-9" })
	void otherAddressesStayAsTheyAre(String path) {
		assertThat(MistypedAddresses.meant(path)).isEqualTo(path);
	}

	@Test
	void aReaderIsLedToThePageThatWasMeant() throws Exception {
		this.story.tell();
		var led = this.server.perform(MockMvcRequestBuilders.get("/topics/SEED-BANKS/questions/Q5?after=3"))
			.andReturn()
			.getResponse();
		assertThat(led.getStatus()).isEqualTo(301);
		assertThat(led.getHeader("Location")).isEqualTo("/topics/seed-banks/questions/5?after=3");
		assertThat(this.browser.ask(HttpMethod.HEAD, "/topics/Seed-Banks").status()).isEqualTo(301);
		assertThat(this.browser.open("/topics/Seed%2DBanks").address()).isEqualTo("/topics/seed-banks");
		assertThat(this.browser.open("/topics/seed%2Dbanks").status()).isEqualTo(200);
		assertThat(this.browser.open("/topics/NO-SUCH-TOPIC").status()).isEqualTo(404);
	}

	@Test
	void whatIsSentIsNeverLedElsewhere() {
		this.story.tell();
		assertThat(this.browser.as(this.story.amara()).send("/topics/SEED-BANKS/replies", "body", "Hello.").status())
			.isEqualTo(404);
	}

}
