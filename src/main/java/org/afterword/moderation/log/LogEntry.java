package org.afterword.moderation.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.afterword.kernel.Slug;
import org.afterword.member.Act;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.undo.LoggedAct;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log, with the names that its ids have today.
 *
 * @param name how the thing is called: "31", "5", a name; null where it has none
 * @param address of the thing; null where it has none
 * @param slug of the topic that it belongs to; null where it belongs to none
 * @param title of that topic
 * @param undoes the entry that it undid; null for all others
 * @param undone the entry that undid it; null while it stands
 * @param undoable whether its act can be undone at all
 */
public record LogEntry(LoggedAct logged, PersonView actor, @Nullable String name, @Nullable String address,
		@Nullable Slug slug, @Nullable String title, @Nullable Long undoes, @Nullable Long undone, boolean undoable) {

	/** A detail that changed; before and after are empty where there was none. */
	public record Change(String what, String before, String after) {
	}

	public long id() {
		return this.logged.id();
	}

	public Instant at() {
		return this.logged.at();
	}

	public Act act() {
		return this.logged.act();
	}

	public Subject subject() {
		return this.logged.subject();
	}

	public long subjectId() {
		return this.logged.subjectId();
	}

	public @Nullable TopicId topic() {
		var topic = this.logged.done().topicId();
		return (topic != null) ? new TopicId(topic) : null;
	}

	public Map<String, String> before() {
		return this.logged.done().before();
	}

	public Map<String, String> after() {
		return this.logged.done().after();
	}

	public @Nullable String reason() {
		return this.logged.done().reason();
	}

	/** Whether its act can be undone, and still stands. */
	public boolean isOpen() {
		return this.undone == null && this.undoes == null && this.undoable;
	}

	/** What changed, in alphabetical order. */
	public List<Change> changes() {
		var names = new TreeSet<>(before().keySet());
		names.addAll(after().keySet());
		return names.stream()
			.map((name) -> new Change(name, before().getOrDefault(name, ""), after().getOrDefault(name, "")))
			.toList();
	}

}
