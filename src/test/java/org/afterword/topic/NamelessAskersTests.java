package org.afterword.topic;

import java.sql.Connection;

import javax.sql.DataSource;

import org.afterword.AfterwordTest;
import org.afterword.demo.SeedBanksWebinar;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What was imported before "Anonymous" was known to be nobody. */
@AfterwordTest
class NamelessAskersTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Topics topics;

	@Autowired
	DataSource database;

	@Autowired
	JdbcClient sql;

	@Test
	void questionsOfNobodyLoseTheirAskerAndOthersKeepTheirs() throws Exception {
		var topic = this.story.tell();
		var guest = this.topics.placeholder(topic, "Guest 7");
		var other = this.topics.placeholder(topic, "Guadalupe");
		this.sql.sql("update question set asker_placeholder_id = ? where number = '7'").param(guest.value()).update();
		this.sql.sql("update question set asker_placeholder_id = ? where number = '8'").param(other.value()).update();
		new V101__NamelessAskers().migrate(new Context() {
			@Override
			public Configuration getConfiguration() {
				throw new UnsupportedOperationException();
			}

			@Override
			public Connection getConnection() {
				return DataSourceUtils.getConnection(NamelessAskersTests.this.database);
			}
		});
		assertThat(count("question where number = '7' and asker_placeholder_id is null")).isOne();
		assertThat(count("question where number = '8' and asker_placeholder_id is not null")).isOne();
		assertThat(count("placeholder where label like 'Gu%'")).isOne();
	}

	private int count(String from) {
		return this.sql.sql("select count(*) from " + from).query(Integer.class).single();
	}

}
