package org.afterword.topic.claims;

import java.util.List;

import jakarta.persistence.EntityManager;
import org.afterword.AfterwordTest;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberErasure;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** TS asked question 5 at the webinar, and joins. */
@AfterwordTest
@RecordApplicationEvents
class ClaimsTests {

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Claims claims;

	@Autowired
	ClaimLists claimLists;

	@Autowired
	SamePeople samePeople;

	@Autowired
	ListAddresses addresses;

	@Autowired
	TopicPlaceholders placeholders;

	@Autowired
	Members members;

	@Autowired
	MemberErasure erasure;

	@Autowired
	Emails emails;

	@Autowired
	Publishing publishing;

	@Autowired
	JdbcClient sql;

	@Autowired
	EntityManager entities;

	@Autowired
	ApplicationEvents events;

	private TopicId topic;

	private PlaceholderId ts;

	private Viewer tess;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.ts = placeholder(this.topic, "TS");
		this.tess = joins("tess", "Tess Sanders", "TS");
	}

	@Test
	void whoeverHasTheInitialsIsAskedUntilTheyAnswer() {
		assertThat(labels(this.tess)).containsExactly("TS");
		assertThat(labels(Viewer.stranger())).isEmpty();
		assertThat(labels(joins("kofi", "Kofi Boateng", "KO"))).isEmpty();
		this.claims.deny(this.topic, this.ts, this.tess);
		assertThat(labels(this.tess)).isEmpty();
	}

	@Test
	void aNameFitsHoweverItIsWritten() {
		var there = this.story.also("mini-grids");
		this.placeholders.findOrCreate(there, "Okwuosa, Delta Trust");
		this.placeholders.findOrCreate(there, "T. S. (2)");
		this.placeholders.findOrCreate(there, "Adaeze Okwuosa (Delta Trust)");
		assertThat(this.claimLists.fits(there, joins("ada", "Adaeze Okwuosa", "AO"))).extracting(Fit::label)
			.containsExactly("Adaeze Okwuosa (Delta Trust)");
		assertThat(this.claimLists.fits(there, this.tess)).extracting(Fit::label).containsExactly("T. S. (2)");
	}

	@Test
	void nobodyIsAskedAboutADraft() {
		this.sql.sql("update topic set state = 'DRAFT'").update();
		assertThat(labels(this.tess)).isEmpty();
	}

	@Test
	void aClaimWaitsForThoseWhoRunTheTopicAndMakesEverythingTheirs() {
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
		assertThat(this.events.stream(ClaimFiled.class)).hasSize(1);
		var claim = waiting();
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.noor()));
		this.claims.confirm(this.topic, claim, this.story.amara());
		assertThat(known("TS")).isEqualTo("Tess Sanders");
		assertThat(this.events.stream(ClaimDecided.class)).singleElement().satisfies((settled) -> {
			assertThat(settled.member()).isEqualTo(this.tess.member());
			assertThat(settled.actor()).isEqualTo(this.story.amara().member());
			assertThat(settled.state()).isEqualTo(ClaimState.CONFIRMED);
		});
		assertThatThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.amara()))
			.isInstanceOf(Conflict.class)
			.hasMessage("claim.decided.confirmed");
	}

	@Test
	void aRefusedClaimSaysWhyAndIsFiledAgainOnceWithWords() {
		this.claims.file(this.topic, this.ts, "", this.tess);
		var claim = waiting();
		assertThatThrownBy(() -> this.claims.refuse(this.topic, claim, " ", this.story.amara()))
			.hasMessage("claim.no-reason");
		this.claims.refuse(this.topic, claim, "That was Tom.", this.story.amara());
		this.entities.flush();
		assertThat(this.sql.sql("select reason from claim where state = 'REFUSED'").query(String.class).single())
			.isEqualTo("That was Tom.");
		assertThatThrownBy(() -> this.claims.file(this.topic, this.ts, "", this.tess)).isInstanceOf(Refused.class)
			.hasMessage("claim.no-words");
		assertThatThrownBy(() -> this.claims.file(this.topic, this.ts, "w".repeat(501), this.tess))
			.hasMessage("claim.long-reason");
		assertThat(this.claims.file(this.topic, this.ts, "I sat beside Rekha.", this.tess))
			.isEqualTo(ClaimState.WAITING);
		this.entities.flush();
		assertThat(this.claimLists.waiting(this.topic, 0, this.story.amara())).singleElement()
			.satisfies((one) -> assertThat(one.words()).isEqualTo("I sat beside Rekha."));
		this.claims.refuse(this.topic, waiting(), "Rekha remembers Tom.", this.story.amara());
		assertThatThrownBy(() -> this.claims.file(this.topic, this.ts, "But I did.", this.tess))
			.isInstanceOf(Refused.class)
			.hasMessage("claim.refused-before");
		assertThat(this.sql.sql("select count(*) from audit_entry where act = 'refuse-claim'")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void theAddressOfTheListSettlesItAtOnceOnceItIsConfirmed() {
		this.addresses.keep(this.topic, "TS", Email.of("Tess@Example.org"));
		this.emails.add(this.tess.id(), Email.of("tess@example.org"));
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
		this.claims.deny(this.topic, this.ts, this.tess);
		this.emails.confirm(this.tess.id(), Email.of("tess@example.org"));
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.CONFIRMED);
		assertThat(known("TS")).isEqualTo("Tess Sanders");
		assertThat(this.events.stream(ClaimDecided.class).filter((one) -> this.tess.is(one.member()))).singleElement()
			.satisfies((settled) -> {
				assertThat(settled.state()).isEqualTo(ClaimState.CONFIRMED);
				assertThat(settled.actor()).isNull();
			});
	}

	@Test
	void whoeverHasTheAddressIsAskedUnderAnyName() {
		var kofi = joins("kofi", "Kofi Boateng", "KO");
		this.addresses.keep(this.topic, "TS", Email.of("kofi@example.org"));
		assertThat(labels(kofi)).isEmpty();
		this.emails.add(kofi.id(), Email.of("kofi@example.org"));
		assertThat(labels(kofi)).isEmpty();
		this.emails.confirm(kofi.id(), Email.of("kofi@example.org"));
		assertThat(labels(kofi)).containsExactly("TS");
	}

	@Test
	void nobodyIsTwoPeopleOfOneListWithoutStaff() {
		this.addresses.keep(this.topic, "TS", Email.of("tess@example.org"));
		this.emails.add(this.tess.id(), Email.of("tess@example.org"));
		this.emails.confirm(this.tess.id(), Email.of("tess@example.org"));
		this.claims.identify(this.topic, "KB", this.tess.id(), this.story.amara());
		assertThat(labels(this.tess)).isEmpty();
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
	}

	@Test
	void ofTwoWhoSaySoOneIsFoundAndTheOtherReadsIt() {
		var tomas = joins("tomas", "Tomas Silva", "TS");
		this.claims.file(this.topic, this.ts, "", this.tess);
		this.claims.file(this.topic, this.ts, "", tomas);
		var waiting = this.claimLists.waiting(this.topic, 0, this.story.amara());
		assertThat(waiting).extracting(ClaimView::others).containsExactly(1, 1);
		this.claims.confirm(this.topic, waiting.getLast().id(), this.story.amara());
		assertThat(known("TS")).isEqualTo("Tomas Silva");
		assertThat(this.claimLists.waiting(this.topic, 0, this.story.amara())).isEmpty();
		assertThat(this.events.stream(ClaimDecided.class)).extracting(ClaimDecided::state)
			.containsExactlyInAnyOrder(ClaimState.SUPERSEDED, ClaimState.CONFIRMED);
		assertThatThrownBy(() -> this.claims.file(this.topic, this.ts, "", this.tess)).isInstanceOf(Conflict.class)
			.hasMessage("claim.known-already");
		this.claims.undo(this.topic, "TS", tomas.id(), this.story.amara());
		assertThat(labels(this.tess)).containsExactly("TS");
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
	}

	@Test
	void staffSettleNoClaimOfTheirOwn() {
		assertThatThrownBy(() -> this.claims.identify(this.topic, "TS", this.story.amara().id(), this.story.amara()))
			.isInstanceOf(NotAllowed.class);
		this.claims.file(this.topic, this.ts, "", this.story.amara());
		var claim = waiting();
		assertThatThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.amara()))
			.isInstanceOf(NotAllowed.class);
		this.claims.confirm(this.topic, claim, this.story.person("bishnu"));
		assertThat(known("TS")).isEqualTo("Amara Diallo");
		assertThatThrownBy(() -> this.claims.identify(this.topic, "KB", this.story.ines().id(), this.story.ines()))
			.isInstanceOf(NotAllowed.class)
			.hasFieldOrPropertyWithValue("key", "claim.own-claim");
		assertThat(this.claims.identify(this.topic, "KB", this.story.ines().id(), this.story.amara())).isTrue();
	}

	@Test
	void whoeverSaysThatTheyAreSomebodyDoesNotDecideWhetherSomebodyElseIs() {
		var amara = this.story.amara();
		var bishnu = this.story.person("bishnu");
		this.claims.file(this.topic, this.ts, "", this.tess);
		var theirs = waiting();
		this.claims.file(this.topic, this.ts, "", amara);
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "TS");
		for (var act : List.<ThrowingCallable>of(() -> this.claims.confirm(this.topic, theirs, amara),
				() -> this.claims.refuse(this.topic, theirs, "It was me.", amara),
				() -> this.claims.identify(this.topic, "TS", this.tess.id(), amara),
				() -> this.samePeople.join(this.topic, this.ts, other, amara),
				() -> this.samePeople.join(there, other, this.ts, amara))) {
			assertThatThrownBy(act).isInstanceOf(NotAllowed.class)
				.hasFieldOrPropertyWithValue("key", "claim.own-claim");
		}
		this.claims.confirm(this.topic, theirs, bishnu);
		assertThat(known("TS")).isEqualTo("Tess Sanders");
		assertThatThrownBy(() -> this.claims.undo(this.topic, "TS", this.tess.id(), amara))
			.isInstanceOf(NotAllowed.class);
		assertThat(this.claims.undo(this.topic, "TS", this.tess.id(), bishnu)).isTrue();
	}

	@Test
	void whoeverSaidNoDecidesLikeEverybodyElse() {
		this.claims.deny(this.topic, this.ts, this.story.amara());
		this.claims.file(this.topic, this.ts, "", this.tess);
		this.claims.confirm(this.topic, waiting(), this.story.amara());
		assertThat(known("TS")).isEqualTo("Tess Sanders");
	}

	@Test
	void whoeverIsKnownByInitialsJoinsThemWithNobodyButGivesThemBack() {
		var amara = this.story.amara();
		var bishnu = this.story.person("bishnu");
		this.claims.identify(this.topic, "TS", amara.id(), bishnu);
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "TS");
		assertThatThrownBy(() -> this.samePeople.join(there, other, this.ts, amara)).isInstanceOf(NotAllowed.class);
		assertThat(this.samePeople.join(there, other, this.ts, bishnu)).isTrue();
		assertThat(known(there, "TS")).isEqualTo("Amara Diallo");
		assertThat(this.samePeople.separate(other, this.ts, amara)).isTrue();
		assertThat(known(there, "TS")).isEqualTo("TS");
		assertThat(this.claims.undo(this.topic, "TS", amara.id(), amara)).isTrue();
	}

	@Test
	void whereNobodyElseCanDecideOnesOwnClaimDoesNotWaitForEver() {
		this.claims.file(this.topic, this.ts, "", this.story.ines());
		var claim = waiting();
		assertThatThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.ines()))
			.isInstanceOf(NotAllowed.class);
		this.sql.sql("update member set role = 'MEMBER' where id <> ?").param(this.story.ines().id().value()).update();
		this.sql.sql("delete from topic_role where role = 'FACILITATOR'").update();
		this.entities.clear();
		this.claims.confirm(this.topic, claim, this.story.ines());
		assertThat(known("TS")).isEqualTo("Inés Quiroga Valdés");
	}

	@Test
	void aColleagueWhoIsSuspendedCannotDecide() {
		this.sql.sql("update member set role = 'MEMBER' where id not in (?, ?)")
			.params(this.story.ines().id().value(), this.story.person("bishnu").id().value())
			.update();
		this.sql.sql("delete from topic_role where role = 'FACILITATOR'").update();
		this.entities.clear();
		assertThatThrownBy(() -> this.claims.identify(this.topic, "TS", this.story.ines().id(), this.story.ines()))
			.isInstanceOf(NotAllowed.class);
		this.sql
			.sql("insert into suspension (member_id, reason, suspended_by, suspended_at, until) "
					+ "values (?, 'unkind', ?, now(), now() + interval '1 day')")
			.params(this.story.person("bishnu").id().value(), this.story.ines().id().value())
			.update();
		assertThat(this.claims.identify(this.topic, "TS", this.story.ines().id(), this.story.ines())).isTrue();
	}

	@Test
	void whatWasTheirsInTheirOwnNameStaysTheirsWhenAClaimIsUndone() {
		this.claims.identify(this.topic, "TS", this.tess.id(), this.story.amara());
		var named = this.publishing.reply(this.topic, this.story.zofia(),
				Reply.of("As @TS asked, and as @Tess and @tess say."));
		assertThat(html(named)).contains("/members/tess").doesNotContain("unclaimed");
		var own = this.publishing.reply(this.topic, this.tess, Reply.of("I have seen it in Goma."));
		this.claims.undo(this.topic, "TS", this.tess.id(), this.story.amara());
		assertThat(known("TS")).isEqualTo("TS");
		assertThat(html(named)).contains("unclaimed", "/members/tess");
		assertThat(this.sql.sql("select name from mention where member_id = ? order by name")
			.param(this.tess.id().value())
			.query(String.class)
			.list()).containsExactly("tess");
		assertThat(this.sql.sql("select author_member_id from post where topic_id = ? and number = ?")
			.params(this.topic.value(), own)
			.query(Long.class)
			.single()).isEqualTo(this.tess.id().value());
		assertThat(this.claims.undo(this.topic, "TS", this.tess.id(), this.story.amara())).isFalse();
	}

	@Test
	void whatStaffUndidIsFiledAgainWithWordsAndNoAddressSettlesIt() {
		this.addresses.keep(this.topic, "TS", Email.of("tess@example.org"));
		this.emails.add(this.tess.id(), Email.of("tess@example.org"));
		this.emails.confirm(this.tess.id(), Email.of("tess@example.org"));
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.CONFIRMED);
		this.claims.undo(this.topic, "TS", this.tess.id(), this.story.amara());
		assertThatThrownBy(() -> this.claims.file(this.topic, this.ts, " ", this.tess)).hasMessage("claim.no-words");
		assertThat(this.claims.file(this.topic, this.ts, "It is my address.", this.tess)).isEqualTo(ClaimState.WAITING);
		this.claims.confirm(this.topic, waiting(), this.story.amara());
		assertThat(known("TS")).isEqualTo("Tess Sanders");
	}

	@Test
	void whoSaysWhyIsForgottenWhenTheyLeave() {
		this.claims.file(this.topic, this.ts, "", this.tess);
		this.claims.refuse(this.topic, waiting(), "That was Tom.", this.story.amara());
		this.claims.file(this.topic, this.ts, "I sat beside Rekha.", this.tess);
		this.erasure.erase(this.tess.id(), "former member 9", false);
		assertThat(this.sql.sql("select count(*) from claim where words is not null").query(Integer.class).single())
			.isZero();
	}

	@Test
	void aClaimThatWaitsIsSettledWhenItsPersonIsFoundToBeSomebodyKnown() {
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "TS");
		var tomas = joins("tomas", "Tomas Silva", "TS");
		this.claims.identify(there, "TS", tomas.id(), this.story.amara());
		this.claims.file(this.topic, this.ts, "", this.tess);
		this.samePeople.join(there, other, this.ts, this.story.amara());
		assertThat(known("TS")).isEqualTo("Tomas Silva");
		assertThat(this.claimLists.waiting(this.topic, 0, this.story.amara())).isEmpty();
		assertThat(this.events.stream(ClaimDecided.class)).extracting(ClaimDecided::state)
			.contains(ClaimState.SUPERSEDED);
	}

	@Test
	void afterThirtyDaysAClaimStays() {
		this.claims.identify(this.topic, "TS", this.tess.id(), this.story.amara());
		this.sql.sql("update placeholder set claimed_at = claimed_at - interval '30 days 1 minute' where id = ?")
			.param(this.ts.value())
			.update();
		assertThatThrownBy(() -> this.claims.undo(this.topic, "TS", this.tess.id(), this.story.amara()))
			.isInstanceOf(Refused.class)
			.hasMessage("claim.too-late");
		assertThat(known("TS")).isEqualTo("Tess Sanders");
		this.sql.sql("update placeholder set claimed_at = claimed_at + interval '2 minutes' where id = ?")
			.param(this.ts.value())
			.update();
		assertThat(this.claims.undo(this.topic, "TS", this.tess.id(), this.story.amara())).isTrue();
	}

	@Test
	void aMemberTakesBackWhatTheySaidAndMaySayItAgain() {
		this.claims.file(this.topic, this.ts, "", this.tess);
		var claim = waiting();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.claims.takeBack(claim, this.story.noor()));
		this.claims.takeBack(claim, this.tess);
		this.entities.flush();
		assertThat(this.claimLists.waiting(this.topic, 0, this.story.amara())).isEmpty();
		this.claims.file(this.topic, this.ts, "", this.tess);
		this.claims.confirm(this.topic, waiting(), this.story.amara());
		this.claims.takeBack(claim, this.tess);
		assertThat(known("TS")).isEqualTo("TS");
		assertThat(this.claims.file(this.topic, this.ts, "", this.tess)).isEqualTo(ClaimState.WAITING);
	}

	@Test
	void aSuspendedMemberWaitsAndOneWhoLeftIsNobody() {
		this.claims.file(this.topic, this.ts, "", this.tess);
		var claim = waiting();
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				values (?, 'advertising', ?, now() - interval '1 hour', now() + interval '1 day')""")
			.params(this.tess.id().value(), this.story.amara().id().value())
			.update();
		assertThatThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.amara()))
			.hasMessage("claim.suspended");
		this.sql.sql("delete from suspension").update();
		this.erasure.erase(this.tess.id(), "former member 9", false);
		assertThatThrownBy(() -> this.claims.confirm(this.topic, claim, this.story.amara()))
			.isInstanceOf(Conflict.class)
			.hasMessage("claim.decided.left");
		assertThat(this.claimLists.waiting(this.topic, 0, this.story.amara())).isEmpty();
	}

	@Test
	void theSameInitialsOfTwoTopicsAreTwoPeopleUntilStaffJoinThem() {
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "TS");
		this.claims.identify(this.topic, "TS", this.tess.id(), this.story.amara());
		assertThat(known(there, "TS")).isEqualTo("TS");
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.samePeople.join(there, other, this.ts, this.story.noor()));
		assertThat(this.samePeople.join(there, other, this.ts, this.story.amara())).isTrue();
		assertThat(this.samePeople.join(this.topic, this.ts, other, this.story.amara())).isFalse();
		assertThat(known(there, "TS")).isEqualTo("Tess Sanders");
		assertThat(this.samePeople.separate(this.ts, other, this.story.amara())).isTrue();
		assertThat(known(there, "TS")).isEqualTo("TS");
		assertThat(known("TS")).isEqualTo("Tess Sanders");
	}

	@Test
	void aClaimOfOneIsAClaimOfAllThatWereJoinedAndIsUndoneForAll() {
		var there = this.story.also("mini-grids");
		var far = this.story.also("clean-cookstoves");
		var second = this.placeholders.findOrCreate(there, "TS");
		var third = this.placeholders.findOrCreate(far, "Tess");
		this.samePeople.join(there, second, this.ts, this.story.amara());
		this.samePeople.join(this.topic, this.ts, third, this.story.amara());
		this.claims.file(there, second, "", this.tess);
		this.claims.confirm(there, this.claimLists.waiting(there, 0, this.story.amara()).getFirst().id(),
				this.story.amara());
		assertThat(List.of(known("TS"), known(there, "TS"), known(far, "Tess"))).containsOnly("Tess Sanders");
		this.claims.undo(far, "Tess", this.tess.id(), this.story.amara());
		assertThat(List.of(known("TS"), known(there, "TS"), known(far, "Tess"))).containsExactly("TS", "TS", "Tess");
	}

	@Test
	void twoMembersAreNotJoinedNorTwoOfOneList() {
		var there = this.story.also("mini-grids");
		var other = this.placeholders.findOrCreate(there, "TS");
		this.claims.identify(this.topic, "TS", this.tess.id(), this.story.amara());
		this.claims.identify(there, "TS", this.story.noor().id(), this.story.amara());
		assertThatThrownBy(() -> this.samePeople.join(there, other, this.ts, this.story.amara()))
			.hasMessage("claim.two-members");
		assertThatThrownBy(
				() -> this.samePeople.join(this.topic, placeholder(this.topic, "KB"), this.ts, this.story.amara()))
			.hasMessage("claim.one-topic");
	}

	@Test
	void anotherTopicsPlaceholderOrClaimIsNotFound() {
		var there = this.story.also("mini-grids");
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.claims.file(there, this.ts, "", this.tess));
		this.claims.file(this.topic, this.ts, "", this.tess);
		var claim = waiting();
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.claims.confirm(there, claim, this.story.amara()));
	}

	private Viewer joins(String handle, String name, String initials) {
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, initials, role, created_at)
				values (?, ?, ?, ?, 'MEMBER', now())""").params(handle, handle, name, initials).update();
		return this.members.viewer(this.members.get(Handle.of(handle)).id()).orElseThrow();
	}

	private List<String> labels(Viewer viewer) {
		return this.claimLists.fits(this.topic, viewer).stream().map(Fit::label).toList();
	}

	private ClaimId waiting() {
		this.entities.flush();
		return this.claimLists.waiting(this.topic, 0, this.story.amara()).getFirst().id();
	}

	private PlaceholderId placeholder(TopicId topic, String label) {
		return this.placeholders.findOrCreate(topic, label);
	}

	private String known(String label) {
		return known(this.topic, label);
	}

	private String known(TopicId topic, String label) {
		return this.placeholders.list(topic)
			.stream()
			.filter((one) -> one.label().equals(label))
			.map((one) -> (one.member() != null) ? one.member().name() : one.label())
			.findFirst()
			.orElseThrow();
	}

	private String html(int number) {
		this.entities.flush();
		return this.sql.sql("select body_html from post where topic_id = ? and number = ?")
			.params(this.topic.value(), number)
			.query(String.class)
			.single();
	}

}
