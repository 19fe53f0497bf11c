package org.afterword.member.directory;

import java.util.List;
import java.util.Objects;

import org.afterword.AfterwordTest;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Handle;
import org.afterword.member.Listing;
import org.afterword.member.MemberErasure;
import org.afterword.member.MemberId;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Profile;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.member.directory.Directory.Search;
import org.afterword.member.directory.Directory.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AfterwordTest
class MemberDirectoryTests {

	@Autowired
	Members members;

	@Autowired
	MemberProfiles profiles;

	@Autowired
	MemberErasure erasure;

	@Autowired
	Roles roles;

	@Autowired
	MemberDirectory directory;

	@Autowired
	JdbcClient sql;

	Viewer amina;

	Viewer biko;

	Viewer cleo;

	Viewer dina;

	@BeforeEach
	void peopleJoin() {
		this.amina = viewer(this.members.first(Newcomers.called("amina")));
		this.biko = viewer(this.members.join(Newcomers.called("biko")));
		this.cleo = viewer(this.members.join(Newcomers.called("cleo")));
		this.dina = viewer(this.members.join(Newcomers.called("dina")));
		this.roles.give(this.amina, this.biko.id(), Role.FACILITATOR);
		this.biko = viewer(this.biko.id());
		this.profiles.changeListing(this.cleo.id(), Listing.STAFF);
		this.profiles.changeListing(this.dina.id(), Listing.EVERYBODY);
	}

	@Test
	void eachStandsInItForThoseWhomTheyAllow() {
		assertThat(found(Viewer.stranger())).containsExactly("dina");
		assertThat(found(this.dina)).containsExactly("amina", "biko", "dina");
		assertThat(found(this.biko)).containsExactly("amina", "biko", "cleo", "dina");
		assertThat(found(this.amina)).containsExactly("amina", "biko", "cleo", "dina");
		// Whoever hides sees themselves: that is how they know that they are there.
		assertThat(found(this.cleo)).containsExactly("amina", "biko", "cleo", "dina");
	}

	@Test
	void aNameThatIsNotShownIsNotFoundEither() {
		this.profiles.change(this.dina.id(), new Handle("dina"),
				new Profile("Dina Nightingale", "DN", null, null, null, true));
		assertThat(found(this.amina, "nightingale", null)).containsExactly("dina");
		assertThat(found(this.biko, "nightingale", null)).isEmpty();
		assertThat(found(this.cleo, "nightingale", null)).isEmpty();
		assertThat(found(this.cleo, "DN", null)).containsExactly("dina");
	}

	@ParameterizedTest
	@CsvSource({ "grain, biko", "SENEGAL, biko", "bik, biko", "100%, ''", "_, ''", "!, ''" })
	void oneSearchesByNameHandleOrganisationAndCountry(String words, String handle) {
		this.profiles.change(this.biko.id(), new Handle("biko"),
				new Profile("Biko", null, "Grain Library", "Senegal", null));
		assertThat(found(this.dina, words, null)).isEqualTo(handle.isEmpty() ? List.of() : List.of(handle));
	}

	@Test
	void oneSearchesByRole() {
		assertThat(found(this.dina, "", Role.FACILITATOR)).containsExactly("biko");
	}

	@Test
	void staffFindThoseWhoAreOutAndOthersMayNotAsk() {
		this.sql.sql("""
				insert into suspension (member_id, reason, suspended_by, suspended_at, until)
				values (?, 'unkind', ?, now(), now() + interval '9999 days')""")
			.params(this.dina.id().value(), this.amina.id().value())
			.update();
		this.erasure.erase(this.cleo.id(), "former member", false);
		assertThat(found(this.biko, State.SUSPENDED)).containsExactly("dina");
		assertThat(this.directory.find(this.biko, Search.everybody()).suspended()).containsExactly(this.dina.id());
		assertThat(this.directory.find(viewer(this.amina.id()), Search.everybody()).members()).hasSize(3);
		assertThat(found(this.amina, State.LEFT)).containsExactly("former-" + this.cleo.id());
		for (var other : new Viewer[] { Viewer.stranger(), viewer(this.members.join(Newcomers.called("elif"))) }) {
			for (var state : new State[] { State.SUSPENDED, State.LEFT }) {
				assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> found(other, state));
			}
			assertThat(this.directory.find(other, Search.everybody()).suspended()).isEmpty();
		}
	}

	@Test
	void itIsReadInPartsAlsoWithFiveThousand() {
		this.sql.sql("""
				insert into member (handle, skeleton, display_name, organisation, created_at)
				select 'bee' || lpad(n::text, 5, '0'), 'bee' || n, 'Bee ' || n, 'Hive ' || n % 50, now()
				from generate_series(1, 5000) n""").update();
		// As the database does by itself within a minute.
		this.sql.sql("analyze member").update();
		var first = this.directory.find(this.dina, new Search("bee", null, State.ACTIVE, null));
		assertThat(first.members()).hasSize(MemberDirectory.PART);
		var second = this.directory.find(this.dina,
				new Search("bee", null, State.ACTIVE, Objects.requireNonNull(first.next())));
		assertThat(second.members().getFirst().handle().value()).isEqualTo("bee00051");
		assertThat(found(this.dina, "hive 49", null)).hasSize(MemberDirectory.PART);
		assertThat(this.directory.find(this.dina, new Search("bee 4999", null, State.ACTIVE, null)).next()).isNull();
	}

	private List<String> found(Viewer by) {
		return handles(this.directory.find(by, Search.everybody()));
	}

	private List<String> found(Viewer by, String words, @Nullable Role role) {
		return handles(this.directory.find(by, new Search(words, role, State.ACTIVE, null)));
	}

	private List<String> found(Viewer by, State state) {
		return handles(this.directory.find(by, new Search("", null, state, null)));
	}

	private static List<String> handles(Directory part) {
		return part.members().stream().map((one) -> one.handle().value()).toList();
	}

	private Viewer viewer(MemberId id) {
		return this.members.viewer(id).orElseThrow();
	}

}
