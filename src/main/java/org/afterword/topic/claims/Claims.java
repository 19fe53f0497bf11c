package org.afterword.topic.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.kernel.questions.Anonymity;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Act;
import org.afterword.member.Handle;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.member.suspension.Suspensions;
import org.afterword.topic.PersonView;
import org.afterword.topic.PlaceholderClaimed;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who the people are that are known by initials only: what members say of themselves, and
 * what those who run the topic make of it. A claim that is confirmed sets the member of
 * the placeholder, and of those that staff found to be the same person; nothing else is
 * written, so that undoing it is setting it back.
 */
@Service
@Transactional
public class Claims {

	/** How long a confirmed claim can be undone. */
	public static final Duration UNDOABLE = Duration.ofDays(30);

	/** How many placeholders a member is asked about on one page. */
	public static final int MOST_FITS = 3;

	/** How often a claim can be refused; then it is settled. */
	public static final int MOST_REFUSALS = 2;

	/** How many signs a reason may have. */
	static final int LONGEST_REASON = 500;

	private static final String VIEW = """
			select c.id, c.placeholder_id, p.topic_id, p.label, c.member_id, m.display_name, m.handle, m.status, c.state,
			       c.filed_at, s.display_name as settled_name, coalesce(c.undone_at, c.settled_at) as settled_at, c.reason,
			       c.words,
			       (select count(*) from claim o where o.placeholder_id = c.placeholder_id and o.id <> c.id
			        and o.state = 'WAITING') as others,
			       not claims_to_be(:me, c.placeholder_id) or not others_run(p.topic_id, :me) as settles
			from claim c
			join placeholder p on p.id = c.placeholder_id
			join member m on m.id = c.member_id
			left join member s on s.id = coalesce(c.undone_by, c.settled_by)
			""";

	private final TopicPlaceholders placeholders;

	private final TopicRoles roles;

	private final Members members;

