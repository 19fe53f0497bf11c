package org.afterword.member;

import java.util.Locale;

/** In which language people are written to who have chosen none. */
@FunctionalInterface
public interface UsualLanguage {

	/** The one that is settled now. */
	Locale usualLanguage();

}
