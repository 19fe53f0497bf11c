package org.afterword.member;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.afterword.kernel.NotAllowed;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes members of the people on a list, many at once and in few statements. They have no
 * password: an e-mail signs them in when they ask for one.
 */
@Service
@Transactional
public class NewMembers {

	/** How many people one list may hold. */
	public static final int MOST = 2_000;

	private final MemberRepository members;

	private final Handles handles;

	private final ProposedHandles proposals;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	NewMembers(MemberRepository members, Handles handles, ProposedHandles proposals, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.members = members;
		this.handles = handles;
		this.proposals = proposals;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Somebody on a list.
	 *
	 * @param wanted the handle that the list gives them; null to make one of the name
	 */
	public record Person(Profile profile, @Nullable Handle wanted, Email email) {

	}

	/**
	 * What becomes of somebody.
	 *
	 * @param handle that they get; null if they are left out
	 * @param problem the key of the sentence that says why; null if they are made
	 */
	public record Plan(@Nullable Handle handle, @Nullable String problem) {

	}

	/**
	 * What would become of each of these, in their order. Nothing is changed.
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	public List<Plan> plan(Viewer by, List<Person> people) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("import members");
		}
		if (people.size() > MOST) {
			throw new IllegalArgumentException("More than " + MOST);
		}
		var known = known(people);
		var unavailable = this.handles.unavailable(wanted(people));
		var looks = new HashSet<String>();
		var plans = new HashMap<Integer, Plan>();
		var unnamed = new LinkedHashMap<Integer, Person>();
		for (var at = 0; at < people.size(); at++) {
			var person = people.get(at);
			if (known.contains(person.email().value())) {
				plans.put(at, new Plan(null, "member-import.known"));
			}
			else if (person.wanted() == null) {
				unnamed.put(at, person);
			}
			else {
				plans.put(at, planned(person.wanted(), unavailable, looks));
			}
		}
		this.proposals.propose(unnamed, looks).forEach((at, handle) -> plans.put(at, new Plan(handle, null)));
		return IntStream.range(0, people.size())
			.mapToObj((at) -> plans.getOrDefault(at, new Plan(null, "member-import.handle.taken")))
			.toList();
	}

	/**
	 * Makes members of all whom the plan does not leave out.
	 * @return what became of each, in their order
	 * @throws NotAllowed unless an administrator does
	 */
	public List<Plan> create(Viewer by, List<Person> people) {
		this.handles.lock();
		var plans = plan(by, people);
		var chosen = new ArrayList<Row>();
		for (var at = 0; at < people.size(); at++) {
			var handle = plans.get(at).handle();
			if (handle != null) {
				chosen.add(new Row(people.get(at), handle));
			}
		}
		if (!chosen.isEmpty()) {
			insert(by, chosen);
			this.events.publishEvent(new StaffAct(by.id(), Act.IMPORT_MEMBERS, StaffAct.Subject.SITE, 0, null, Map.of(),
					Map.of("members", Integer.toString(chosen.size()))));
		}
		return plans;
	}

	private void insert(Viewer by, List<Row> rows) {
		var handles = column(rows, (row) -> row.handle().value());
		var now = this.clock.instant();
		this.members.insert(handles, column(rows, (row) -> row.handle().skeleton()),
				column(rows, (row) -> row.person().profile().name()),
				column(rows, (row) -> row.person().profile().initials()),
				column(rows, (row) -> row.person().profile().organisation()),
				column(rows, (row) -> row.person().profile().country()), now, by.id().value());
		this.sql.sql("""
				insert into member_email (member_id, email, is_primary, added_at)
				select m.id, made.email, true, :now
				from unnest(cast(:handles as text[]), cast(:emails as text[])) made (handle, email)
				join member m on m.handle = made.handle""")
			.param("now", Timestamp.from(now))
			.param("handles", handles)
			.param("emails", column(rows, (row) -> row.person().email().value()))
			.update();
	}

	private static Plan planned(Handle handle, Set<Handle> unavailable, Set<String> looks) {
		if (handle.isReserved() || handle.isDeceptive()) {
			return new Plan(null, "member-import.handle.refused");
		}
		return (unavailable.contains(handle) || !looks.add(handle.skeleton()))
				? new Plan(null, "member-import.handle.taken") : new Plan(handle, null);
	}

	private static List<Handle> wanted(List<Person> people) {
		return people.stream().map(Person::wanted).flatMap(Stream::ofNullable).toList();
	}

	private Set<String> known(List<Person> people) {
		return new HashSet<>(
				this.sql.sql("select distinct email from member_email where email = any(cast(:emails as text[]))")
					.param("emails", people.stream().map((person) -> person.email().value()).toArray(String[]::new))
					.query(String.class)
					.list());
	}

	private static @Nullable String[] column(List<Row> rows, Function<Row, @Nullable String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

	private record Row(Person person, Handle handle) {

	}

}
