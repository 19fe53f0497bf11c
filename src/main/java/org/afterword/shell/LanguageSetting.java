package org.afterword.shell;

import java.util.Locale;

import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;
import org.afterword.site.Site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language of the site, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class LanguageSetting {

	@Bean
	Setting siteLanguage(Languages languages) {
		var tags = languages.all().stream().map(Locale::toLanguageTag).toList();
		return Setting.of(Site.LANGUAGE, Part.COMMUNITY, new Kind.Choice(tags), tags.getFirst());
	}

}
