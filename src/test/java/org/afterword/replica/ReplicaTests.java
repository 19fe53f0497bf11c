package org.afterword.replica;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read where, on a primary and its streaming replica. */
@Execution(ExecutionMode.SAME_THREAD)
class ReplicaTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static @TempDir Path folder;

	private static TwoServers servers;

	private static HikariDataSource pool;

	private Replica replica;

	private JdbcTransactionManager transactions;

	private JdbcClient sql;

	private Written written;

	private ReplicaReads reads;

	@BeforeAll
	static void start() throws Exception {
		servers = TwoServers.start(folder);
		pool = pool(servers.primary());
		JdbcClient.create(pool).sql("create table post (words text)").update();
	}

	@AfterAll
	static void stop() throws Exception {
		pool.close();
		servers.close();
	}

	@BeforeEach
	void open() {
		JdbcClient.create(pool).sql("delete from post").update();
		open(Duration.ofMinutes(10));
	}

	@AfterEach
	void close() throws Exception {
		RequestContextHolder.resetRequestAttributes();
		this.replica.close();
		servers.resumeReplay();
	}

	@Test
	void aPageIsReadFromTheReplica() {
		assertThat((boolean) inRequest("GET", this::isReadFromReplica)).isTrue();
		assertThat(inRequest("HEAD", this::isReadFromReplica)).isTrue();
	}

	@Test
	void formsJobsAndWhatComesBeforeTheHandlerReadFromThePrimary() {
		assertThat(inRequest("POST", this::isReadFromReplica)).isFalse();
		assertThat(isReadFromReplica()).as("a job").isFalse();
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest("GET", "/")));
		assertThat(isReadFromReplica()).as("a filter").isFalse();
	}

	@Test
	void aTransactionThatWritesIsOnThePrimaryInAPageToo() {
		Callable<Boolean> writing = () -> new TransactionTemplate(this.transactions).execute((now) -> isOnReplica());
		assertThat((boolean) inRequest("GET", writing)).isFalse();
		assertThat((boolean) inRequest("GET", this::isOnReplica)).isFalse();
	}

	@Test
	void whatIsReadOnlyIsSoOnThePrimaryToo() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(
				() -> inRequest("POST", () -> readOnly(() -> this.sql.sql("insert into post values ('no')").update())))
			.withMessageContaining("read-only");
		assertThat(this.sql.sql("insert into post values ('yes')").update()).isOne();
	}

	@Test
	void whoeverWroteReadsItFromThePrimaryUntilTheReplicaHasIt() throws Exception {
		servers.pauseReplay();
		var cookie = post("Reed beds");
		assertThat(cookie).isNotNull();
		assertThat(cookie.getMaxAge()).isGreaterThan((int) Duration.ofMinutes(10).toSeconds());
		assertThat(cookie.isHttpOnly()).isTrue();
		this.replica.check();
		assertThat(inRequest("GET", this::posts)).as("a stranger").isEqualTo(0);
		assertThat(inRequest("GET", this::posts, cookie)).as("its author").isEqualTo(1);
		servers.resumeReplay();
		until(() -> {
			this.replica.check();
			return inRequest("GET", this::isReadFromReplica, cookie);
		});
		assertThat(inRequest("GET", this::posts, cookie)).isEqualTo(1);
	}

	@Test
	void whatAPageWritesItReads() throws Exception {
		servers.pauseReplay();
		assertThat(inRequest("GET", () -> {
			write("A read marker", "org.afterword.Markers.move");
			return posts();
		})).isEqualTo(1);
	}

	@Test
	void aVisitThatTheSessionNotesIsNoAct() throws Exception {
		assertThat(inRequest("GET", () -> {
			write("last seen", null);
			return isReadFromReplica();
		})).isTrue();
	}

	@Test
	void aCookieThatSaysNothingKeepsItsOwnerOnThePrimary() {
		assertThat((boolean) inRequest("GET", this::isReadFromReplica, new Cookie("written", "unknown"))).isFalse();
		assertThat((boolean) inRequest("GET", this::isReadFromReplica, new Cookie("written", "0"))).isTrue();
	}

	@Test
	void whatIsKeptIsReadFromThePrimary() {
		assertThat(inRequest("GET", () -> {
			ReadFromPrimary.in(request());
			return isReadFromReplica();
		})).isFalse();
	}

	@Test
	void oneThatLagsIsLeftOut() throws Exception {
		open(Duration.ofMillis(300));
		servers.pauseReplay();
		this.sql.sql("insert into post values ('late')").update();
		until(() -> {
			this.replica.check();
			return !this.replica.isUsable();
		});
		assertThat(inRequest("GET", this::posts)).isEqualTo(1);
		assertThat(health().getStatus().getCode()).isEqualTo("LEFT_OUT");
		servers.resumeReplay();
		until(() -> {
			this.replica.check();
			return this.replica.isUsable() && inRequest("GET", this::isReadFromReplica);
		});
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void oneOfWhichNothingIsHeardIsLeftOut() throws Exception {
		open(Duration.ofMillis(300));
		Thread.sleep(400);
		assertThat((boolean) inRequest("GET", this::isReadFromReplica)).isFalse();
	}

	@Test
	void oneThatIsBehindWhenTheForumStartsIsNotReadBeforeItHasAll() throws Exception {
		servers.pauseReplay();
		this.sql.sql("insert into post values ('before the start')").update();
		this.replica.close();
		this.replica = new Replica(pool, pool(servers.standby()), PATIENCE, PATIENCE);
		this.replica.check();
		assertThat(this.replica.isUsable()).isFalse();
		servers.resumeReplay();
		until(() -> {
			this.replica.check();
			return this.replica.isUsable();
		});
	}

	@Test
	void aServerOfItsOwnIsNoReplica() {
		this.replica.close();
		this.replica = new Replica(pool, pool(servers.primary()), PATIENCE, PATIENCE);
		this.replica.check();
		assertThat(this.replica.isUsable()).isFalse();
		assertThat(health().getDetails()).containsEntry("problem", "it is no standby");
	}

	@Test
	void oneThatDiesIsLeftOutWithinTheRequestAndComesBack() throws Exception {
		assertThat((boolean) inRequest("GET", this::isReadFromReplica)).isTrue();
		servers.killStandby();
		assertThat(inRequest("GET", () -> again(this::posts))).isEqualTo(0);
		assertThat((boolean) inRequest("GET", this::isReadFromReplica)).isFalse();
		assertThat(health().getDetails()).containsKey("problem");
		servers.startStandby();
		until(() -> {
			this.replica.check();
			return inRequest("GET", this::isReadFromReplica);
		});
	}

	@Test
	void oneThatDiesWhileItIsReadIsReadAgainFromThePrimary() throws Exception {
		this.sql.sql("insert into post values ('here')").update();
		var killed = new AtomicBoolean();
		Callable<Integer> page = () -> readOnly(() -> {
			if (killed.compareAndSet(false, true)) {
				assertThat(isOnReplica()).isTrue();
				servers.killStandby();
			}
			return count();
		});
		assertThat((int) inRequest("GET", () -> again(page))).isEqualTo(1);
		servers.startStandby();
	}

	@Test
	void whatTheReplicaDoesNotHaveYetIsSoughtOnThePrimary() throws Exception {
		servers.pauseReplay();
		this.sql.sql("insert into post values ('told by telephone')").update();
		Callable<Integer> page = () -> readOnly(() -> {
			if (count() == 0) {
				throw new NotFound("post");
			}
			return count();
		});
		assertThat(inRequest("GET", () -> again(page))).isEqualTo(1);
	}

	@Test
	void theHeaderOfThePageThatFollowsIsNotWaitedFor() {
		assertThat(Replica.behindHeader(8192 * 3 + 24)).isEqualTo(8192 * 3);
		assertThat(Replica.behindHeader(8192 * 3 + 40)).isEqualTo(8192 * 3);
		assertThat(Replica.behindHeader(8192 * 3 + 32)).isEqualTo(8192 * 3 + 32);
	}

	private void open(Duration maxLag) {
		if (this.replica != null) {
			this.replica.close();
		}
		this.replica = new Replica(pool, pool(servers.standby()), maxLag, Duration.ofMinutes(1));
		this.written = new Written(this.replica);
		this.reads = new ReplicaReads(this.replica);
		var database = ReplicaConfiguration.both(pool, this.replica);
		this.transactions = new JdbcTransactionManager(database);
		this.transactions.addListener(this.written);
		this.sql = JdbcClient.create(database);
		until(() -> {
			this.replica.check();
			return this.replica.isUsable();
		});
	}

	/** As a form that is sent would: what the browser is told with the answer. */
	private @Nullable Cookie post(String words) throws Exception {
		var request = new MockHttpServletRequest("POST", "/");
		var response = new MockHttpServletResponse();
		FilterChain form = (asked, answer) -> {
			RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
			write(words, "org.afterword.conversation.Publishing.submit");
			((HttpServletResponse) answer).sendRedirect("/topics/reeds");
			RequestContextHolder.resetRequestAttributes();
		};
		this.written.doFilter(request, response, form);
		return response.getCookie("written");
	}

	private void write(String words, @Nullable String name) {
		var writing = new DefaultTransactionDefinition();
		writing.setName(name);
		new TransactionTemplate(this.transactions, writing)
			.executeWithoutResult((now) -> this.sql.sql("insert into post values (?)").param(words).update());
	}

	private <T> T inRequest(String method, Callable<T> work, Cookie... cookies) {
		var request = new MockHttpServletRequest(method, "/");
		request.setCookies(cookies);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		try {
			this.reads.preHandle(request, new MockHttpServletResponse(), this);
			return work.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
	}

	private static ServletRequest request() {
		return Objects.requireNonNull(ReplicaReads.current());
	}

	/** Through the interceptor that surrounds read-only transactions. */
	private <T> T again(Callable<T> work) throws Exception {
		var beans = new StaticListableBeanFactory();
		beans.addBean("replica", this.replica);
		var proxy = new ProxyFactory(Callable.class, new ReadAgainFromPrimary(beans.getBeanProvider(Replica.class)));
		proxy.setTarget(work);
		@SuppressWarnings("unchecked")
		var around = (Callable<T>) proxy.getProxy();
		return around.call();
	}

	private <T> T readOnly(Callable<T> work) {
		var reading = new DefaultTransactionDefinition();
		reading.setReadOnly(true);
		reading.setName("org.afterword.reading.Page.read");
		return new TransactionTemplate(this.transactions, reading).execute((now) -> {
			try {
				return work.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	private boolean isReadFromReplica() {
		return readOnly(this::isOnReplica);
	}

	private boolean isOnReplica() {
		return this.sql.sql("select pg_is_in_recovery()").query(Boolean.class).single();
	}

	private int posts() {
		return readOnly(this::count);
	}

	private int count() {
		return this.sql.sql("select count(*) from post").query(Integer.class).single();
	}

	private Health health() {
		return Objects.requireNonNull(new ReplicaHealth(this.replica).health());
	}

	private static HikariDataSource pool(String url) {
		var made = new HikariDataSource();
		made.setJdbcUrl(url);
		made.setMaximumPoolSize(4);
		made.setConnectionTimeout(1_000);
		made.setInitializationFailTimeout(-1);
		return made;
	}

	private static void until(BooleanSupplier condition) {
		var since = System.nanoTime();
		while (!condition.getAsBoolean()) {
			assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PATIENCE);
			try {
				Thread.sleep(20);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

}
