package org.afterword.shell;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * A PostgreSQL of our own, where no {@code spring.datasource.url} names another one. Pool
 * and migrations are Spring Boot’s in both cases.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoOtherNamed.class)
class EmbeddedDatabase {

	@Bean
	PostgresServer postgresServer(Location location) {
		return PostgresServer.start(location.dataDirectory());
	}

	@Bean
	Connection embeddedConnection(PostgresServer server, Location location) {
		return new Connection(server.url(), PostgresServer.data(location.dataDirectory()));
	}

	/**
	 * How to connect to our own PostgreSQL.
	 *
	 * @param data the folder of its data
	 */
	record Connection(String url, Path data) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return PostgresServer.USER;
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

	/**
	 * Where the forum keeps what must survive a restart.
	 *
	 * @param dataDirectory is made where it is missing
	 */
	@ConfigurationProperties("afterword")
	record Location(@DefaultValue("var") Path dataDirectory) {

	}

	static class NoOtherNamed extends SpringBootCondition {

		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			var named = StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
			return new ConditionOutcome(!named,
					ConditionMessage.of(named ? "a database is named" : "no database is named"));
		}

	}

}
