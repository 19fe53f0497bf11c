package org.afterword.topic.claims;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.afterword.member.Email;

import org.afterword.topic.TopicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The e-mail addresses that lists gave with those who asked: kept as keyed hashes, for
 * claims only and for a time. Nobody can read one.
 */
@Service
@Transactional
public class ListAddresses {

	/** How long a list’s addresses are kept. */
	public static final Duration KEPT = Duration.ofDays(180);

	private final JdbcClient sql;

	private final Clock clock;

	ListAddresses(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Notes the address of a placeholder; nothing where the topic has none of this label.
	 */
	public void keep(TopicId topic, String label, Email email) {
		this.sql.sql("""
				insert into import_key (key)
				values (sha256(cast(gen_random_uuid()::text || gen_random_uuid()::text as bytea)))
				on conflict do nothing""").update();
		this.sql.sql("""
				update placeholder set email_hash = email_key(?), email_at = ?
				where topic_id = ? and label = ? and member_id is null""")
			.params(email.value(), Timestamp.from(this.clock.instant()), topic.value(), label)
			.update();
	}

	/** Lets go of addresses {@link #KEPT} after their list was published. */
	public void forget() {
		this.sql.sql(
				"update placeholder set email_hash = null, email_at = null where email_hash is not null and email_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
	}

}
