package org.afterword.topic.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Viewer;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads claims, and the placeholders that a member may claim, for pages. */
@Service
@Transactional(readOnly = true)
public class ClaimLists {

	/** How many placeholders a member is asked about on one page. */
	public static final int MOST_FITS = 3;

	private static final String VIEW = """
			select c.id, c.placeholder_id, p.topic_id, p.label, c.member_id, m.display_name, m.handle, m.status, c.state,
			       c.filed_at, s.display_name as decided_name, coalesce(c.undone_at, c.decided_at) as decided_at, c.reason,
			       c.words,
			       (select count(*) from claim o where o.placeholder_id = c.placeholder_id and o.id <> c.id
			        and o.state = 'WAITING') as others,
			       not claims_to_be(:me, c.placeholder_id) or not others_run(p.topic_id, :me) as may_decide
			from claim c
			join placeholder p on p.id = c.placeholder_id
			join member m on m.id = c.member_id
			left join member s on s.id = coalesce(c.undone_by, c.decided_by)
			""";

	private final TopicRoles roles;

	private final JdbcClient sql;

	ClaimLists(TopicRoles roles, JdbcClient sql) {
		this.roles = roles;
		this.sql = sql;
	}

	/**
	 * Placeholders that nobody has claimed and whose label or address fits a member, the
	 * newest first, at most {@value #MOST_FITS}: none that the member has answered about,
	 * and none in topics where they are somebody else.
	 * @param topic null for all topics
	 */
	public List<Fit> fits(@Nullable TopicId topic, Viewer viewer) {
		if (!viewer.isMember()) {
			return List.of();
		}
		return this.sql.sql("""
				select p.id, p.label, person_key(p.label) = person_key(m.initials) as initials, t.slug, t.title
				from fitting_placeholders(:me, :topic) fit
				join placeholder p on p.id = fit
				join topic t on t.id = p.topic_id
				join member m on m.id = :me
				order by p.id desc limit :most""")
			.param("me", viewer.id().value())
			.param("topic", (topic != null) ? topic.value() : 0L)
			.param("most", MOST_FITS)
			.query((row, line) -> new Fit(new PlaceholderId(row.getLong("id")), row.getString("label"),
					row.getBoolean("initials"), new Slug(row.getString("slug")), row.getString("title")))
			.list()
			.stream()
			.filter((fit) -> !Anonymity.is(fit.label()))
			.toList();
	}

	/**
	 * One page of the claims of a topic that wait for a decision, the oldest first.
	 * @param after the last of the page before; 0 for the first page
	 * @return one more than {@link Topics#PAGE} where another page follows
	 */
	public List<ClaimView> waiting(TopicId topic, long after, Viewer viewer) {
		return this.sql
			.sql(VIEW + "where p.topic_id = :topic and c.state = 'WAITING' and c.id > :after order by c.id limit :most")
			.param("me", viewer.id().value())
			.param("topic", topic.value())
			.param("after", after)
			.param("most", Topics.PAGE + 1)
			.query(ClaimLists::view)
			.list();
	}

	/**
	 * Finds a claim of a topic.
	 * @throws NotFound where the topic has no such claim
	 * @throws NotAllowed for those who do not facilitate the topic
	 */
	public ClaimView get(TopicId topic, ClaimId id, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("see a claim");
		var claim = get(id, by);
		if (!claim.topic().equals(topic)) {
			throw new NotFound("claim " + id + " in topic " + topic);
		}
		return claim;
	}

	/**
	 * The placeholders of a topic about which this viewer may not decide, because they
	 * say, or have said, that they are them, and somebody else can decide.
	 */
	public Set<PlaceholderId> decidedByOthers(TopicId topic, Viewer viewer) {
		return this.sql.sql("""
				select p.id from placeholder p
				where p.topic_id = :topic and claims_to_be(:me, p.id) and others_run(:topic, :me)""")
			.param("topic", topic.value())
			.param("me", viewer.id().value())
			.query((row, line) -> new PlaceholderId(row.getLong("id")))
			.set();
	}

	ClaimView get(ClaimId id, Viewer viewer) {
		return this.sql.sql(VIEW + "where c.id = :id")
			.param("me", viewer.id().value())
			.param("id", id.value())
			.query(ClaimLists::view)
			.optional()
			.orElseThrow(() -> new NotFound("claim " + id));
	}

	private static ClaimView view(ResultSet row, int line) throws SQLException {
		var decided = row.getTimestamp("decided_at");
		var erased = "ERASED".equals(row.getString("status"));
		return new ClaimView(new ClaimId(row.getLong("id")), new PlaceholderId(row.getLong("placeholder_id")),
				new TopicId(row.getLong("topic_id")), row.getString("label"), new MemberId(row.getLong("member_id")),
				new PersonView(row.getString("display_name"), erased ? null : new Handle(row.getString("handle"))),
				ClaimState.valueOf(row.getString("state")), row.getTimestamp("filed_at").toInstant(),
				row.getString("decided_name"), (decided != null) ? decided.toInstant() : null, row.getString("reason"),
				row.getString("words"), row.getInt("others"), row.getBoolean("may_decide"));
	}

}
