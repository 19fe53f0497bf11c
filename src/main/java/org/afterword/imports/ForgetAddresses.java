package org.afterword.imports;

import java.sql.Timestamp;
import java.time.Clock;

import org.afterword.topic.claims.ListAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes the e-mail addresses of lists when their time is over: those kept for claims,
 * and those in the pasted text.
 */
@Service
class ForgetAddresses {

	private final ListAddresses addresses;

	private final JdbcClient sql;

	private final Clock clock;

	ForgetAddresses(ListAddresses addresses, JdbcClient sql, Clock clock) {
		this.addresses = addresses;
		this.sql = sql;
		this.clock = clock;
	}

	@Transactional
	void forget() {
		this.addresses.forget();
		this.sql.sql("""
				update import_batch set pasted = without_addresses(pasted), left_out = without_addresses(left_out),
				       addresses_dropped = true
				where not addresses_dropped and imported_at < ?""")
			.param(Timestamp.from(this.clock.instant().minus(ListAddresses.KEPT)))
			.update();
	}

}
