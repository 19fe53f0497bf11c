package org.afterword;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts one Chromium for the whole run, and gives tests their visitors. */
class Chromium implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(Chromium.class);

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable", "chrome.exe");

	private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/snap/bin"),
			Path.of("/opt/homebrew/bin"), Path.of("C:\\Program Files\\Google\\Chrome\\Application"));

	private static final Path ON_A_MAC = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	private static boolean told;

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (running(context).isPresent()) {
			return ConditionEvaluationResult.enabled("Chromium is there");
		}
		if (required()) {
			throw new IllegalStateException("Browser tests are required, and no Chromium was found");
		}
		if (!told) {
			told = true;
			System.out.println(
					"""

							*** BROWSER TESTS ARE SKIPPED: no Chromium was found. ***
							*** Install one (Debian: apt-get install chromium-headless-shell fonts-dejavu-core), or name it: -Dafterword.chromium=PATH ***
							""");
		}
		return ConditionEvaluationResult.disabled("No Chromium was found");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Visitor.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		var port = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port");
		return new Visitor(running(context).orElseThrow(), "http://localhost:" + port, visitors(context));
	}

	@Override
	public void afterEach(ExtensionContext context) {
		visitors(context).forEach(Visitor::leave);
	}

	@SuppressWarnings("unchecked")
	private static List<Visitor> visitors(ExtensionContext context) {
		return context.getStore(NAMESPACE).computeIfAbsent("visitors", (key) -> new ArrayList<Visitor>(), List.class);
	}

	private static Optional<Browser> running(ExtensionContext context) {
		return Optional.ofNullable(context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent("running", (key) -> Running.start(), Running.class)
			.browser());
	}

	private static boolean required() {
		return "required".equals(System.getProperty("afterword.browser")) || "true".equals(System.getenv("CI"));
	}

	private record Running(Playwright playwright, @Nullable Browser browser) implements AutoCloseable {

		static Running start() {
			var playwright = Playwright.create();
			return new Running(playwright, find(playwright).map((program) -> {
				System.out.println("Browser tests run in " + program);
				return playwright.chromium()
					.launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
			}).orElse(null));
		}

		private static Optional<Path> find(Playwright playwright) {
			var named = System.getProperty("afterword.chromium");
			if (named != null) {
				return Optional.of(Path.of(named));
			}
			var candidates = new ArrayList<Path>();
			NAMES.forEach((name) -> FOLDERS.forEach((folder) -> candidates.add(folder.resolve(name))));
			candidates.add(ON_A_MAC);
			// Playwright’s own, where somebody installed it.
			candidates.add(Path.of(playwright.chromium().executablePath()));
			return candidates.stream().filter(Files::isExecutable).findFirst();
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
