package org.afterword.member;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.afterword.CommittingTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when two people do the same at the same time. */
@CommittingTest
class TogetherTests {

	@Autowired
	Members members;

	@Test
	void twoWhoJoinUnderOneNameAtOnceAreOneMemberAndOneRefusal() throws Exception {
		var outcomes = together(() -> this.members.join(Newcomers.called("tala")),
				() -> this.members.join(Newcomers.called("tala")));
		assertThat(outcomes).hasAtLeastOneElementOfType(MemberId.class).hasAtLeastOneElementOfType(NotFree.class);
	}

	@Test
	void twoFirstAdministratorsAreOne() throws Exception {
		var outcomes = together(() -> this.members.first(Newcomers.called("amina")),
				() -> this.members.first(Newcomers.called("tala")));
		assertThat(outcomes.stream().filter(MemberId.class::isInstance)).hasSize(1);
	}

	@Test
	void twoAdministratorsCannotDismissEachOther() throws Exception {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		this.members.giveRole(amina, this.members.join(Newcomers.called("tala")), Role.ADMINISTRATOR);
		var tala = this.members.viewer(this.members.get(new Handle("tala")).id()).orElseThrow();
		together(() -> dismiss(amina, tala.id()), () -> dismiss(tala, amina.id()));
		assertThat(this.members.hasAdministrator()).isTrue();
	}

	private boolean dismiss(Viewer by, MemberId other) {
		this.members.giveRole(by, other, Role.MEMBER);
		return true;
	}

	private static List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
		var start = new CyclicBarrier(2);
		var outcomes = new ArrayList<Object>();
		try (var threads = Executors.newFixedThreadPool(2)) {
			var both = List.of(one, other).stream().map((act) -> threads.submit(() -> {
				start.await();
				try {
					return (Object) act.call();
				}
				catch (RuntimeException ex) {
					return ex;
				}
			})).toList();
			for (var outcome : both) {
				outcomes.add(outcome.get());
			}
		}
		return outcomes;
	}

}
