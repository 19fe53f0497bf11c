package org.afterword.moderation.log;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.afterword.kernel.Slug;
import org.afterword.member.StaffAct.Subject;
import org.afterword.topic.PersonView;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

/**
 * One staff act, with the names that its ids have today.
 *
 * @param act what was done, as the end of a message key
 * @param subject kind of the thing it was done to
 * @param name how the thing is called: "31", "5", a name; null where it has none
 * @param address where it stands; null where it stands nowhere
 * @param topic it belongs to; null where it belongs to none
 * @param before what was changed, as it was
 * @param after what was changed, as it was then
 * @param reason null where none was given
 * @param undoes the entry that it took back; null for all others
 * @param undone the entry that took it back; null while it stands
 */
public record LogEntry(long id, Instant at, PersonView actor, long actorId, String act, Subject subject, long subjectId,
		@Nullable String name, @Nullable String address, @Nullable TopicId topic, @Nullable Slug slug,
		@Nullable String title, Map<String, String> before, Map<String, String> after, @Nullable String reason,
		@Nullable Long undoes, @Nullable Long undone) {

	/** One thing that was changed; before and after are empty where there was nothing. */
	public record Change(String what, String before, String after) {
	}

	/** Whether acts of this kind can be taken back at all, and this one has not been. */
	public boolean isOpen() {
		return this.undone == null && this.undoes == null && switch (this.act) {
			case "hide", "remove", "status", "claim", "suspend", "move", "merge", "join", "split", "join-person" ->
				true;
			// To change the line above a pinned answer is no act of its own.
			case "pin" -> "null".equals(this.before.get("rank"));
			default -> false;
		};
	}

	/** What was changed, in the order of the alphabet. */
	public List<Change> changes() {
		var names = new TreeSet<>(this.before.keySet());
		names.addAll(this.after.keySet());
		return names.stream()
			.map((name) -> new Change(name, this.before.getOrDefault(name, ""), this.after.getOrDefault(name, "")))
			.toList();
	}

}
