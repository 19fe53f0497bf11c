package org.afterword.reading.questionpage;

import java.util.List;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.reading.RegisterEntry;

/** A topic has no question of this number; the answer lists those that it has. */
class NoSuchQuestion extends NotFound {

	private final transient Slug topic;

	private final transient List<RegisterEntry> others;

	NoSuchQuestion(Slug topic, List<RegisterEntry> others) {
		super("question of " + topic);
		this.topic = topic;
		this.others = others;
	}

	Slug topic() {
		return this.topic;
	}

	List<RegisterEntry> others() {
		return this.others;
	}

}
