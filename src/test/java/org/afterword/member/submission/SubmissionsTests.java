package org.afterword.member.submission;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.afterword.CommittingTest;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@CommittingTest
class SubmissionsTests {

	private final UUID key = UUID.randomUUID();

	private final AtomicInteger acts = new AtomicInteger();

	@Autowired
	Submissions submissions;

	@Autowired
	Members members;

	private MemberId tala = new MemberId(0);

	@BeforeEach
	void talaJoins() {
		this.tala = this.members.join(Newcomers.called("tala"));
	}

	@Test
	void aFormThatIsSentAgainShowsItsFirstResult() {
		assertThat(send()).isEqualTo("/result-1");
		assertThat(send()).isEqualTo("/result-1");
		assertThat(this.acts).hasValue(1);
		assertThat(this.submissions.once(this.tala, UUID.randomUUID(), this::act)).isEqualTo("/result-2");
	}

	@Test
	void aFormThatIsSentTwiceAtOnceActsOnce() throws Exception {
		var acting = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		try (var threads = Executors.newFixedThreadPool(2)) {
			var first = threads.submit(() -> this.submissions.once(this.tala, this.key, () -> {
				acting.countDown();
				await(goOn);
				return act();
			}));
			await(acting);
			var second = threads.submit(this::send);
			assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS));
			goOn.countDown();
			assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("/result-1");
			assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("/result-1");
		}
		assertThat(this.acts).hasValue(1);
	}

	@Test
	void aFormWhoseActFailedCanBeSentAgain() {
		assertThatIllegalStateException().isThrownBy(() -> this.submissions.once(this.tala, this.key, () -> {
			throw new IllegalStateException("No room");
		}));
		assertThat(send()).isEqualTo("/result-1");
	}

	@Test
	void somebodyElsesKeyIsRefused() {
		send();
		var biko = this.members.join(Newcomers.called("biko"));
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.submissions.once(biko, this.key, this::act));
		assertThat(this.acts).hasValue(1);
	}

	private String send() {
		return this.submissions.once(this.tala, this.key, this::act);
	}

	private String act() {
		return "/result-" + this.acts.incrementAndGet();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
