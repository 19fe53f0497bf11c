package org.afterword.reading;

import org.afterword.AfterwordTest;
import org.afterword.Browser;
import org.afterword.member.Role;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk of a forum in which nothing was asked yet. */
@AfterwordTest
class EmptyDeskPageTests {

	@Autowired
	Browser browser;

	@Autowired
	JdbcClient sql;

	@Test
	void whereThereIsNoTopicTheDeskLeadsToTheFirstWebinar() {
		var forum = new Forum(this.sql);
		var zed = forum.member("zed", Role.FACILITATOR);
		assertThat(this.browser.as(zed).open("/desk").text("main a[href=/topics/new]"))
			.isEqualTo("Create the first topic");
		forum.topic("other", "OPEN", zed);
		assertThat(this.browser.as(zed).open("/desk").has("main a[href=/topics/new]")).isFalse();
	}

}
