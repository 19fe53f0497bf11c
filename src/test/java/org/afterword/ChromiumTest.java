package org.afterword;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.test.context.TestPropertySource;

/**
 * A test in a real browser, which asks for a {@link Visitor} as a parameter. Its changes
 * are committed, and every table is emptied before and after each test. Skipped where no
 * Chromium is found, unless it is required: where {@code CI} is {@code true}, or with
 * {@code -Dafterword.browser=required}.
 * <p>
 * These tests have an application and a database of their own, and run one after the
 * other beside all that need no browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Tag("browser")
@ExtendWith(Chromium.class)
@CommittingTest
@TestPropertySource(properties = "spring.datasource.hikari.pool-name=walks")
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("Chromium")
@Order(1)
public @interface ChromiumTest {

}
