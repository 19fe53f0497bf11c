package org.afterword;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.transaction.annotation.Transactional;

/**
 * A test of the running forum. Each test is a transaction that is rolled back; requests
 * of {@link Browser} are part of it.
 *
 * @see CommittingTest
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@RunningForum
@Transactional
public @interface AfterwordTest {

}
