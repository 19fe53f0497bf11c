package org.afterword.limit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where somebody is, from what a proxy writes about them. */
class PlaceTests {

	@ParameterizedTest
	@CsvSource({ "1.2.3.4, 1.2.3.4", "1.2.3.4:5678, 1.2.3.4", "1.2.3.4:, 1.2.3.4", "'\"1.2.3.4:80\"', 1.2.3.4",
			"' 1.2.3.4 ', 1.2.3.4", "::ffff:1.2.3.4, 1.2.3.4", "[::ffff:1.2.3.4]:80, 1.2.3.4",
			"2001:db8:1:2::3, 20010db800010002", "2001:db8:1:2:9::9, 20010db800010002",
			"[2001:db8:1:2::3], 20010db800010002", "[2001:db8:1:2::3]:443, 20010db800010002",
			"'\"[2001:db8:1:2::3]:443\"', 20010db800010002", "fe80::1%eth0, fe80000000000000",
			"[fe80::1%eth0]:80, fe80000000000000", "::1, 0000000000000000" })
	void theAddressCountsWhateverStandsBesideIt(String written, String place) {
		assertThat(Limits.place(written)).isEqualTo(place);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "unknown", "_hidden", "localhost", "a.b.c.d", "1.2.3", "1.2.3.4.5", "999.1.1.1",
			"1.2.3.4:http", "[::1", "::g", "evil.example:80", "1.2.3.4, 5.6.7.8", "'; drop table member", ":", "..",
			"0x7f000001" })
	void whatIsNoAddressIsOnePlaceForAll(String written) {
		assertThat(Limits.place(written)).isEqualTo("nowhere");
	}

}
