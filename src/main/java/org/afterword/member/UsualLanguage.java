package org.afterword.member;

import java.util.Locale;

/** The language of e-mails to people who have chosen none. */
@FunctionalInterface
public interface UsualLanguage {

	/** As it is set now. */
	Locale usualLanguage();

}
