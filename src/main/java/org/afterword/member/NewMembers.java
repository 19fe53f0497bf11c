package org.afterword.member;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.ibm.icu.text.Transliterator;
import org.afterword.kernel.NotAllowed;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes members of the people on a list, many at once and in few statements. They have no
 * password: a letter lets them in when they ask for one.
 */
@Service
@Transactional
public class NewMembers {

	/** How many people one list may hold. */
	public static final int MOST = 2_000;

	private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

	private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

	/** Leaves room for a number. */
	private static final int LONGEST_BASE = 25;

	/** How often another number is tried, before a longer one is. */
	private static final int ROUNDS = 30;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	NewMembers(JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
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
			throw new NotAllowed("bring in a list of members");
		}
		if (people.size() > MOST) {
			throw new IllegalArgumentException("More than " + MOST);
		}
		var known = known(people);
		var wanted = taken(people.stream()
			.map(Person::wanted)
			.filter((handle) -> handle != null)
			.map((handle) -> (Handle) handle)
			.toList());
		var looks = new HashSet<String>();
		var plans = new HashMap<Integer, Plan>();
		var open = new ArrayList<Integer>();
		for (var at = 0; at < people.size(); at++) {
			var person = people.get(at);
			var handle = person.wanted();
			if (known.contains(person.email().value())) {
				plans.put(at, new Plan(null, "member-import.known"));
			}
			else if (handle == null) {
				open.add(at);
			}
			else if (handle.isReserved() || handle.isDeceptive()) {
				plans.put(at, new Plan(null, "member-import.handle.refused"));
			}
			else if (wanted.contains(handle) || !looks.add(handle.skeleton())) {
				plans.put(at, new Plan(null, "member-import.handle.taken"));
			}
			else {
				plans.put(at, new Plan(handle, null));
			}
		}
		nameThem(people, open, looks, plans);
		return IntStream.range(0, people.size())
			.mapToObj((at) -> plans.getOrDefault(at, new Plan(null, "member-import.handle.taken")))
			.toList();
	}

	/**
	 * Makes members of all whom the plan does not leave out.
	 * @return what became of each, in their order
	 * @throws NotAllowed unless an administrator does
	 */
	public List<Plan> enlist(Viewer by, List<Person> people) {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('member.names'))").query((row) -> {
		});
		var plans = plan(by, people);
		var chosen = new ArrayList<Row>();
		for (var at = 0; at < people.size(); at++) {
			var handle = plans.get(at).handle();
			if (handle != null) {
				chosen.add(new Row(people.get(at), handle));
			}
		}
		if (chosen.isEmpty()) {
			return plans;
		}
		var ids = insert(by, chosen);
		this.sql.sql("""
				insert into member_email (member_id, email, is_primary, added_at)
				select id, email, true, :now
				from unnest(cast(:ids as bigint[]), cast(:emails as text[])) made (id, email)""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("ids", chosen.stream().map((row) -> ids.get(row.handle().value())).toArray(Long[]::new))
			.param("emails", chosen.stream().map((row) -> row.person().email().value()).toArray(String[]::new))
			.update();
		this.events.publishEvent(new StaffAct(by.id(), Act.IMPORT_MEMBERS, StaffAct.Subject.SITE, 0, null, Map.of(),
				Map.of("members", Integer.toString(chosen.size()))));
		return plans;
	}

	private Map<String, Long> insert(Viewer by, List<Row> chosen) {
		var ids = new HashMap<String, Long>();
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, initials, organisation, country, role, status,
				                    created_at, invited_by)
				select handle, skeleton, name, initials, organisation, country, 'MEMBER', 'ACTIVE', :now, :by
				from unnest(cast(:handles as text[]), cast(:skeletons as text[]), cast(:names as text[]),
				            cast(:initials as text[]), cast(:organisations as text[]), cast(:countries as text[]))
				     listed (handle, skeleton, name, initials, organisation, country)
				returning id, handle""")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("by", by.id().value())
			.param("handles", chosen.stream().map((row) -> row.handle().value()).toArray(String[]::new))
			.param("skeletons", chosen.stream().map((row) -> row.handle().skeleton()).toArray(String[]::new))
			.param("names", chosen.stream().map((row) -> row.person().profile().name()).toArray(String[]::new))
			.param("initials", chosen.stream().map((row) -> row.person().profile().initials()).toArray(String[]::new))
			.param("organisations",
					chosen.stream().map((row) -> row.person().profile().organisation()).toArray(String[]::new))
			.param("countries", chosen.stream().map((row) -> row.person().profile().country()).toArray(String[]::new))
			.query((row) -> {
				ids.put(row.getString("handle"), row.getLong("id"));
			});
		return ids;
	}

	/** Gives each a handle that nobody has, as near to the name as there is one. */
	private void nameThem(List<Person> people, List<Integer> open, Set<String> looks, Map<Integer, Plan> plans) {
		var left = open;
		for (var round = 1; round <= ROUNDS && !left.isEmpty(); round++) {
			var tried = new HashMap<Integer, Handle>();
			for (var at : left) {
				var number = (round < ROUNDS) ? round : 1000 + at;
				tried.put(at, new Handle(base(people.get(at)) + ((number > 1) ? "-" + number : "")));
			}
			var taken = taken(List.copyOf(tried.values()));
			var next = new ArrayList<Integer>();
			for (var at : left) {
				var handle = tried.get(at);
				if (handle == null || handle.isReserved() || handle.isDeceptive() || taken.contains(handle)
						|| !looks.add(handle.skeleton())) {
					next.add(at);
				}
				else {
					plans.put(at, new Plan(handle, null));
				}
			}
			left = next;
		}
	}

	private static String base(Person person) {
		var email = person.email().value();
		for (var words : List.of(person.profile().name(), email.substring(0, email.indexOf('@')))) {
			var letters = NO_LETTER.matcher(latin(words)).replaceAll(" ").strip().replace(' ', '-');
			var base = letters.substring(0, Math.min(LONGEST_BASE, letters.length())).replaceAll("(?<!-)-++$", "");
			if (base.length() >= 2) {
				return base;
			}
		}
		return "guest";
	}

	private static String latin(String words) {
		synchronized (LATIN) {
			return LATIN.transliterate(words).toLowerCase(Locale.ROOT);
		}
	}

	private Set<String> known(List<Person> people) {
		return new HashSet<>(
				this.sql.sql("select distinct email from member_email where email = any(cast(:emails as text[]))")
					.param("emails", people.stream().map((person) -> person.email().value()).toArray(String[]::new))
					.query(String.class)
					.list());
	}

	/** Those that somebody has or had, or that look like one of these. */
	private Set<Handle> taken(List<Handle> handles) {
		if (handles.isEmpty()) {
			return Set.of();
		}
		return new HashSet<>(this.sql.sql("""
				select handle from unnest(cast(:handles as text[]), cast(:skeletons as text[])) tried (handle, skeleton)
				where exists (select from member m where m.handle = tried.handle)
				or exists (select from member m where m.skeleton = tried.skeleton)
				or exists (select from old_handle o where o.handle = tried.handle or o.skeleton = tried.skeleton)
				or exists (select from retired_handle r where r.hash in (
				  encode(sha256(convert_to(tried.handle, 'UTF8')), 'hex'),
				  encode(sha256(convert_to(tried.skeleton, 'UTF8')), 'hex')))""")
			.param("handles", handles.stream().map(Handle::value).toArray(String[]::new))
			.param("skeletons", handles.stream().map(Handle::skeleton).toArray(String[]::new))
			.query((row, number) -> new Handle(row.getString("handle")))
			.list());
	}

	private record Row(Person person, Handle handle) {

	}

}
