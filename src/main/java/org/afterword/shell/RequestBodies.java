package org.afterword.shell;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AccountSecurity;
import org.afterword.account.SignInFirst;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.Parameters;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads request bodies before anything else does, within limits: small ones from
 * strangers, larger ones from members, none that arrive too slowly, and at one time no
 * more than a share of the memory. It runs behind the session filter, because only the
 * session tells who is a member; it is looked up for large bodies only.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class RequestBodies extends OncePerRequestFilter {

	private static final Log log = LogFactory.getLog(RequestBodies.class);

	/** Enough for every form that strangers send. */
	static final int SMALL = 64 * 1024;

	/**
	 * A whole post in any script, which its author had sent before they were signed in,
	 * on its way through the pages where one signs in.
	 */
	static final int CARRIED = 640 * 1024;

	/** A list of 300 long questions, in any script, with the conversation around it. */
	static final int LARGE = 16 * 1024 * 1024;

	/** Files and the fields beside them; the server limits each file. */
	static final int FILES = 6 * 1024 * 1024;

	/** Strangers fill in few fields, and carry the ticks of a reply. */
	private static final int FEW_FIELDS = 3_200;

	private static final int MANY_FIELDS = 10_000;

	private static final Pattern CARRYING = Pattern
		.compile("/(sign-in|join)(/.*)?|/topics/[^/]+/(replies|posts/[0-9]+/edit)");

	/**
	 * Bodies up to this size arrive in one packet or two, and are not counted in the
	 * share of memory.
	 */
	private static final int FREE = 16 * 1024;

	private static final String READ = RequestBodies.class.getName();

	private static final int KILOBYTE = 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/**
	 * Beyond the patience: the slowest line that is waited for sends so much a second.
	 */
	private static final int SLOWEST = KILOBYTE / 2;

	private static final Duration LONGEST = Duration.ofMinutes(5);

	/**
	 * How long a browser may go on sending a refused body, so that it shows the answer.
	 */
	private static final Duration FAREWELL = Duration.ofSeconds(3);

	private static final int FAREWELL_BYTES = 2 * 1024 * 1024;

	private final AccountSecurity doors;

	private final MemoryShare strangers = MemoryShare.ofHeap(16);

	private final MemoryShare members = MemoryShare.ofHeap(8);

	RequestBodies(AccountSecurity doors) {
		this.doors = doors;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var type = type(request);
		if (!type.isConcrete() || (hasBody(request) && isWithoutBoundary(type))) {
			// Nothing is of no kind in particular.
			throw new BodyRefused(HttpStatus.BAD_REQUEST);
		}
		if (!hasBody(request)) {
			chain.doFilter(ReadableRequest.of(request), response);
			return;
		}
		var announced = request.getContentLengthLong();
		var files = MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
		var member = (files || announced < 0 || announced > SMALL) && this.doors.isMember(request);
		if (files && !member) {
			// Strangers have no form with a file, so this one’s sender was signed in.
			skip(request);
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, SignInFirst.address(request));
			return;
		}
		var limit = member ? (files ? FILES : LARGE) : isCarrying(request) ? CARRIED : SMALL;
		if (announced > limit || (files && announced < 0)) {
			throw tooLarge(request);
		}
		if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(type) && "POST".equals(request.getMethod())) {
			var share = member ? this.members : this.strangers;
			try (var room = share.room(FREE)) {
				var fields = fields(request, body(request, limit, room), member ? MANY_FIELDS : FEW_FIELDS);
				var read = ReadableRequest.of(request, fields);
				request.setAttribute(READ, read);
				chain.doFilter(read, response);
			}
			return;
		}
		// The server keeps files on the disk; nothing here reads any other kind.
		chain.doFilter(ReadableRequest.of(request), response);
	}

	private static boolean hasBody(HttpServletRequest request) {
		return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
	}

	/** Nobody can tell the parts of such a form. */
	private static boolean isWithoutBoundary(MediaType type) {
		return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type) && type.getParameter("boundary") == null;
	}

	private static MediaType type(HttpServletRequest request) {
		try {
			return MediaType.parseMediaType(
					Objects.requireNonNullElse(request.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE)
						.strip());
		}
		catch (InvalidMediaTypeException ex) {
			return MediaType.APPLICATION_OCTET_STREAM;
		}
	}

	private static boolean isCarrying(HttpServletRequest request) {
		return CARRYING.matcher(request.getRequestURI().substring(request.getContextPath().length())).matches();
	}

	/** What was written in the form of a request that this filter has read. */
	static String written(HttpServletRequest request) {
		return (request.getAttribute(READ) instanceof HttpServletRequest read) ? Errors.written(read) : "";
	}

	/** Grows with what arrives: a body that was only announced uses no memory. */
	private static byte[] body(HttpServletRequest request, int limit, MemoryShare.Room room) throws IOException {
		var begun = System.nanoTime();
		var body = new byte[8 * KILOBYTE];
		var length = 0;
		try (var in = request.getInputStream()) {
			while (true) {
				if (length == body.length) {
					room.grow(body.length);
					body = Arrays.copyOf(body, Math.min(2 * body.length, limit + 1));
				}
				var read = in.read(body, length, body.length - length);
				if (read < 0) {
					break;
				}
				length += read;
				if (length > limit) {
					throw tooLarge(request);
				}
				if (isLate(begun, length)) {
					throw new BodyRefused(HttpStatus.REQUEST_TIMEOUT);
				}
			}
		}
		catch (SocketTimeoutException ex) {
			throw new BodyRefused(HttpStatus.REQUEST_TIMEOUT);
		}
		return Arrays.copyOf(body, length);
	}

	private static boolean isLate(long begun, int length) {
		var allowed = PATIENCE.plusSeconds(length / SLOWEST);
		return System.nanoTime() - begun > ((allowed.compareTo(LONGEST) < 0) ? allowed : LONGEST).toNanos();
	}

	/** Those of the address come first, as in the Servlet specification. */
	private static Map<String, String[]> fields(HttpServletRequest request, byte[] body, int most) {
		var sent = new Parameters();
		sent.setCharset(StandardCharsets.UTF_8);
		sent.setLimit(most);
		sent.processParameters(body, 0, body.length);
		var fields = new LinkedHashMap<>(request.getParameterMap());
		for (var name : Collections.list(sent.getParameterNames())) {
			var values = sent.getParameterValues(name);
			fields.merge(name, values, (first, more) -> {
				var both = Arrays.copyOf(first, first.length + more.length);
				System.arraycopy(more, 0, both, first.length, more.length);
				return both;
			});
		}
		return fields;
	}

	private static BodyRefused tooLarge(HttpServletRequest request) {
		skip(request);
		return new BodyRefused(HttpStatus.CONTENT_TOO_LARGE);
	}

	/**
	 * Reads on for a while, because most browsers read no answer before they have sent
	 * everything.
	 */
	private static void skip(HttpServletRequest request) {
		var begun = System.nanoTime();
		var rest = FAREWELL_BYTES;
		var nothing = new byte[8 * KILOBYTE];
		try {
			var in = request.getInputStream();
			while (rest > 0 && System.nanoTime() - begun < FAREWELL.toNanos()) {
				var read = in.read(nothing);
				if (read < 0) {
					return;
				}
				rest -= read;
			}
		}
		catch (IOException ex) {
			log.debug("Gone before it was told", ex);
		}
	}

}
