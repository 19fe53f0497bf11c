package org.afterword.replica;

import java.lang.reflect.Method;
import java.sql.Connection;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The replica, where one is named. Without it all stays as Spring Boot makes it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.replica.url")
class ReplicaConfiguration {

	/** Answers well within the time that somebody waits for a page. */
	private static final int CONNECTION_TIMEOUT = 1_000;

	@Bean
	Replica replica(@Lazy DataSource database, ReplicaProperties properties, JdbcConnectionDetails primary) {
		return new Replica(database, pool(properties, primary), properties.maxLag(), properties.checkEvery());
	}

	/** Spring Boot’s pool becomes the primary of a source that knows both. */
	@Bean
	static BeanPostProcessor readOnlyTransactionsOnReplica(ObjectProvider<Replica> replica) {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource primary && name.equals("dataSource"))
						? both(primary, replica.getObject()) : bean;
			}

		};
	}

	@Bean
	@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
	static Advisor readAgainFromPrimary(ObjectProvider<Replica> replica) {
		var transactions = new AnnotationTransactionAttributeSource();
		var readOnly = new StaticMethodMatcherPointcut() {

			@Override
			public boolean matches(Method method, Class<?> type) {
				var attribute = transactions.getTransactionAttribute(method, type);
				return attribute != null && attribute.isReadOnly();
			}

		};
		var advisor = new DefaultPointcutAdvisor(readOnly, new ReadAgainFromPrimary(replica));
		// Around the transaction.
		advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return advisor;
	}

	@Bean
	Written written(Replica replica) {
		return new Written(replica);
	}

	@Bean
	ReplicaHealth replicaHealthIndicator(Replica replica) {
		return new ReplicaHealth(replica);
	}

	@Bean
	WebMvcConfigurer replicaReads(Replica replica) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry interceptors) {
				interceptors.addInterceptor(new ReplicaReads(replica)).order(Ordered.HIGHEST_PRECEDENCE);
			}

		};
	}

	static DataSource both(DataSource primary, Replica replica) {
		var both = new LazyConnectionDataSourceProxy();
		both.setTargetDataSource(primary);
		both.setReadOnlyDataSource(new ReadOnlyConnections(primary, replica));
		both.setDefaultAutoCommit(true);
		both.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
		return both;
	}

	private static HikariDataSource pool(ReplicaProperties properties, JdbcConnectionDetails primary) {
		var pool = new HikariDataSource();
		pool.setPoolName("replica");
		pool.setJdbcUrl(properties.url());
		if (StringUtils.hasText(properties.username())) {
			pool.setUsername(properties.username());
			pool.setPassword(properties.password());
		}
		else {
			pool.setUsername(primary.getUsername());
			pool.setPassword(primary.getPassword());
		}
		pool.setMaximumPoolSize(properties.maximumPoolSize());
		pool.setReadOnly(true);
		pool.setConnectionTimeout(CONNECTION_TIMEOUT);
		pool.setValidationTimeout(CONNECTION_TIMEOUT / 2);
		// It may be away when the forum starts, and fall silent at any time.
		pool.setInitializationFailTimeout(-1);
		pool.addDataSourceProperty("connectTimeout", "2");
		pool.addDataSourceProperty("socketTimeout", "10");
		pool.addDataSourceProperty("ApplicationName", "Afterword (replica)");
		return pool;
	}

}
