package org.afterword.change;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTests {

	private static final long SECOND = 1_000_000_000L;

	private final Changes changes = new Changes();

	@Test
	void beforeTheFirstLookNothingIsBelieved() {
		assertThat(this.changes.isCurrent()).isFalse();
	}

	@Test
	void aLookIsBelievedForLessThanASecond() {
		this.changes.seen(Set.of(), "1:1:", System.nanoTime());
		assertThat(this.changes.isCurrent()).isTrue();
		this.changes.seen(Set.of(), "1:1:", System.nanoTime() - SECOND);
		assertThat(this.changes.isCurrent()).isFalse();
	}

	@Test
	void aChangeOfATopicConcernsItAndWhatShowsSeveral() {
		var before = this.changes.mark();
		this.changes.seen(List.of(7L), "1:1:", System.nanoTime());
		assertThat(this.changes.isUnchanged(before, 7)).isFalse();
		assertThat(this.changes.isUnchanged(before, 8)).isTrue();
		assertThat(this.changes.isUnchanged(before)).isFalse();
		assertThat(this.changes.isUnchanged(this.changes.mark(), 7)).isTrue();
		assertThat(this.changes.isUnchanged(this.changes.mark())).isTrue();
	}

	@Test
	void aChangeEverywhereConcernsEveryTopic() {
		this.changes.seen(List.of(7L), "1:1:", System.nanoTime());
		var before = this.changes.mark();
		this.changes.seen(List.of(Changes.EVERYWHERE), "1:1:", System.nanoTime());
		assertThat(this.changes.isUnchanged(before, 7)).isFalse();
		assertThat(this.changes.isUnchanged(before, 8)).isFalse();
		assertThat(this.changes.isUnchanged(before)).isFalse();
	}

	@Test
	void whereTooManyTopicsChangeNoneIsForgotten() {
		var before = this.changes.mark();
		for (long topic = 1; topic <= 60_000; topic++) {
			this.changes.seen(List.of(topic), "1:1:", System.nanoTime());
		}
		assertThat(this.changes.isUnchanged(before, 1)).isFalse();
		assertThat(this.changes.isUnchanged(before, 60_000)).isFalse();
		assertThat(this.changes.isUnchanged(before, 70_000)).isFalse();
	}

}
