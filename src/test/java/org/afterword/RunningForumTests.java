package org.afterword;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@AfterwordTest
class RunningForumTests {

	@Autowired
	DataSource source;

	@Autowired
	HealthEndpoint health;

	@Test
	void itIsHealthy() {
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void everyStatementIsHeard() throws Exception {
		var sql = JdbcClient.create(this.source);
		assertThat(Statements.during(() -> sql.sql("select 1").query(Integer.class).single()))
			.containsExactly("select 1");
		assertThat(
				Statements.onSessions(() -> sql.sql("select count(*) from spring_session").query(Long.class).single()))
			.hasSize(1);
	}

}
