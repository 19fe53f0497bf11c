package org.afterword.topic;

/**
 * Why a member says again that they are somebody.
 *
 * @param words needed once staff have said that they are not
 */
record ClaimAgainForm(String words) {

	ClaimAgainForm {
		words = (words != null) ? words.strip() : "";
	}

}
