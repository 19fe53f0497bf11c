import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readers and writers at work, for nodes.sh. A writer whose form gets no answer sends the
 * same form again, as a person would, and looks at what it wrote as soon as it is told
 * where that is.
 */
public class NodesLoad {

	private static final List<String> PAGES = List.of("/", "/topics/seed-banks", "/topics/water-committees",
			"/topics/seed-banks/questions", "/topics/seed-banks/questions/5", "/topics/mini-grids", "/topics/clean-cookstoves");

	private final String address;

	private final String kind;

	private final AtomicLong asked = new AtomicLong();

	private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

	private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);

	private final AtomicLong last = new AtomicLong();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger unseen = new AtomicInteger();

	private volatile boolean ended;

	private final long began = System.nanoTime();

	NodesLoad(String address, String kind) {
		this.kind = kind;
		this.address = address;
	}

	public static void main(String[] arguments) throws Exception {
		var load = new NodesLoad(arguments[0], arguments[5]);
		var threads = new ArrayList<Thread>();
		var writers = new ArrayList<HttpClient>();
		for (var i = 0; i < Integer.parseInt(arguments[3]); i++) {
			writers.add(load.signIn(arguments[1]));
		}
		for (var i = 0; i < writers.size(); i++) {
			var number = i;
			threads.add(Thread.ofVirtual().start(() -> load.write(number, writers.get(number))));
		}
		for (var i = 0; i < Integer.parseInt(arguments[2]); i++) {
			threads.add(Thread.ofVirtual().start(load::read));
		}
		System.out.println("The load begins");
		Thread.sleep(Duration.ofSeconds(Long.parseLong(arguments[4])));
		while (!Files.exists(Path.of(arguments[6]))) {
			Thread.sleep(100);
		}
		load.ended = true;
		for (var thread : threads) {
			thread.join();
		}
		load.report();
	}

	private void report() {
		var kinds = new java.util.TreeMap<String, Integer>();
		this.failures.forEach((failure) -> kinds.merge(failure, 1, Integer::sum));
		System.out.printf("requests: %d, failed %d (%.3f %%), from the first failure to the last %.1f s%n", this.asked.get(),
				this.failures.size(), 100.0 * this.failures.size() / this.asked.get(),
				this.failures.isEmpty() ? 0 : (this.last.get() - this.first.get()) / 1e9);
		kinds.forEach((kind, times) -> System.out.println("  " + times + " x " + kind));
		System.out.printf("posts: %d acknowledged, %d of them not seen at once by their author%n", this.acknowledged.get(),
				this.unseen.get());
	}

	private void read() {
		var random = new java.util.Random();
		var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		while (!this.ended) {
			send(client, HttpRequest.newBuilder(uri(PAGES.get(random.nextInt(PAGES.size())))), 200);
			pause(20);
		}
	}

	private void write(int writer, HttpClient client) {
		for (var number = 0; !this.ended; number++) {
			var name = this.kind + "-%d-%d".formatted(writer, number);
			var fields = Map.of("key", UUID.randomUUID().toString(), "body", name + " What do you make of the third slide?");
			HttpResponse<String> answer = null;
			for (var time = 0; time < 40 && answer == null; time++) {
				answer = post(client, "/topics/water-committees/replies", fields, 303);
				if (answer == null) {
					pause(250);
				}
			}
			if (answer != null) {
				this.acknowledged.incrementAndGet();
				System.err.println("acknowledged " + name);
				var place = answer.headers().firstValue("Location").orElse("/");
				var page = send(client, HttpRequest.newBuilder(URI.create(this.address).resolve(place.replaceFirst("#.*", ""))), 200);
				if (page != null && !page.body().contains(name + " ")) {
					this.unseen.incrementAndGet();
					System.err.println("not seen " + name + " at " + place);
				}
			}
			pause(50);
		}
	}

	private HttpClient signIn(String password) throws Exception {
		var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
		if (post(client, "/sign-in", Map.of("name", "amara", "password", password), 303) == null) {
			throw new IllegalStateException("No writer can sign in: " + this.failures);
		}
		return client;
	}

	private HttpResponse<String> post(HttpClient client, String path, Map<String, String> fields, int expected) {
		var cookies = (CookieManager) client.cookieHandler().orElseThrow();
		if (token(cookies) == null) {
			send(client, HttpRequest.newBuilder(uri(path.equals("/sign-in") ? path : "/topics/seed-banks")), 200);
		}
		var form = new StringBuilder("_csrf=" + URLEncoder.encode(String.valueOf(token(cookies)), StandardCharsets.UTF_8));
		fields.forEach((name, value) -> form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
		return send(client, HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.toString())), expected);
	}

	// A token that is masked with zeros.
	private static String token(CookieManager cookies) {
		return cookies.getCookieStore().getCookies().stream().filter((one) -> one.getName().equals("csrf")).findFirst().map((one) -> {
			var token = one.getValue().getBytes(StandardCharsets.UTF_8);
			var masked = new byte[2 * token.length];
			System.arraycopy(token, 0, masked, token.length, token.length);
			return Base64.getUrlEncoder().encodeToString(masked);
		}).orElse(null);
	}

	private HttpResponse<String> send(HttpClient client, HttpRequest.Builder request, int expected) {
		this.asked.incrementAndGet();
		var built = request.timeout(Duration.ofSeconds(15)).build();
		try {
			var answer = client.send(built, BodyHandlers.ofString());
			if (answer.statusCode() == expected) {
				return answer;
			}
			failed(built.method() + " " + answer.statusCode());
		}
		catch (Exception ex) {
			failed(built.method() + " " + ex.getClass().getSimpleName());
		}
		return null;
	}

	private void failed(String kind) {
		this.failures.add(kind);
		var now = System.nanoTime() - this.began;
		this.first.accumulateAndGet(now, Math::min);
		this.last.accumulateAndGet(now, Math::max);
	}

	private URI uri(String path) {
		return URI.create(this.address + path);
	}

	private static void pause(long milliseconds) {
		try {
			Thread.sleep(milliseconds);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
