package org.afterword.account.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AccountAlerts;
import org.afterword.account.Device;
import org.afterword.account.Secret;
import org.afterword.member.MemberId;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers in which a member has signed in before, known by a cookie that signs nobody
 * in. Members get an e-mail about a new one.
 */
@Service
@Transactional
public class KnownDevices {

	static final String COOKIE = "device";

	public static final Duration FOR = Duration.ofDays(365);

	private final JdbcClient sql;

	private final AccountAlerts alerts;

	private final Clock clock;

	KnownDevices(JdbcClient sql, AccountAlerts alerts, Clock clock) {
		this.sql = sql;
		this.alerts = alerts;
		this.clock = clock;
	}

	/** Records the browser of a sign-in; the very first needs no e-mail. */
	void record(MemberId member, Device device, HttpServletRequest request, HttpServletResponse response) {
		var now = Timestamp.from(this.clock.instant());
		var secret = secret(request);
		this.sql.sql("delete from known_device where member_id = ? and last_at < ?")
			.param(member.value())
			.param(Timestamp.from(this.clock.instant().minus(FOR)))
			.update();
		var others = this.sql.sql("select exists (select from known_device where member_id = ?)")
			.param(member.value())
			.query(Boolean.class)
			.single();
		var known = this.sql.sql("update known_device set last_at = ? where member_id = ? and secret_hash = ?")
			.param(now)
			.param(member.value())
			.param(secret.hash())
			.update() == 1;
		if (!known) {
			this.sql.sql("insert into known_device (member_id, secret_hash, first_at, last_at) values (?, ?, ?, ?)")
				.param(member.value())
				.param(secret.hash())
				.param(now)
				.param(now)
				.update();
			if (others) {
				this.alerts.newDevice(member, device);
			}
		}
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, request));
	}

	private static Secret secret(HttpServletRequest request) {
		var cookies = (request.getCookies() != null) ? request.getCookies() : new Cookie[0];
		return Arrays.stream(cookies)
			.filter((cookie) -> COOKIE.equals(cookie.getName()) && cookie.getValue().matches("[\\w-]{43}"))
			.findFirst()
			.map((cookie) -> new Secret(cookie.getValue()))
			.orElseGet(Secret::random);
	}

	private static String cookie(Secret secret, HttpServletRequest request) {
		return ResponseCookie.from(COOKIE, secret.value())
			.path("/")
			.maxAge(FOR)
			.httpOnly(true)
			.sameSite("Lax")
			.secure(request.isSecure())
			.build()
			.toString();
	}

}
