package org.afterword.account.joining;

import java.util.Arrays;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people join, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class JoiningSettings {

	@Bean
	Setting joiningWay() {
		return Setting.of(Joining.SETTING, Part.JOINING,
				new Kind.Choice(Arrays.stream(Joining.Way.values()).map(Joining.Way::word).toList()),
				Joining.Way.OPEN.word());
	}

}
