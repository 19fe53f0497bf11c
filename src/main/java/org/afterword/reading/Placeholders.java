package org.afterword.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.claims.ClaimLists;
import org.afterword.topic.claims.ClaimState;
import org.afterword.topic.claims.Claims;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people known by initials asked, and who says that it was them. */
@Component
public class Placeholders {

	/** How many of a member’s claims stand on a page, and how many namesakes. */
	public static final int MOST = 100;

	private static final String NUMBERS = """
			array(select n.number from question q cross join lateral (select number_in(p.topic_id, q.id) as number) n
			      where q.asker_placeholder_id = p.id and q.withdrawn_at is null
			      and q.merged_into is null and n.number is not null order by q.position limit 20) as numbers
			""";

	private final ClaimLists claimLists;

	private final JdbcClient sql;

	private final Clock clock;

	Placeholders(ClaimLists claimLists, JdbcClient sql, Clock clock) {
		this.claimLists = claimLists;
		this.sql = sql;
		this.clock = clock;
	}

	/** Whom a member is asked about in a topic. */
	public List<FitEntry> fits(Visit visit) {
		return visit.mayBeKnown() ? fits(visit.head().id(), visit.viewer()) : List.of();
	}

	/**
	 * Whom a member is asked about.
	 * @param topic null for all topics
	 */
	public List<FitEntry> fits(@Nullable TopicId topic, Viewer viewer) {
		var fits = this.claimLists.fits(topic, viewer);
		if (fits.isEmpty()) {
			return List.of();
		}
		var numbers = new HashMap<PlaceholderId, List<QuestionNumber>>();
		this.sql.sql("select p.id, " + NUMBERS + "from placeholder p where p.id in (:ids)")
			.param("ids", fits.stream().map((fit) -> fit.placeholder().value()).toList())
			.query((row) -> {
				numbers.put(new PlaceholderId(row.getLong("id")), Rows.numbers(row, "numbers"));
			});
		return fits.stream()
			.map((fit) -> new FitEntry(fit, numbers.getOrDefault(fit.placeholder(), List.of())))
			.toList();
	}

	/**
	 * What a member said of placeholders, the newest first; one more than {@value #MOST},
	 * where there are more.
	 * @param before only claims before this one; 0 for the newest
	 */
	public List<OwnClaim> own(long before, Viewer viewer) {
		return this.sql
			.sql("""
					select c.id, p.id as placeholder, p.label, t.slug, t.title, c.state, coalesce(c.undone_at, c.decided_at, c.filed_at) as at,
					       c.reason, c.state = 'WAITING' or c.state = 'CONFIRMED' and p.claimed_at > :undoable as take_back,
					       p.member_id is null and (c.state in ('NOT_ME', 'SUPERSEDED')
					                                or c.state = 'UNDONE' and c.undone_by = c.member_id) as file,
					       p.member_id is null and c.refusals < :refusals
					         and (c.state = 'REFUSED' or c.state = 'UNDONE' and c.undone_by <> c.member_id) as again,
					"""
					+ NUMBERS
					+ """
							from claim c join placeholder p on p.id = c.placeholder_id join topic t on t.id = p.topic_id
							where c.member_id = :me and (:before = 0 or c.id < :before) order by c.id desc limit :most""")
			.param("me", viewer.id().value())
			.param("undoable", Timestamp.from(this.clock.instant().minus(Claims.UNDOABLE)))
			.param("most", MOST + 1)
			.param("before", before)
			.param("refusals", Claims.MOST_REFUSALS)
			.query((row, line) -> new OwnClaim(row.getLong("id"), row.getLong("placeholder"), row.getString("label"),
					new Slug(row.getString("slug")), row.getString("title"), Rows.numbers(row, "numbers"),
					ClaimState.valueOf(row.getString("state")), Rows.instant(row, "at"), row.getString("reason"),
					row.getBoolean("take_back"), row.getBoolean("file"), row.getBoolean("again")))
			.list();
	}

	/**
	 * One placeholder of a topic, with those that it is joined to, and its namesakes in
	 * other topics that the viewer runs.
	 * @throws NotFound where the topic has none like this
	 */
	public PlaceholderPage page(TopicId topic, PlaceholderId id, Viewer viewer) {
		var people = new ArrayList<PlaceholderPage.Person>();
		this.sql
			.sql("""
					select p.id, p.label, t.slug, t.title, p.joined_to = :id or me.joined_to = p.id as direct,
					       p.id in (select same_person(:id)) as joined,
					       :me > 0 and claims_to_be(:me, p.id) and others_run(t.id, :me) as party, m.display_name as member_name,
					       m.handle as member_handle, p.claimed_at,
					"""
					+ NUMBERS + """
							from placeholder me
							join placeholder p on p.id in (select same_person(:id))
							     or person_key(p.label) = person_key(me.label) and p.topic_id <> me.topic_id
							join topic t on t.id = p.topic_id
							left join member m on m.id = p.member_id
							where me.id = :id and me.topic_id = :topic and (p.id = :id or
							""" + Staff.THEIRS + ") order by p.id = :id desc, p.id desc limit :most")
			.param("id", id.value())
			.param("topic", topic.value())
			.param("all", viewer.isFacilitator())
			.param("me", viewer.id().value())
			.param("most", MOST)
			.query((row) -> {
				people.add(new PlaceholderPage.Person(row.getLong("id"), row.getString("label"),
						new Slug(row.getString("slug")), row.getString("title"), Rows.numbers(row, "numbers"),
						row.getBoolean("joined"), row.getBoolean("direct"), row.getBoolean("party"),
						Rows.person(row, "member"), Rows.instantOrNull(row, "claimed_at")));
			});
		if (people.isEmpty()) {
			throw new NotFound("placeholder " + id);
		}
		return new PlaceholderPage(people.getFirst(), people.subList(1, people.size()));
	}

}
