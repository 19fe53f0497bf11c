package org.afterword.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.SecurityLog;
import org.afterword.kernel.TooMany;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Counts how often things are tried, for all nodes together. A try counts at once,
 * whatever becomes of the transaction around it.
 */
@Component
public class Limits {

	private static final int NETWORK_BYTES = 8;

	private static final String NOWHERE = "nowhere";

	/** In brackets or of version 4, with a port; or alone, perhaps with its zone. */
	private static final Pattern ADDRESS = Pattern
		.compile("\"?(?:\\[([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,42})(?:%[^\\]]*)?](?::[0-9]*)?"
				+ "|([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]*)?|([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,42})(?:%.*)?)\"?");

	private static final int OLD_ROWS = 1_000;

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	Limits(DataSource database) {
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("rate_limit")
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
			.build();
	}

	/**
	 * Counts one try.
	 * @param who tries, or what it is tried on: a place, a name
	 * @throws TooMany if there were too many; then this one did not count
	 */
	public void take(Limit limit, String who) {
		// Now and then is enough.
		if (ThreadLocalRandom.current().nextInt(OLD_ROWS / 2) == 0) {
			this.buckets.removeExpired(OLD_ROWS);
		}
		var answer = bucket(limit, who).tryConsumeAndReturnRemaining(1);
		if (!answer.isConsumed()) {
			SecurityLog.note("limit-reached", "limit", limit);
			throw new TooMany(Duration.ofNanos(answer.getNanosToWaitForRefill()));
		}
	}

	/** Deletes the rows that have expired. */
	public void forget() {
		while (this.buckets.removeExpired(OLD_ROWS) == OLD_ROWS) {
			// Until none is left.
		}
	}

	/**
	 * Counts a guess at a secret; a right one does not count.
	 * @param isRight checks the guess
	 * @return whether it is right
	 * @throws TooMany if there were too many; then it was not checked
	 */
	public boolean guess(Limit limit, String who, BooleanSupplier isRight) {
		take(limit, who);
		var right = isRight.getAsBoolean();
		if (right) {
			giveBack(limit, who);
		}
		return right;
	}

	/** Takes one try back, because it was no guess. */
	public void giveBack(Limit limit, String who) {
		bucket(limit, who).addTokens(1);
	}

	/**
	 * Where in the network a request comes from: an address, or the network of a line
	 * that has very many of them (IPv6). A proxy may write a port beside it, or no
	 * address at all; those of whom nobody knows where they are count as one place.
	 */
	public static String place(HttpServletRequest request) {
		return place(request.getRemoteAddr());
	}

	static String place(@Nullable String written) {
		var found = ADDRESS.matcher((written != null) ? written.strip() : "");
		if (!found.matches()) {
			return NOWHERE;
		}
		try {
			var address = InetAddress.ofLiteral((found.group(1) != null) ? found.group(1)
					: (found.group(2) != null) ? found.group(2) : found.group(3));
			if (address instanceof Inet6Address) {
				return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES));
			}
			return address.getHostAddress();
		}
		catch (IllegalArgumentException ex) {
			return NOWHERE;
		}
	}

	/** Says in a form how long to wait; it comes back as it was typed. */
	public static void tooMany(Errors errors, TooMany tries, HttpServletResponse response) {
		errors.reject("limit.wait", new Object[] { tries.minutes() }, null);
		tooMany(tries, response);
	}

	/** Says to a browser how long to wait. */
	public static void tooMany(TooMany tries, HttpServletResponse response) {
		response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tries.seconds()));
	}

	private Bucket bucket(Limit limit, String who) {
		return this.buckets.builder()
			.build(limit + ":" + hash(who), () -> BucketConfiguration.builder()
				.addLimit((bandwidth) -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
				.build());
	}

	private static String hash(String who) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(who.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
