package org.afterword.member.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.MemberErased;
import org.afterword.member.MemberId;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms that were sent: the same form sent twice acts once. */
@Service
public class Submissions {

	static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient sql;

	private final Clock clock;

	Submissions(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Acts, unless this form was sent before. If it is sent twice at the same time, the
	 * second waits for the first. If the act fails, the key can be used again.
	 * @param key that the form carries
	 * @param act what the form asks for, in this same transaction; gives the address of
	 * its result
	 * @return the address of the first result
	 * @throws NotAllowed if another member sent a form with this key
	 */
	@Transactional
	public String once(MemberId member, UUID key, Supplier<String> act) {
		return once(member, key, "", act);
	}

	/**
	 * Acts, unless this form was sent before with the same words.
	 * @param says all that the form says
	 * @throws SaidOtherwise if the form was sent before with other words; nothing is done
	 * with these
	 * @see #once(MemberId, UUID, Supplier)
	 */
	@Transactional
	public String once(MemberId member, UUID key, String says, Supplier<String> act) {
		var said = fingerprint(says);
		// Waits for another transaction that inserts this key, and sees its result.
		var first = this.sql
			.sql("insert into submission_key (key, member_id, said) values (?, ?, ?) on conflict do nothing")
			.params(key, member.value(), said)
			.update() == 1;
		if (!first) {
			var before = before(member, key).orElseThrow(() -> new NotAllowed("send somebody else’s form"));
			if (!said.equals(before.said())) {
				throw new SaidOtherwise(before.result());
			}
			return before.result();
		}
		var result = act.get();
		this.sql.sql("update submission_key set result = ? where key = ?").param(result).param(key).update();
		return result;
	}

	/** The result of a form was undone: sent again, the form acts again. */
	@Transactional
	public void forget(MemberId member, String result) {
		this.sql.sql("delete from submission_key where member_id = ? and result = ?")
			.params(member.value(), result)
			.update();
	}

	/** Deletes keys of forms that were sent long ago: no browser sends them again. */
	@Transactional
	public void forget() {
		this.sql.sql("delete from submission_key where sent_at < ?")
			.param(Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
	}

	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from submission_key where member_id = ?").param(event.member().value()).update();
	}

	private Optional<Before> before(MemberId member, UUID key) {
		return this.sql.sql("select result, said from submission_key where key = ? and member_id = ?")
			.param(key)
			.param(member.value())
			.query(Before.class)
			.optional();
	}

	private static String fingerprint(String says) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(says.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Before(String result, String said) {
	}

	/** The same form was sent before with other words. */
	public static final class SaidOtherwise extends Refused {

		private final String result;

		SaidOtherwise(String result) {
			super("reply.sent-before");
			this.result = result;
		}

		/** The address of the words that were sent first. */
		public String result() {
			return this.result;
		}

	}

}
