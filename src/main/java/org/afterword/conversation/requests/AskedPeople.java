package org.afterword.conversation.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.JoinRequests;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.afterword.topic.Candidate;
import org.afterword.topic.Participants;
import org.afterword.topic.TopicId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the person whom somebody wants to ask. */
@Component
class AskedPeople {

	/** How many of those who take part are offered to choose from. */
	static final int OFFERED = 200;

	/** No name has more characters. */
	private static final int LONGEST_NAME = 200;

	private final Participants participants;

	private final Members members;

	private final JoinRequests joinRequests;

	private final Suspensions suspensions;

	private final JdbcClient sql;

	AskedPeople(Participants participants, Members members, JoinRequests joinRequests, Suspensions suspensions,
			JdbcClient sql) {
		this.participants = participants;
		this.members = members;
		this.joinRequests = joinRequests;
		this.suspensions = suspensions;
		this.sql = sql;
	}

	/** Who takes part in a topic, as they can be typed, with their names. */
	Map<String, String> offered(TopicId topic, Viewer viewer) {
		var people = new LinkedHashMap<String, String>();
		this.participants.candidates(topic)
			.stream()
			.filter((one) -> !viewer.is(one.member()))
			.sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
			.limit(OFFERED)
			.forEach((one) -> people.putIfAbsent((one.handle() != null) ? "@" + one.handle() : one.name(), one.name()));
		return people;
	}

	/**
	 * Finds who is meant: first among those who take part, then among the members that
	 * this viewer can find.
	 * @param typed a handle, with or without @, a name, or a label of this topic
	 * @throws Refused for oneself, for nobody or several of this name, and for a member
	 * who has left or cannot sign in
	 */
	Candidate find(TopicId topic, String typed, Viewer by) {
		var name = typed.strip();
		if (name.isEmpty()) {
			throw refused("request.nobody-typed");
		}
		if (name.length() > LONGEST_NAME) {
			throw refused("request.long-name");
		}
		var found = new LinkedHashMap<Object, Candidate>();
		Stream.concat(inTopic(topic, name), byHandle(name)).forEach((one) -> found.putIfAbsent(key(one), one));
		if (found.isEmpty() && !name.startsWith("@")) {
			elsewhere(name, by).forEach((one) -> found.putIfAbsent(key(one), one));
		}
		if (found.isEmpty()) {
			throw refused("request.nobody", name);
		}
		if (found.size() > 1) {
			throw refused("request.several", name);
		}
		var one = found.values().iterator().next();
		mustBeHere(one, by);
		return one;
	}

	private Stream<Candidate> inTopic(TopicId topic, String name) {
		return name.startsWith("@") ? Stream.empty()
				: this.participants.candidates(topic).stream().filter((one) -> isCalled(one, name));
	}

	private Stream<Candidate> byHandle(String name) {
		var handle = name.startsWith("@") ? name.substring(1) : name;
		return !Handle.matches(handle) ? Stream.empty()
				: this.members.find(Handle.of(handle))
					.map((one) -> new Candidate(one.id(), null, one.handle(), one.name(), null, null))
					.stream();
	}

	/** Members who do not take part, as far as this viewer finds them in the list. */
	private List<Candidate> elsewhere(String name, Viewer by) {
		return this.sql.sql("""
				select id, handle, display_name from member
				where status = 'ACTIVE' and lower(display_name) = lower(:name) and (:staff or listed <> 'STAFF')
				order by id limit 2""")
			.param("name", name)
			.param("staff", by.isFacilitator())
			.query((row, line) -> new Candidate(new MemberId(row.getLong("id")), null,
					new Handle(row.getString("handle")), row.getString("display_name"), null, null))
			.list();
	}

	private void mustBeHere(Candidate who, Viewer by) {
		if (who.member() == null) {
			return;
		}
		if (by.is(who.member())) {
			throw refused("request.yourself");
		}
		if (!this.members.get(who.member()).active()) {
			throw refused(this.joinRequests.isWaiting(who.member()) ? "request.waits" : "request.left", who.name());
		}
		if (this.suspensions.find(who.member()).isPresent()) {
			throw refused("request.suspended", who.name());
		}
	}

	private static Refused refused(String key, Object... arguments) {
		return new Refused(key, arguments).on("who");
	}

	private static boolean isCalled(Candidate one, String name) {
		return Stream
			.of((one.handle() != null) ? one.handle().value() : "", one.name(),
					(one.label() != null) ? one.label() : "")
			.anyMatch(name::equalsIgnoreCase);
	}

	/** One member is one person, whatever they are known by. */
	private static Object key(Candidate one) {
		return (one.member() != null) ? one.member() : Objects.requireNonNullElse(one.placeholder(), one.name());
	}

}
