package org.afterword.conversation.writing;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.paste.PastedHtml;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class PastePageTests {

	private static final String SEEDS = "/topics/seed-banks";

	private static final String PAGE = "<h2>Jars</h2><p>See <a href=\"/dry\">drying</a>.</p>";

	@Autowired
	Browser browser;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	JdbcClient sql;

	@Test
	void whatWasPastedStandsBehindWhatWasTypedAndNothingIsPosted() {
		this.story.tell();
		var posts = posts();
		var page = this.browser.as(this.story.zofia())
			.send(SEEDS + "/replies", "body", "As they write:", "questions", "5", "questions", "8", "to", "3", "html",
					PAGE, "base", "https://jars.example.org/a/", "paste", "on");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.value("body").strip())
			.isEqualTo("As they write:\n\n## Jars\n\nSee [drying](https://jars.example.org/dry).");
		assertThat(page.all("[name=questions][checked]").eachAttr("value")).containsExactly("5", "8");
		assertThat(page.value("to")).isEqualTo("3");
		assertThat(page.value("html").strip()).isEmpty();
		assertThat(posts()).isEqualTo(posts);
	}

	@Test
	void aPasteThatCannotBeReadStaysInItsBox() {
		this.story.tell();
		var zofia = this.browser.as(this.story.zofia());
		var page = zofia.send(SEEDS + "/replies", "body", "As they write:", "html", "<script>x()</script>", "base", "q",
				"paste", "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text(".grave")).contains("Nothing could be read");
		assertThat(page.value("body").strip()).isEqualTo("As they write:");
		assertThat(page.value("html").strip()).isEqualTo("<script>x()</script>");
		assertThat(page.value("base")).isEqualTo("q");
		assertThat(page.has("details[open] [name=html]")).isTrue();
		var large = "x".repeat(PastedHtml.LONGEST + 1);
		assertThat(zofia.send(SEEDS + "/replies", "body", "", "html", large, "paste", "on").text(".grave"))
			.contains("5,242,880");
		assertThat(zofia.sendOnly("/pastes", "html", large).status()).isEqualTo(413);
	}

	@Test
	void anEditTakesAPasteToo() {
		this.story.tell();
		var page = this.browser.as(this.story.noor())
			.send(SEEDS + "/posts/5/edit", "body", "My words.", "revision", "1", "html", "<b>More</b> of it", "paste",
					"on");
		assertThat(page.value("body").strip()).isEqualTo("My words.\n\n**More** of it");
		assertThat(page.value("revision")).isEqualTo("1");
		assertThat(this.browser.open(SEEDS + "?post=5").text("#p5 .prose")).doesNotContain("My words");
	}

	@Test
	void aScriptIsAnsweredInMarkdownOrInPlainWords() {
		this.story.tell();
		var zofia = this.browser.as(this.story.zofia());
		var markdown = zofia.sendOnly("/pastes", "html", PAGE, "base", "https://jars.example.org/");
		assertThat(markdown.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
		assertThat(markdown.html()).isEqualTo("## Jars\n\nSee [drying](https://jars.example.org/dry).");
		assertThat(zofia.sendOnly("/pastes", "html", PAGE, "base", "https://jars.example.org/", "as", "text").html())
			.isEqualTo("Jars\n\nSee drying (https://jars.example.org/dry).");
	}

	@Test
	void aPasteThatWouldGrowWithoutEndIsRefusedAndKept() {
		this.story.tell();
		var zofia = this.browser.as(this.story.zofia());
		var many = "<p>a".repeat(60_001);
		var page = zofia.send(SEEDS + "/replies", "body", "As they write:", "html", many, "paste", "on");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text(".grave")).contains("more than 60,000 HTML tags");
		assertThat(page.value("body").strip()).isEqualTo("As they write:");
		assertThat(page.value("html").strip()).isEqualTo(many);
		assertThat(zofia.sendOnly("/pastes", "html", many).status()).isEqualTo(422);
		var deep = ("<p><tr>;<code>".repeat(260) + "<div>".repeat(260)).repeat(2);
		var edit = this.browser.as(this.story.noor())
			.send(SEEDS + "/posts/5/edit", "body", "My words.", "revision", "1", "html", deep, "paste", "on");
		assertThat(edit.status()).isEqualTo(422);
		assertThat(edit.text(".grave")).contains("could not be read");
		assertThat(edit.value("body").strip()).isEqualTo("My words.");
		assertThat(edit.value("html").strip()).isEqualTo(deep);
	}

	private int posts() {
		return this.sql.sql("select count(*) from post").query(Integer.class).single();
	}

}
