package org.afterword.demo;

import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.answers.Pins;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.member.Emails;
import org.afterword.member.Members;
import org.afterword.member.Roles;
import org.afterword.question.QuestionRegister;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Fills an empty forum with the sample community, and says who can sign in. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class Demo {

	private static final String PASSWORD = "after the webinar";

	@Bean
	@Primary
	StoryClock storyClock() {
		return new StoryClock();
	}

	@Bean
	SampleCommunity sampleCommunity(Members members, Roles memberRoles, Emails emails, Topics topics, TopicRoles roles,
			Claims claims, QuestionRegister register, Publishing publishing, Visibility visibility, Answers answers,
			StatusOverrides overrides, Pins pins, StoryClock clock) {
		return new SampleCommunity(members, memberRoles, emails, topics, roles, claims, register, publishing,
				visibility, answers, overrides, pins, clock);
	}

	/** Before the port opens, so that nobody finds an empty forum. */
	@Bean
	SmartLifecycle sampleWebinars(SampleCommunity community, Roles roles) {
		return new BeforeThePortOpens(() -> {
			if (!roles.hasAdministrator()) {
				var samples = SampleWebinars.load();
				var people = community.join(samples.people(), PASSWORD);
				samples.topics().forEach((topic) -> community.tell(topic, people));
			}
		});
	}

	@Bean
	ApplicationRunner whoCanSignIn(WebServerApplicationContext server) {
		return (_) -> {
			var webServer = server.getWebServer();
			System.out.printf("""

					The forum is open: http://localhost:%d
					Sign in as ines (administrator), amara (facilitator), noor or zofia (members); the password is: %s

					""", (webServer != null) ? webServer.getPort() : 0, PASSWORD);
		};
	}

	/** Runs once in the start of the application, before its web server does. */
	private static final class BeforeThePortOpens implements SmartLifecycle {

		private final Runnable work;

		private volatile boolean running;

		BeforeThePortOpens(Runnable work) {
			this.work = work;
		}

		@Override
		public void start() {
			this.work.run();
			this.running = true;
		}

		@Override
		public void stop() {
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
		}

	}

}
