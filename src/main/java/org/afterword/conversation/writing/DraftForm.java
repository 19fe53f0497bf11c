package org.afterword.conversation.writing;

import java.util.List;
import java.util.Map;

/** A form with text that is kept as a draft until it is posted: a reply or an edit. */
interface DraftForm {

	String body();

	/** All its fields but the text, so that they can be shown again. */
	Map<String, List<String>> fields();

	/** The revision of the draft that it has shown, 0 for none. */
	long known();

}
