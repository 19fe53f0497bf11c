package org.afterword.demo;

import org.afterword.member.Roles;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.server.context.WebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/** The sample of a forum that just starts. */
class DemoTests {

	private final SampleCommunity community = mock();

	private final Roles roles = mock();

	private final Demo demo = new Demo();

	@Test
	void theFirstPageIsNeverAnEmptyForum() {
		var samples = this.demo.sampleWebinars(this.community, this.roles);
		assertThat(samples.isAutoStartup()).isTrue();
		assertThat(samples.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
		samples.start();
		verify(this.community).join(any(), any());
	}

	@Test
	void aForumThatSomebodyRunsIsLeftAsItIs() {
		when(this.roles.hasAdministrator()).thenReturn(true);
		this.demo.sampleWebinars(this.community, this.roles).start();
		verify(this.community, never()).join(any(), any());
	}

}
