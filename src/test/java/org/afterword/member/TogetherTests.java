package org.afterword.member;

import org.afterword.CommittingTest;
import org.afterword.Together;
import org.afterword.kernel.Refused;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when two people do the same at the same time. */
@CommittingTest
class TogetherTests {

	@Autowired
	Members members;

	@Autowired
	Roles roles;

	@Test
	void twoWhoJoinUnderOneNameAtOnceAreOneMemberAndOneRefusal() throws Exception {
		var outcomes = Together.act(() -> this.members.join(Newcomers.called("tala")),
				() -> this.members.join(Newcomers.called("tala")));
		assertThat(outcomes).hasAtLeastOneElementOfType(MemberId.class).hasAtLeastOneElementOfType(Refused.class);
	}

	@Test
	void twoFirstAdministratorsAreOne() throws Exception {
		var outcomes = Together.act(() -> this.members.first(Newcomers.called("amina")),
				() -> this.members.first(Newcomers.called("tala")));
		assertThat(outcomes.stream().filter(MemberId.class::isInstance)).hasSize(1);
	}

	@Test
	void twoAdministratorsCannotDismissEachOther() throws Exception {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		this.roles.give(amina, this.members.join(Newcomers.called("tala")), Role.ADMINISTRATOR);
		var tala = this.members.viewer(this.members.get(new Handle("tala")).id()).orElseThrow();
		Together.act(() -> dismiss(amina, tala.id()), () -> dismiss(tala, amina.id()));
		assertThat(this.roles.hasAdministrator()).isTrue();
	}

	private boolean dismiss(Viewer by, MemberId other) {
		this.roles.give(by, other, Role.MEMBER);
		return true;
	}

}
