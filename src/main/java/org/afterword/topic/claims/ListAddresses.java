package org.afterword.topic.claims;

import java.time.Clock;
import java.time.Duration;

import org.afterword.member.Email;

import org.afterword.topic.TopicId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The e-mail addresses that imported lists named for those who asked: kept as keyed
 * hashes, for claims only and for a time. Nobody can read them.
 */
@Service
@Transactional
public class ListAddresses {

	/** How long a list’s addresses are kept. */
	public static final Duration KEPT = Duration.ofDays(180);

	private final PlaceholderRepository placeholders;

	private final JdbcClient sql;

	private final Clock clock;

	ListAddresses(PlaceholderRepository placeholders, JdbcClient sql, Clock clock) {
		this.placeholders = placeholders;
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Keeps the address of a placeholder. Nothing where the topic has none of this label.
	 */
	public void keep(TopicId topic, String label, Email email) {
		this.sql.sql("""
				insert into import_key (key)
				values (sha256(cast(gen_random_uuid()::text || gen_random_uuid()::text as bytea)))
				on conflict do nothing""").update();
		this.placeholders.keepAddress(topic.value(), label, email.value(), this.clock.instant());
	}

	/** Deletes addresses {@link #KEPT} after their list was published. */
	public void forget() {
		this.placeholders.forgetAddresses(this.clock.instant().minus(KEPT));
	}

}
