package org.afterword.member;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.afterword.kernel.NotAllowed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms that were sent: the same form sent twice acts once. */
@Service
public class Submissions {

	private final JdbcClient sql;

	Submissions(JdbcClient sql) {
		this.sql = sql;
	}

	/**
	 * Acts, unless this form was sent before; whoever sends it at the same time waits for
	 * the first. If the act fails, the key stays good.
	 * @param key that the form carries
	 * @param act what the form asks for, in this same transaction; gives the address of
	 * its result
	 * @return the address of the first result
	 * @throws NotAllowed if another member sent a form with this key
	 */
	@Transactional
	public String once(MemberId member, UUID key, Supplier<String> act) {
		// Waits for another transaction that inserts this key, and sees what came of it.
		var first = this.sql.sql("insert into submission_key (key, member_id) values (?, ?) on conflict do nothing")
			.param(key)
			.param(member.value())
			.update() == 1;
		if (!first) {
			return result(member, key).orElseThrow(() -> new NotAllowed("send somebody else’s form"));
		}
		var result = act.get();
		this.sql.sql("update submission_key set result = ? where key = ?").param(result).param(key).update();
		return result;
	}

	private Optional<String> result(MemberId member, UUID key) {
		return this.sql.sql("select result from submission_key where key = ? and member_id = ?")
			.param(key)
			.param(member.value())
			.query(String.class)
			.optional();
	}

}
