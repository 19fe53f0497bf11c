package org.afterword;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.afterword.account.LocalPasskeys;
import org.afterword.demo.StoryTime;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * The application that tests share, on a real port: one for those in a browser, one for
 * all others, so that both kinds run at once. Tests use {@link AfterwordTest},
 * {@link CommittingTest} or {@link ChromiumTest}, and add no properties or beans of their
 * own: that would start another application.
 */
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = { TestDatabase.class, TestMailServer.class, TestProvider.class })
@TestPropertySource(
		properties = { "server.address=127.0.0.1", "management.server.port=0", "spring.main.banner-mode=off",
				"jobs.enabled=false", "afterword.ready-pages.enabled=false", "afterword.kept-posts=0MB" })
@Import({ Browser.class, Statements.class, StoryTime.class, LocalPasskeys.class, AfterCommit.class, Arrived.class })
@ExtendWith(NothingTriedYet.class)
@interface RunningForum {

}
