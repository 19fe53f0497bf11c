package org.afterword.shell;

import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * A form that was sent is answered with 303: what follows is to be read, not sent again.
 */
@Configuration(proxyBeanMethods = false)
class SeeOther {

	SeeOther(ThymeleafViewResolver views) {
		views.setRedirectHttp10Compatible(false);
	}

}
