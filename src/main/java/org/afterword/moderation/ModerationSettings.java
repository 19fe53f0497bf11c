package org.afterword.moderation;

import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists of reasons, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class ModerationSettings {

	@Bean
	Setting reasonsForHiding(Reasons reasons) {
		return reasons.setting(Purpose.HIDING);
	}

	@Bean
	Setting reasonsForShowingAgain(Reasons reasons) {
		return reasons.setting(Purpose.SHOWING_AGAIN);
	}

	@Bean
	Setting reasonsForFlagging(Reasons reasons) {
		return reasons.setting(Purpose.FLAGGING);
	}

	@Bean
	Setting reasonsForSendingBack(Reasons reasons) {
		return reasons.setting(Purpose.SENDING_BACK);
	}

	@Bean
	Setting reasonsForSuspending(Reasons reasons) {
		return reasons.setting(Purpose.SUSPENDING);
	}

}
