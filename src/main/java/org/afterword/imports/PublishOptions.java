package org.afterword.imports;

/**
 * What a facilitator decides by ticking boxes below the preview.
 *
 * @param askForSources whether sources that are announced without a link get an empty
 * place among the resources
 * @param publishAddresses whether e-mail addresses may be published
 * @param publishAgain whether a list may be published a second time
 */
record PublishOptions(boolean askForSources, boolean publishAddresses, boolean publishAgain) {

	static final PublishOptions DEFAULT = new PublishOptions(true, false, false);

}
