package org.afterword;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the running forum whose changes are committed, because a listener or another
 * connection must see them. Every table is emptied before and after each test.
 *
 * @see AfterwordTest
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@RunningForum
@ExtendWith(Clean.class)
public @interface CommittingTest {

}
