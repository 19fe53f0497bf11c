package org.afterword.account.joining;

import java.util.Arrays;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;
import org.afterword.site.Site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may join, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class JoiningSettings {

	@Bean
	Setting joinPolicy() {
		return Setting.of(Site.JOINING, Part.JOINING,
				new Kind.Choice(Arrays.stream(JoinPolicy.values()).map(JoinPolicy::word).toList()),
				JoinPolicy.OPEN.word());
	}

}
