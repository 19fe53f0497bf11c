package org.afterword.conversation.trust;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The numbers by which posts are held, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class HoldingSettings {

	@Bean
	Setting heldPostsSetting() {
		return setting(HoldingRule.POSTS);
	}

	@Bean
	Setting heldLinksSetting() {
		return setting(HoldingRule.LINKS);
	}

	@Bean
	Setting heldDaysSetting() {
		return setting(HoldingRule.DAYS);
	}

	private static Setting setting(HoldingRule rule) {
		return Setting.of(rule.setting(), Part.POSTS, new Kind.Count(0, 999), Integer.toString(rule.usual()));
	}

}
