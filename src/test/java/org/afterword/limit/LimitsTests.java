package org.afterword.limit;

import java.time.Duration;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.afterword.CommittingTest;
import org.afterword.kernel.TooMany;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CommittingTest
class LimitsTests {

	@Autowired
	Limits limits;

	@Autowired
	DataSource database;

	@Autowired
	JdbcClient sql;

	@Test
	void whatIsTriedTooOftenWaitsUntilOneTryComesBack() {
		use(10);
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> use(1))
			.satisfies((tries) -> assertThat(tries.seconds()).isBetween(80L, 90L))
			.satisfies((tries) -> assertThat(tries.minutes()).isEqualTo(2));
		this.limits.take(Limit.NAME, "biko");
		this.limits.take(Limit.PROOF, "tala");
	}

	@Test
	void aTryThatIsGivenBackIsThereForOnceMore() {
		use(10);
		this.limits.giveBack(Limit.NAME, "tala");
		use(1);
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> use(1));
	}

	@Test
	void allNodesCountTogether() {
		var otherNode = new Limits(this.database);
		use(5);
		IntStream.range(0, 5).forEach((i) -> otherNode.take(Limit.NAME, "tala"));
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> use(1));
		assertThatExceptionOfType(TooMany.class).isThrownBy(() -> otherNode.take(Limit.NAME, "tala"));
	}

	@Test
	void whoTriesAtTheSameTimeTriesNoOftener() {
		assertThat(IntStream.range(0, 30).parallel().filter((i) -> {
			try {
				use(1);
				return true;
			}
			catch (TooMany tries) {
				return false;
			}
		}).count()).isEqualTo(10);
	}

	@Test
	void whoTriedIsNotWrittenDown() {
		this.limits.take(Limit.PLACE, "203.0.113.9");
		assertThat(this.sql.sql("select id from rate_limit").query(String.class).list()).singleElement()
			.asString()
			.doesNotContain("203.0.113.9");
		assertThat(this.sql.sql("select to_timestamp(expires_at / 1000) < now() + interval '2 hours' from rate_limit")
			.query(Boolean.class)
			.single()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.9, 203.0.113.9, true", "203.0.113.9, 203.0.113.10, false",
			"2001:db8:1:2::3, 2001:db8:1:2:ffff::9, true", "2001:db8:1:2::3, 2001:db8:1:3::3, false",
			"::ffff:203.0.113.9, 203.0.113.9, true" })
	void aLineWithManyAddressesIsOnePlace(String one, String other, boolean same) {
		assertThat(place(one).equals(place(other))).isEqualTo(same);
	}

	@Test
	void lessThanAMinuteIsAMinuteForPeople() {
		assertThat(new TooMany(Duration.ofMillis(1)).minutes()).isEqualTo(1);
		assertThat(new TooMany(Duration.ofMillis(1)).seconds()).isEqualTo(1);
		assertThat(new TooMany(Duration.ofSeconds(61)).minutes()).isEqualTo(2);
	}

	private void use(int times) {
		IntStream.range(0, times).forEach((i) -> this.limits.take(Limit.NAME, "tala"));
	}

	private static String place(String address) {
		var request = new MockHttpServletRequest();
		request.setRemoteAddr(address);
		return Limits.place(request);
	}

}
