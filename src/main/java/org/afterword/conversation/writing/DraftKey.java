package org.afterword.conversation.writing;

import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;

/** Where one member writes: in each place they have one newest draft. */
record DraftKey(TopicId topic, Viewer author, Place place) {

}
