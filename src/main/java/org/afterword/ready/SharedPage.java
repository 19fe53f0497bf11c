package org.afterword.ready;

import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * A page, given to its view as {@code page}, that is the same for all strangers of one
 * language: it may be kept for them. It must show nothing but what the database holds, as
 * a stranger may see it.
 */
public interface SharedPage {

	/**
	 * The topic of which it shows something, beside the names and settings that all pages
	 * show; null where it shows something of several.
	 */
	@Nullable TopicId sharedTopic();

}
