package org.afterword.member;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.afterword.AfterwordTest;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Gone;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.password.Password;
import org.afterword.member.suspension.Suspension;
import org.afterword.member.suspension.Suspensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@AfterwordTest
@RecordApplicationEvents
class MembersTests {

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	Roles roles;

	@Autowired
	Passwords passwords;

	@Autowired
	Suspensions suspensions;

	@Autowired
	Emails emails;

	@Autowired
	JdbcClient sql;

	@Autowired
	ApplicationEvents events;

	@Test
	void whoJoinsIsAMemberAndCanBeFound() {
		var id = this.members.join(Newcomers.called("tala"));
		assertThat(this.members.get(new Handle("TALA"))).satisfies((member) -> {
			assertThat(member.id()).isEqualTo(id);
			assertThat(member.name()).isEqualTo("Tala");
			assertThat(member.role()).isEqualTo(Role.MEMBER);
			assertThat(member.active()).isTrue();
		});
		assertThat(this.members.viewer(id)).hasValueSatisfying((viewer) -> assertThat(viewer.isMember()).isTrue());
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.members.get(new Handle("nobody-here")));
	}

	@Test
	void thePasswordIsKeptAsAHashOnly() {
		var id = this.members.join(Newcomers.called("tala"));
		var hash = this.sql.sql("select password_hash from member where id = ?")
			.param(id.value())
			.query(String.class)
			.single();
		assertThat(hash).startsWith("{argon2id}$argon2id$").doesNotContain(Newcomers.PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "Tala, handle.taken", "ta1a, handle.alike", "ADMIN, handle.reserved", "tаla, handle.deceptive" })
	void aHandleThatIsNotFreeIsRefusedWithItsReason(String handle, String reason) {
		this.members.join(Newcomers.called("tala"));
		var other = new Newcomer(Profile.of("Other"), new Handle(handle), new Email("other@example.org"),
				new Password(Newcomers.PASSWORD));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.members.join(other))
			.satisfies((refused) -> assertThat(refused.reasons())
				.containsExactly(new Refused.Reason("handle", reason, List.of())));
	}

	@Test
	void whoJoinsWithAnAddressThatIsKnownIsNotToldSo() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.emails.confirm(tala, new Email("tala@example.org"));
		var other = this.members.join(new Newcomer(Profile.of("Other"), new Handle("other"),
				new Email("tala@example.org"), new Password(Newcomers.PASSWORD)));
		assertThat(this.passwords.credentials("tala@example.org"))
			.hasValueSatisfying((credentials) -> assertThat(credentials.viewer().id()).isEqualTo(tala));
		assertThat(this.emails.confirm(other, new Email("tala@example.org"))).isFalse();
	}

	@Test
	void anOldHandleIsHadByNobodyElse() {
		var tala = this.members.join(Newcomers.called("tala"));
		var biko = this.members.join(Newcomers.called("biko"));
		this.profiles.change(tala, new Handle("tala-w"), Profile.of("Tala W."));
		assertThat(this.members.find(new Handle("tala"))).isEmpty();
		for (var handle : List.of("tala", "ta1a")) {
			assertThatExceptionOfType(Refused.class)
				.isThrownBy(() -> this.profiles.change(biko, new Handle(handle), Profile.of("Biko")));
		}
		assertThat(this.members.get(biko).handle()).isEqualTo(new Handle("biko"));
	}

	@Test
	void anOldHandleCanBeTakenBack() {
		var tala = this.members.join(Newcomers.called("tala"));
		this.profiles.change(tala, new Handle("tala-w"), Profile.of("Tala"));
		this.profiles.change(tala, new Handle("tala"), Profile.of("Tala"));
		assertThat(this.members.get(new Handle("tala")).id()).isEqualTo(tala);
	}

	@ParameterizedTest
	@CsvSource({ "tala", "TALA", "@tala", "' tala '", "Tala@Example.org" })
	void aMemberIsKnownAtTheDoorByHandleOrAddress(String name) {
		var id = this.members.join(Newcomers.called("tala"));
		assertThat(this.passwords.credentials(name))
			.hasValueSatisfying((credentials) -> assertThat(credentials.viewer().id()).isEqualTo(id));
	}

	@Test
	void nobodyIsKnownByNonsense() {
		this.members.join(Newcomers.called("tala"));
		for (var name : List.of("", "%", "ta\u0000la", "a".repeat(100_000), "' or 1=1 --")) {
			assertThat(this.passwords.credentials(name)).isEmpty();
		}
	}

	@Test
	void whoIsErasedDoesNotComeIn() {
		var id = this.members.join(Newcomers.called("tala"));
		this.sql.sql("delete from member_email where member_id = ?").param(id.value()).update();
		this.sql.sql("update member set status = 'ERASED', password_hash = null where id = ?")
			.param(id.value())
			.update();
		assertThat(this.members.viewer(id)).isEmpty();
		assertThat(this.passwords.credentials("tala")).isEmpty();
	}

	@Test
	void aSuspensionEndsByItself() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		this.events.clear();
		this.suspensions.suspend(tala, "advertising", Instant.now().plus(Duration.ofDays(7)), amina);
		assertThat(this.members.viewer(tala)).isEmpty();
		assertThat(this.suspensions.find(tala)).map(Suspension::reason).hasValue("advertising");
		assertThat(this.events.stream(StaffAct.class)).extracting(StaffAct::act, StaffAct::reason)
			.containsExactly(tuple(Act.SUSPEND, "advertising"));
		this.sql.sql("update suspension set until = suspended_at + interval '1 microsecond'").update();
		assertThat(this.members.viewer(tala)).isPresent();
		assertThat(this.suspensions.find(tala)).isEmpty();
	}

	@Test
	void aSuspendedMemberIsLetInAgainOnce() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		this.suspensions.suspend(tala, "advertising", Instant.now().plus(Duration.ofDays(7)), amina);
		assertThatExceptionOfType(Conflict.class).isThrownBy(
				() -> this.suspensions.suspend(tala, "advertising", Instant.now().plus(Duration.ofDays(1)), amina));
		this.events.clear();
		assertThat(this.suspensions.lift(tala, amina)).isTrue();
		assertThat(this.suspensions.lift(tala, amina)).isFalse();
		assertThat(this.members.viewer(tala)).isPresent();
		assertThat(this.events.stream(StaffAct.class)).extracting(StaffAct::act).containsExactly(Act.LIFT);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 367 })
	void aSuspensionHasATime(long days) {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		assertThatExceptionOfType(Refused.class).isThrownBy(
				() -> this.suspensions.suspend(tala, "advertising", Instant.now().plus(Duration.ofDays(days)), amina));
	}

	@Test
	void nobodySuspendsThoseWhoMayDoAsMuch() {
		var amina = this.members.first(Newcomers.called("amina"));
		var tala = this.members.join(Newcomers.called("tala"));
		var omar = this.members.join(Newcomers.called("omar"));
		var zoe = this.members.join(Newcomers.called("zoe"));
		this.roles.give(viewer(amina), tala, Role.FACILITATOR);
		this.roles.give(viewer(amina), omar, Role.FACILITATOR);
		var week = Instant.now().plus(Duration.ofDays(7));
		for (var whom : List.of(amina, tala, omar)) {
			assertThatExceptionOfType(NotAllowed.class)
				.isThrownBy(() -> this.suspensions.suspend(whom, "unkind", week, viewer(tala)));
		}
		for (var who : List.of(viewer(zoe), Viewer.stranger())) {
			assertThatExceptionOfType(NotAllowed.class)
				.isThrownBy(() -> this.suspensions.suspend(zoe, "unkind", week, who));
		}
		this.suspensions.suspend(zoe, "unkind", week, viewer(tala));
		this.suspensions.suspend(omar, "unkind", week, viewer(amina));
		assertThat(this.members.viewer(omar)).isEmpty();
	}

	@Test
	void theFirstAdministratorIsMadeOnce() {
		var first = this.members.first(Newcomers.called("amina"));
		assertThat(this.members.get(first).role()).isEqualTo(Role.ADMINISTRATOR);
		assertThatExceptionOfType(Gone.class).isThrownBy(() -> this.members.first(Newcomers.called("tala")));
		assertThat(this.members.find(new Handle("tala"))).isEmpty();
	}

	@Test
	void anAdministratorGivesARoleAndTheActIsTold() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		this.events.clear();
		this.roles.give(amina, tala, Role.FACILITATOR);
		this.roles.give(amina, tala, Role.FACILITATOR);
		assertThat(viewer(tala).isFacilitator()).isTrue();
		assertThat(this.events.stream(StaffAct.class)).containsExactly(new StaffAct(amina.id(), Act.GIVE_ROLE,
				StaffAct.Subject.MEMBER, tala.value(), null, Map.of("role", "MEMBER"), Map.of("role", "FACILITATOR")));
	}

	@Test
	void nobodyElseGivesRoles() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		this.roles.give(amina, tala, Role.FACILITATOR);
		for (var viewer : List.of(viewer(tala), Viewer.stranger())) {
			assertThatExceptionOfType(NotAllowed.class)
				.isThrownBy(() -> this.roles.give(viewer, tala, Role.ADMINISTRATOR));
		}
	}

	@Test
	void whoWasAnAdministratorWhenThePageOpenedIsAskedAgain() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		var tala = this.members.join(Newcomers.called("tala"));
		this.roles.give(amina, tala, Role.ADMINISTRATOR);
		var before = viewer(tala);
		this.roles.give(amina, tala, Role.MEMBER);
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.roles.give(before, tala, Role.ADMINISTRATOR));
	}

	@Test
	void theLastAdministratorStays() {
		var amina = viewer(this.members.first(Newcomers.called("amina")));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.roles.give(amina, amina.id(), Role.MEMBER));
		var tala = this.members.join(Newcomers.called("tala"));
		this.roles.give(amina, tala, Role.ADMINISTRATOR);
		this.roles.give(amina, amina.id(), Role.MEMBER);
		assertThat(viewer(amina.id()).isAdministrator()).isFalse();
	}

	@Test
	void aPasswordChangesForWhoKnowsTheOldOne() {
		var tala = this.members.join(Newcomers.called("tala"));
		var next = new Password("eight seeds under the sun");
		assertThat(this.passwords.change(tala, "something else", next)).isFalse();
		assertThat(this.passwords.change(tala, Newcomers.PASSWORD, next)).isTrue();
		assertThat(this.passwords.change(tala, Newcomers.PASSWORD, next)).isFalse();
	}

	private Viewer viewer(MemberId id) {
		return this.members.viewer(id).orElseThrow();
	}

}
