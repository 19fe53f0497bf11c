package org.afterword.topic;

import java.util.List;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.topic.claims.ClaimId;
import org.afterword.topic.claims.ClaimLists;
import org.afterword.topic.claims.ClaimView;
import org.afterword.topic.claims.Claims;
import org.afterword.topic.claims.SamePeople;
import org.afterword.topic.claims.TopicPlaceholders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Several who settle at one instant who TS is. */
@CommittingTest
class TogetherClaimsTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Claims claims;

	@Autowired
	ClaimLists claimLists;

	@Autowired
	SamePeople samePeople;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	JdbcClient sql;

	private TopicId topic;

	private PlaceholderId ts;

	private Viewer noor;

	private Viewer luz;

	private Viewer amara;

	private Viewer bishnu;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.ts = this.placeholders.findOrCreate(this.topic, "TS");
		this.noor = this.story.noor();
		this.luz = this.story.person("luz");
		this.amara = this.story.amara();
		this.bishnu = this.story.person("bishnu");
	}

	@RepeatedTest(3)
	void twoFacilitatorsConfirmOneClaimOnceAndTheSecondReadsWhoDid() throws Exception {
		this.claims.file(this.topic, this.ts, "", this.noor);
		var claim = waiting(this.topic, this.noor);
		var outcomes = Together.act(() -> confirm(this.topic, claim, this.amara),
				() -> confirm(this.topic, claim, this.bishnu));
		var winner = outcomes.stream().filter(Viewer.class::isInstance).map(Viewer.class::cast).toList();
		assertThat(winner).hasSize(1);
		assertThat(outcomes).filteredOn(Conflict.class::isInstance)
			.singleElement()
			.satisfies((told) -> assertThat(((Conflict) told).arguments()).startsWith("TS", this.noor.name(),
					winner.getFirst().name()));
		assertThat(acts("claim", this.ts)).isEqualTo(1);
		assertThat(whoIs(this.ts)).isEqualTo(this.noor.id().value());
	}

	@RepeatedTest(3)
	void ofTwoWhoSayTheSameOneIsFoundAndTheOtherOvertaken() throws Exception {
		this.claims.file(this.topic, this.ts, "", this.noor);
		this.claims.file(this.topic, this.ts, "", this.luz);
		var hers = waiting(this.topic, this.noor);
		var other = waiting(this.topic, this.luz);
		var outcomes = Together.act(() -> confirm(this.topic, hers, this.amara),
				() -> confirm(this.topic, other, this.bishnu));
		assertThat(outcomes).hasAtLeastOneElementOfType(Viewer.class).hasAtLeastOneElementOfType(Conflict.class);
		assertThat(states()).containsExactlyInAnyOrder("CONFIRMED", "SUPERSEDED");
		assertThat(this.sql
			.sql("select p.member_id = c.member_id from placeholder p join claim c on c.id = p.claim_id "
					+ "where c.state = 'CONFIRMED' and p.id = ?")
			.param(this.ts.value())
			.query(Boolean.class)
			.single()).isTrue();
		assertThat(acts("claim", this.ts)).isEqualTo(1);
	}

	@RepeatedTest(3)
	void aClaimThatIsConfirmedWhileItsPersonIsJoinedCountsForBoth() throws Exception {
		var there = this.story.also("mini-grids");
		var same = this.placeholders.findOrCreate(there, "TS");
		this.claims.file(this.topic, this.ts, "", this.noor);
		var claim = waiting(this.topic, this.noor);
		var outcomes = Together.act(() -> confirm(this.topic, claim, this.amara),
				() -> this.samePeople.join(there, same, this.ts, this.bishnu));
		assertThat(outcomes).containsExactlyInAnyOrder(this.amara, true);
		assertThat(whoIs(this.ts)).isEqualTo(this.noor.id().value());
		assertThat(whoIs(same)).isEqualTo(this.noor.id().value());
	}

	/** Whatever comes first: one person is never two members. */
	@RepeatedTest(3)
	void twoClaimsThatAreConfirmedWhileTheirPeopleAreJoinedAreNotMixedUp() throws Exception {
		var there = this.story.also("mini-grids");
		var same = this.placeholders.findOrCreate(there, "TS");
		this.claims.file(this.topic, this.ts, "", this.noor);
		this.claims.file(there, same, "", this.luz);
		var hers = waiting(this.topic, this.noor);
		var other = waiting(there, this.luz);
		var outcomes = Together.act(() -> confirm(this.topic, hers, this.amara),
				() -> confirm(there, other, this.bishnu),
				() -> this.samePeople.join(there, same, this.ts, this.story.ines()));
		assertThat(outcomes).filteredOn(Throwable.class::isInstance)
			.hasSize(1)
			.allMatch((told) -> told instanceof Conflict || told instanceof Refused);
		var joined = outcomes.contains(true);
		assertThat(whoIs(this.ts).equals(whoIs(same))).isEqualTo(joined);
		assertThat(states()).containsExactlyInAnyOrder("CONFIRMED", joined ? "SUPERSEDED" : "CONFIRMED");
	}

	@RepeatedTest(3)
	void twoWhoJoinTheSamePeopleFromBothSidesJoinThemOnce() throws Exception {
		var there = this.story.also("mini-grids");
		var same = this.placeholders.findOrCreate(there, "TS");
		var outcomes = Together.act(() -> this.samePeople.join(there, same, this.ts, this.amara),
				() -> this.samePeople.join(this.topic, this.ts, same, this.bishnu));
		assertThat(outcomes).containsExactlyInAnyOrder(true, false);
		assertThat(this.sql.sql("select count(*) from placeholder where joined_to is not null")
			.query(Integer.class)
			.single()).isOne();
	}

	private Viewer confirm(TopicId in, ClaimId claim, Viewer by) {
		this.claims.confirm(in, claim, by);
		return by;
	}

	private ClaimId waiting(TopicId in, Viewer member) {
		return this.claimLists.waiting(in, 0, this.story.amara())
			.stream()
			.filter((one) -> member.is(one.memberId()))
			.map(ClaimView::id)
			.findFirst()
			.orElseThrow();
	}

	private Long whoIs(PlaceholderId placeholder) {
		return this.sql.sql("select member_id from placeholder where id = ?")
			.param(placeholder.value())
			.query(Long.class)
			.single();
	}

	private List<String> states() {
		return this.sql
			.sql("select state from claim where placeholder_id in (select id from placeholder " + "where label = 'TS')")
			.query(String.class)
			.list();
	}

	private int acts(String act, PlaceholderId placeholder) {
		return this.sql.sql("select count(*) from audit_entry where act = ? and subject_id = ?")
			.params(act, placeholder.value())
			.query(Integer.class)
			.single();
	}

}
