package org.afterword.account.credentials;

import org.afterword.account.SignIns;
import org.afterword.kernel.Refused;
import org.afterword.site.Kind;
import org.afterword.site.Part;
import org.afterword.site.Setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who has to use codes, for the page of settings. */
@Configuration(proxyBeanMethods = false)
class CodesSettings {

	/** Whoever has not signed in with two factors would shut themselves out. */
	@Bean
	Setting codesOfStaff(Codes codes) {
		return Setting.of(Codes.STAFF, Part.STAFF, new Kind.Tick(), "").reading((asked, by) -> {
			if (!asked.isEmpty() && by.isAdministrator() && !codes.isStrong(SignIns.current())) {
				throw new Refused("codes.staff.yourself");
			}
			return asked;
		});
	}

}
