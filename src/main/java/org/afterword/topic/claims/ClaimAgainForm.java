package org.afterword.topic.claims;

import org.afterword.kernel.text.Blank;

/**
 * Why a member says again that they are somebody.
 *
 * @param words needed once staff have said that they are not
 */
record ClaimAgainForm(String words) {

	ClaimAgainForm {
		words = Blank.stripped(words);
	}

}