	private final Suspensions suspensions;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Claims(TopicPlaceholders placeholders, TopicRoles roles, Members members, Suspensions suspensions, JdbcClient sql,
			ApplicationEventPublisher events, Clock clock) {
		this.placeholders = placeholders;
		this.roles = roles;
		this.members = members;
		this.suspensions = suspensions;
		this.sql = sql;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Placeholders that nobody has claimed and whose label or address fits a member, the
	 * newest first, at most {@value #MOST_FITS}: unless they answered already, or are
	 * somebody in that topic.
	 * @param topic null for all topics
	 */
	@Transactional(readOnly = true)
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
	 * A member says that they are this placeholder. It is settled at once where the list
	 * named an address that the member has confirmed, unless they are somebody else in
	 * this topic already, or staff have settled it otherwise before; else it waits for
	 * those who run the topic.
	 * @param words why, or none; needed once staff have refused or undone it
	 * @return how it stands now: waiting, or confirmed
	 * @throws NotAllowed for strangers
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Overtaken where somebody is known to be it
	 * @throws Refused where it was refused {@value #MOST_REFUSALS} times, and for words
	 * that are needed and none, or too long
	 */
	public ClaimState file(TopicId topic, PlaceholderId placeholder, String words, Viewer by) {
		var member = by.id();
		var known = locked(topic, placeholder);
		var before = this.sql
			.sql("select id, state, undone_by, refusals from claim where placeholder_id = ? and member_id = ?")
			.params(placeholder.value(), member.value())
			.query((row, line) -> new Before(new ClaimId(row.getLong("id")), ClaimState.valueOf(row.getString("state")),
					row.getObject("undone_by", Long.class), row.getInt("refusals")))
			.optional();
		if (member.equals(known.member())) {
			return ClaimState.CONFIRMED;
		}
		mustBeNobody(known);
		if (before.isPresent() && before.get().state() == ClaimState.WAITING) {
			return ClaimState.WAITING;
		}
		var why = Blank.stripped(words);
		before.ifPresent((one) -> mustBeOpen(one, member, known, why));
		var claim = put(placeholder, member, why);
		if (before.filter(Before::wasSettled).isEmpty() && isAtAddress(placeholder, member)
				&& !isSomebody(topic, placeholder, member)) {
			confirmed(get(claim, by), null, member);
			return ClaimState.CONFIRMED;
		}
		this.events.publishEvent(new ClaimFiled(claim, placeholder, topic, member));
		return ClaimState.WAITING;
	}

	/**
	 * As whom somebody is known whom this member still can say that they are.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Overtaken where somebody is known to be it
	 */
	@Transactional(readOnly = true)
	public String label(TopicId topic, PlaceholderId placeholder, Viewer by) {
		by.id();
		var known = known(topic, placeholder);
		mustBeNobody(known);
		return known.label();
	}

	/**
	 * A member says that they are not this placeholder, and is not asked again. A claim
	 * of theirs that waits is taken back.
	 * @throws NotAllowed for strangers
	 * @throws NotFound where the topic has no such placeholder
	 */
	public void deny(TopicId topic, PlaceholderId placeholder, Viewer by) {
		var member = by.id();
		locked(topic, placeholder);
		this.sql.sql("""
				insert into claim (placeholder_id, member_id, state, filed_at) values (?, ?, 'NOT_ME', ?)
				on conflict (placeholder_id, member_id) do update
				set state = 'NOT_ME', filed_at = excluded.filed_at, settled_by = null, settled_at = null
				where claim.state in ('WAITING', 'OVERTAKEN')""")
			.params(placeholder.value(), member.value(), now())
			.update();
	}

	/**
	 * A member takes back what they said: a claim that waits, or one that was confirmed.
	 * @throws NotFound where they have no such claim
	 * @throws Refused {@link #UNDOABLE} after it was confirmed
	 */
	public void takeBack(ClaimId id, Viewer by) {
		var claim = get(id, by);
		if (!by.is(claim.memberId())) {
			throw new NotFound("claim " + id + " of member " + by);
		}
		if (claim.state() == ClaimState.CONFIRMED) {
			undo(claim.topic(), claim.label(), claim.memberId(), by);
		}
		else if (claim.isWaiting()) {
			deny(claim.topic(), claim.placeholder(), by);
		}
	}

	/**
	 * Whoever runs a topic says who somebody is. False when there is no such placeholder.
	 * @throws NotAllowed for those who do not run the topic; for oneself, and for whoever
	 * says that they are it themselves
	 * @throws Overtaken where somebody is known to be it
	 * @throws Refused where the member is suspended
	 */
	public boolean settle(TopicId topic, String label, MemberId member, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("settle a claim");
		if (by.is(member)) {
			mustBeAlone(topic, by);
		}
		var placeholder = this.sql.sql("select id from placeholder where topic_id = ? and label = ?")
			.params(topic.value(), label)
			.query(Long.class)
			.optional();
		placeholder.ifPresent((id) -> {
			var known = locked(topic, new PlaceholderId(id));
			if (!member.equals(known.member())) {
				mustBeNobody(known);
				mustNotBeParty(topic, new PlaceholderId(id), by);
				mustBeHere(member);
				confirmed(get(put(new PlaceholderId(id), member, ""), by), by, member);
			}
		});
		return placeholder.isPresent();
	}

	/**
	 * The claims of a topic that wait, the oldest first; one more than
	 * {@link Topics#PAGE}, where there are more.
	 * @param after the last of the part before; 0 for the first part
	 */
	@Transactional(readOnly = true)
	public List<ClaimView> waiting(TopicId topic, long after, Viewer viewer) {
		return this.sql
			.sql(VIEW + "where p.topic_id = :topic and c.state = 'WAITING' and c.id > :after order by c.id limit :most")
			.param("me", viewer.id().value())
			.param("topic", topic.value())
			.param("after", after)
			.param("most", Topics.PAGE + 1)
			.query((row, line) -> view(row))
			.list();
	}

	/**
	 * One claim of a topic.
	 * @throws NotFound where the topic has none like this
	 * @throws NotAllowed for those who do not run the topic
	 */
	@Transactional(readOnly = true)
	public ClaimView get(TopicId topic, ClaimId id, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("see a claim");
		var claim = get(id, by);
		if (!claim.topic().equals(topic)) {
			throw new NotFound("claim " + id + " in topic " + topic);
		}
		return claim;
	}

	/**
	 * Agrees that a placeholder is the member who says so. What they asked and wrote, and
	 * what names them, is then theirs; others who said the same are overtaken.
	 * @throws NotAllowed for those who do not run the topic, and for whoever says
	 * themselves that they are it
	 * @throws Overtaken where it was settled meanwhile, or somebody is known to be it
	 * @throws Refused while the member is suspended, and once they left
	 */
	public void confirm(TopicId topic, ClaimId id, Viewer by) {
		var claim = waiting(topic, id, by);
		mustBeHere(claim.memberId());
		confirmed(claim, by, claim.memberId());
	}

	/**
	 * Refuses a claim; the member reads why, and may say once more, and why, that it is
	 * them.
	 * @throws NotAllowed for those who do not run the topic, and for whoever says
	 * themselves that they are it
	 * @throws Overtaken where it was settled meanwhile
	 * @throws Refused for a reason that is none or too long
	 */
	public void refuse(TopicId topic, ClaimId id, String reason, Viewer by) {
		var words = Blank.stripped(reason);
		if (words.isEmpty()) {
			throw new Refused("claim.no-reason");
		}
		if (words.length() > LONGEST_REASON) {
			throw new Refused("claim.long-reason", words.length(), LONGEST_REASON);
		}
		var claim = waiting(topic, id, by);
		this.sql.sql("""
				update claim set state = 'REFUSED', settled_by = ?, settled_at = ?, reason = ?, refusals = refusals + 1
				where id = ?""").params(by.id().value(), now(), words, id.value()).update();
		this.events
			.publishEvent(new StaffAct(by.id(), Act.REFUSE_CLAIM, Subject.PLACEHOLDER, claim.placeholder().value(),
					topic.value(), Map.of(), Map.of("member", claim.memberId().toString()), words));
		this.events.publishEvent(
				new ClaimSettled(id, claim.placeholder(), topic, claim.memberId(), ClaimState.REFUSED, by.id()));
	}

	/**
	 * Undoes a claim that was confirmed wrongly: the placeholder waits again for whoever
	 * it is. What the member wrote, and was named as, in their own name stays theirs.
	 * False when this member is not known to be that placeholder.
	 * @throws NotAllowed for those who neither run the topic nor are that member, and for
	 * whoever says themselves that they are it
	 * @throws Refused {@link #UNDOABLE} after it was confirmed, and where the member left
	 */
	public boolean undo(TopicId topic, String label, MemberId member, Viewer by) {
		if (!by.is(member)) {
			this.roles.access(topic, by).mustFacilitate("undo a claim");
		}
		inTurn();
		var known = this.sql.sql("""
				select p.id, p.claimed_at, p.claim_id, m.status = 'ERASED' as gone
				from placeholder p join member m on m.id = p.member_id
				where p.topic_id = ? and p.label = ? and p.member_id = ? for update of p""")
			.params(topic.value(), label, member.value())
			.query((row, line) -> new Confirmed(new PlaceholderId(row.getLong("id")),
					row.getTimestamp("claimed_at").toInstant(), row.getObject("claim_id", Long.class),
					row.getBoolean("gone")))
			.optional();
		known.ifPresent((one) -> {
			if (!by.is(member)) {
				mustNotBeParty(topic, one.placeholder(), by);
			}
			undo(one, topic, member, by);
		});
		return known.isPresent();
	}

	/**
	 * Undoes a claim wherever the placeholder is by now.
	 * @see #undo(TopicId, String, MemberId, Viewer)
	 */
	public boolean undo(PlaceholderId placeholder, MemberId member, Viewer by) {
		return undo(topicOf(placeholder), this.placeholders.label(placeholder), member, by);
	}

	/**
	 * Staff found that two placeholders are one person. Whoever is known to be one of
	 * them is then both. False when they are joined already.
	 * @throws NotAllowed for those who do not run both topics, and for whoever is one of
	 * them, or says so
	 * @throws NotFound where the topic has no such placeholder
	 * @throws Refused for two of one topic, and where they are known to be two members
	 */
	public boolean join(TopicId topic, PlaceholderId placeholder, PlaceholderId other, Viewer by) {
		this.roles.access(topic, by).mustFacilitate("join two people");
		var there = topicOf(other);
		this.roles.access(there, by).mustFacilitate("join two people");
		if (there.equals(topic)) {
			throw new Refused("claim.one-topic");
		}
		var one = locked(topic, placeholder);
		var two = locked(there, other);
		mustNotBeParty(topic, placeholder, by);
		mustNotBeParty(there, other, by);
		if (same(placeholder).contains(other)) {
			return false;
		}
		if (one.member() != null && two.member() != null && !one.member().equals(two.member())) {
			throw new Refused("claim.two-members", one.name(), two.name());
		}
		var root = root(placeholder);
		this.sql.sql("update placeholder set joined_to = ? where id = ?").params(other.value(), root.value()).update();
		if (one.member() != null || two.member() != null) {
			spread(placeholder);
			overtake(placeholder, Objects.requireNonNull((one.member() != null) ? one.member() : two.member()), by);
		}
		told(Act.JOIN_PERSON, root, other, topicOf(root), by);
		return true;
	}

	/**
	 * Parts what was joined: from then on two people. A claim stays with the one for whom
	 * it was filed. False when they are not joined directly.
	 * @throws NotAllowed for those who do not run the topic of the first, and for whoever
	 * says that they are one of them; who is known to be both may give one back
	 */
	public boolean part(PlaceholderId placeholder, PlaceholderId other, Viewer by) {
		var topic = topicOf(placeholder);
		this.roles.access(topic, by).mustFacilitate("part two people");
		if (!by.is(locked(topic, placeholder).member())) {
			mustNotBeParty(topic, placeholder, by);
			mustNotBeParty(topicOf(other), other, by);
		}
		var child = this.sql.sql("""
				update placeholder set joined_to = null
				where (id = :one and joined_to = :two) or (id = :two and joined_to = :one) returning id""")
			.param("one", placeholder.value())
			.param("two", other.value())
			.query(Long.class)
			.optional();
		child.ifPresent((id) -> {
			withdraw(placeholder);
			withdraw(other);
			told(Act.PART_PERSON, placeholder, other, topic, by);
		});
		return child.isPresent();
	}

	/** What waits of somebody who leaves is settled; what they were found to be stays. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(MemberErased event) {
		this.sql.sql("update claim set words = null where member_id = ?").param(event.member().value()).update();
		this.sql.sql("update claim set state = 'LEFT' where member_id = ? and state = 'WAITING'")
			.param(event.member().value())
			.update();
		this.sql.sql("delete from claim where member_id = ? and state in ('NOT_ME', 'REFUSED', 'OVERTAKEN')")
			.param(event.member().value())
			.update();
	}

	private void undo(Confirmed known, TopicId topic, MemberId member, Viewer by) {
		if (known.gone()) {
			throw new Refused("claim.left");
		}
		if (known.at().isBefore(this.clock.instant().minus(UNDOABLE))) {
			throw new Refused("claim.too-late", UNDOABLE.toDays());
		}
		var freed = this.sql.sql("""
				update placeholder set member_id = null, claimed_at = null, claim_id = null
				where id = :id or claim_id = :claim returning id, topic_id""")
			.param("id", known.placeholder().value())
			.param("claim", known.claim())
			.query(Claims::place)
			.list();
		this.sql.sql("update claim set state = 'UNDONE', undone_by = :by, undone_at = :now where id = :claim")
			.param("by", by.id().value())
			.param("now", now())
			.param("claim", known.claim())
			.update();
		this.events.publishEvent(new StaffAct(by.id(), Act.UNCLAIM, Subject.PLACEHOLDER, known.placeholder().value(),
				topic.value(), Map.of("member", member.toString()), Map.of()));
		freed.forEach(this.events::publishEvent);
		if (known.claim() != null) {
			this.events.publishEvent(new ClaimSettled(new ClaimId(known.claim()), known.placeholder(), topic, member,
					ClaimState.UNDONE, by.id()));
		}
	}

	/**
	 * @param by null where the address settles it
	 */
	private void confirmed(ClaimView claim, @Nullable Viewer by, MemberId member) {
		this.sql.sql("update claim set state = 'CONFIRMED', settled_by = :by, settled_at = :now where id = :id")
			.param("by", (by != null) ? by.id().value() : null)
			.param("now", now())
			.param("id", claim.id().value())
			.update();
		this.sql.sql("update placeholder set member_id = ?, claimed_at = ?, claim_id = ? where id = ?")
			.params(member.value(), now(), claim.id().value(), claim.placeholder().value())
			.update();
		var after = new HashMap<>(Map.of("member", member.toString()));
		if (by == null) {
			after.put("by", "address");
		}
		this.events.publishEvent(new StaffAct((by != null) ? by.id() : member, Act.CLAIM, Subject.PLACEHOLDER,
				claim.placeholder().value(), claim.topic().value(), Map.of(), after));
		this.events.publishEvent(new PlaceholderClaimed(claim.placeholder(), claim.topic()));
		spread(claim.placeholder());
		overtake(claim.placeholder(), member, by);
		this.events.publishEvent(new ClaimSettled(claim.id(), claim.placeholder(), claim.topic(), member,
				ClaimState.CONFIRMED, (by != null) ? by.id() : null));
	}

	/** Whoever is known to be one of those that were joined is all of them. */
	private void spread(PlaceholderId placeholder) {
		this.sql.sql("""
				update placeholder p set member_id = k.member_id, claimed_at = k.claimed_at, claim_id = k.claim_id
				from (select member_id, claimed_at, claim_id from placeholder
				      where id in (select same_person(:id)) and member_id is not null order by claimed_at limit 1) k
				where p.id in (select same_person(:id)) and p.member_id is null returning p.id, p.topic_id""")
			.param("id", placeholder.value())
			.query(Claims::place)
			.list()
			.forEach(this.events::publishEvent);
	}

	/** After a parting: takes a claim from those it was not filed for. */
	private void withdraw(PlaceholderId placeholder) {
		this.sql.sql("""
				update placeholder p set member_id = null, claimed_at = null, claim_id = null
				where p.id in (select same_person(:id)) and p.claim_id is not null
				and (select c.placeholder_id from claim c where c.id = p.claim_id) not in (select same_person(:id))
				returning p.id, p.topic_id""")
			.param("id", placeholder.value())
			.query(Claims::place)
			.list()
			.forEach(this.events::publishEvent);
	}

	/** Who is found to be somebody settles what others say of them. */
	private void overtake(PlaceholderId placeholder, MemberId found, @Nullable Viewer by) {
		this.sql
			.sql("""
					update claim c set state = 'OVERTAKEN', settled_by = :by, settled_at = :now
					from placeholder p where p.id = c.placeholder_id and c.state = 'WAITING' and c.placeholder_id in (select same_person(:id))
					returning c.id, c.placeholder_id, p.topic_id, c.member_id""")
			.param("by", (by != null) ? by.id().value() : null)
			.param("now", now())
			.param("id", placeholder.value())
			.query((row, line) -> new ClaimSettled(new ClaimId(row.getLong("id")),
					new PlaceholderId(row.getLong("placeholder_id")), new TopicId(row.getLong("topic_id")),
					new MemberId(row.getLong("member_id")), ClaimState.OVERTAKEN, (by != null) ? by.id() : null))
			.list()
			.stream()
			.filter((settled) -> !settled.member().equals(found))
			.forEach(this.events::publishEvent);
	}

	private ClaimView waiting(TopicId topic, ClaimId id, Viewer by) {
		mustNotBeParty(topic, get(topic, id, by).placeholder(), by);
		var known = locked(topic, get(id, by).placeholder());
		var claim = get(id, by);
		if (!claim.isWaiting()) {
			throw new Conflict("claim.settled." + claim.state().word(), claim.label(), claim.member().name(),
					Objects.requireNonNullElse(claim.settledBy(), "address"),
					Objects.requireNonNullElse(claim.settledAt(), this.clock.instant()))
				.byOneself(isSettledBy(id, by));
		}
		mustBeNobody(known);
		return claim;
	}

	private boolean isSettledBy(ClaimId id, Viewer by) {
		return this.sql.sql("select coalesce(coalesce(undone_by, settled_by) = ?, false) from claim where id = ?")
			.params(by.id().value(), id.value())
			.query(Boolean.class)
			.single();
	}

	/** Whoever says that they are somebody does not decide who it is. */
	private void mustNotBeParty(TopicId topic, PlaceholderId placeholder, Viewer by) {
		if (isParty(placeholder, by)) {
			mustBeAlone(topic, by);
		}
	}

	/** Where nobody else can decide, one’s own claim would wait for ever. */
	private void mustBeAlone(TopicId topic, Viewer by) {
		if (this.sql.sql("select others_run(?, ?)")
			.params(topic.value(), by.id().value())
			.query(Boolean.class)
			.single()) {
			throw new NotAllowed("settle one’s own claim", "claim.own-claim");
		}
	}

	private boolean isParty(PlaceholderId placeholder, Viewer viewer) {
		return this.sql.sql("select claims_to_be(?, ?)")
			.params(viewer.id().value(), placeholder.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Those of a topic about whom this viewer may not decide, because they say, or have
	 * said, that they are them, and somebody else can decide.
	 */
	@Transactional(readOnly = true)
	public Set<PlaceholderId> decidedByOthers(TopicId topic, Viewer viewer) {
		return this.sql.sql("""
				select p.id from placeholder p
				where p.topic_id = :topic and claims_to_be(:me, p.id) and others_run(:topic, :me)""")
			.param("topic", topic.value())
			.param("me", viewer.id().value())
			.query((row, line) -> new PlaceholderId(row.getLong("id")))
			.set();
	}

	/** Whoever asked without a name is nobody’s to claim. */
	private static void mustBeNobody(Known known) {
		if (known.member() == null && Anonymity.is(known.label())) {
			throw new Refused("claim.anonymous", known.label());
		}
		if (known.member() != null) {
			throw new Conflict("claim.known-already", known.label(), known.name());
		}
	}

	private void mustBeHere(MemberId member) {
		if (!this.members.get(member).active()) {
			throw new Refused("claim.left");
		}
		if (this.suspensions.find(member).isPresent()) {
			throw new Refused("claim.suspended");
		}
	}

	private static void mustBeOpen(Before before, MemberId member, Known known, String why) {
		if (before.refusals() >= MOST_REFUSALS) {
			throw new Refused("claim.refused-before", known.label());
		}
		if (before.isDoubtful(member) && why.isEmpty()) {
			throw new Refused("claim.no-words");
		}
		if (why.length() > LONGEST_REASON) {
			throw new Refused("claim.long-reason", why.length(), LONGEST_REASON);
		}
	}

	private ClaimId put(PlaceholderId placeholder, MemberId member, String words) {
		return new ClaimId(this.sql.sql("""
				insert into claim (placeholder_id, member_id, state, filed_at, words)
				values (?, ?, 'WAITING', ?, nullif(?, ''))
				on conflict (placeholder_id, member_id) do update
				set state = 'WAITING', filed_at = excluded.filed_at, words = excluded.words, settled_by = null,
				    settled_at = null, reason = null, undone_by = null, undone_at = null
				returning id""").params(placeholder.value(), member.value(), now(), words).query(Long.class).single());
	}

	private ClaimView get(ClaimId id, Viewer viewer) {
		return this.sql.sql(VIEW + "where c.id = :id")
			.param("me", viewer.id().value())
			.param("id", id.value())
			.query((row, line) -> view(row))
			.optional()
			.orElseThrow(() -> new NotFound("claim " + id));
	}

	/**
	 * Those who settle somebody at once line up here, whoever it is: who is the same
	 * person may change while one waits.
	 */
	private void inTurn() {
		this.sql.sql("select pg_advisory_xact_lock(hashtext('claim'))").query((row) -> {
		});
	}

	private Known locked(TopicId topic, PlaceholderId placeholder) {
		inTurn();
		this.sql.sql("select id from placeholder where id in (select same_person(?)) order by id for update")
			.param(placeholder.value())
			.query(Long.class)
			.list();
		return known(topic, placeholder);
	}

	private Known known(TopicId topic, PlaceholderId placeholder) {
		return this.sql.sql("""
				select p.label, p.member_id, m.display_name from placeholder p
				join topic t on t.id = p.topic_id left join member m on m.id = p.member_id
				where p.id = ? and p.topic_id = ?""").params(placeholder.value(), topic.value()).query((row, line) -> {
			var member = row.getObject("member_id", Long.class);
			return new Known(row.getString("label"), (member != null) ? new MemberId(member) : null,
					Objects.requireNonNullElse(row.getString("display_name"), ""));
		}).optional().orElseThrow(() -> new NotFound("placeholder " + placeholder + " in topic " + topic));
	}

	/** Whether the list named an address for them that this member has confirmed. */
	private boolean isAtAddress(PlaceholderId placeholder, MemberId member) {
		return this.sql.sql("""
				select exists (select from placeholder p join member_email e on email_key(e.email) = p.email_hash
				               where p.id = ? and e.member_id = ? and e.confirmed_at is not null)""")
			.params(placeholder.value(), member.value())
			.query(Boolean.class)
			.single();
	}

	/** Whether a member is, or says that they are, somebody else in this topic. */
	private boolean isSomebody(TopicId topic, PlaceholderId placeholder, MemberId member) {
		return this.sql
			.sql("""
					select exists (select from placeholder where topic_id = :topic and member_id = :member)
					    or exists (select from claim c join placeholder p on p.id = c.placeholder_id
					               where p.topic_id = :topic and c.member_id = :member and c.state = 'WAITING' and p.id <> :id)""")
			.param("topic", topic.value())
			.param("member", member.value())
			.param("id", placeholder.value())
			.query(Boolean.class)
			.single();
	}

	private TopicId topicOf(PlaceholderId placeholder) {
		return this.sql.sql("select topic_id from placeholder where id = ?")
			.param(placeholder.value())
			.query((row, line) -> new TopicId(row.getLong(1)))
			.optional()
			.orElseThrow(() -> new NotFound("placeholder " + placeholder));
	}

	private List<PlaceholderId> same(PlaceholderId placeholder) {
		return this.sql.sql("select same_person(?)")
			.param(placeholder.value())
			.query((row, line) -> new PlaceholderId(row.getLong(1)))
			.list();
	}

	/** The one of those that were joined which is joined to none: each is, but one. */
	private PlaceholderId root(PlaceholderId placeholder) {
		return this.sql.sql("select id from placeholder where id in (select same_person(?)) and joined_to is null")
			.param(placeholder.value())
			.query((row, line) -> new PlaceholderId(row.getLong(1)))
			.single();
	}

	private void told(Act act, PlaceholderId placeholder, PlaceholderId other, TopicId topic, Viewer by) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.PLACEHOLDER, placeholder.value(), topic.value(),
				Map.of(), Map.of("with", other.toString())));
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private static PlaceholderClaimed place(ResultSet row, int line) throws SQLException {
		return new PlaceholderClaimed(new PlaceholderId(row.getLong("id")), new TopicId(row.getLong("topic_id")));
	}

	private static ClaimView view(ResultSet row) throws SQLException {
		var settled = row.getTimestamp("settled_at");
		var here = !"ERASED".equals(row.getString("status"));
		return new ClaimView(new ClaimId(row.getLong("id")), new PlaceholderId(row.getLong("placeholder_id")),
				new TopicId(row.getLong("topic_id")), row.getString("label"), new MemberId(row.getLong("member_id")),
				new PersonView(row.getString("display_name"), here ? new Handle(row.getString("handle")) : null),
				ClaimState.valueOf(row.getString("state")), row.getTimestamp("filed_at").toInstant(),
				row.getString("settled_name"), (settled != null) ? settled.toInstant() : null, row.getString("reason"),
				row.getString("words"), row.getInt("others"), row.getBoolean("settles"));
	}

	/**
	 * @param member who is known to be it
	 */
	private record Known(String label, @Nullable MemberId member, String name) {

	}

	private record Confirmed(PlaceholderId placeholder, Instant at, @Nullable Long claim, boolean gone) {

	}

	/** What this member said of it before. */
	private record Before(ClaimId id, ClaimState state, @Nullable Long undoneBy, int refusals) {

		/** Whether somebody else found that it is not them. */
		boolean isDoubtful(MemberId member) {
			return this.state == ClaimState.REFUSED
					|| (this.state == ClaimState.UNDONE && !Objects.equals(this.undoneBy, member.value()));
		}

		/** Whether people have settled it, so that no address does. */
		boolean wasSettled() {
			return this.state == ClaimState.UNDONE || this.refusals > 0;
		}

	}

}
