package org.afterword;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds pages to the HTML standard. */
public final class NuChecker {

	private static final long STACK = 16L << 20;

	private static final SimpleDocumentValidator CHECKER = new SimpleDocumentValidator(true, false, false);

	private static boolean ready;

	private NuChecker() {
	}

	/**
	 * Fails with every error. Warnings pass: one of them is about hidden fields, which
	 * every form has.
	 */
	public static void assertValidHtml(String html) {
		assertThat(errors(html)).as("the Nu checker").isEmpty();
	}

	private static List<String> errors(String html) {
		var work = new FutureTask<>(() -> check(html));
		// The checker walks its grammar by recursion, too deep for an ordinary thread.
		new Thread(null, work, "nu-checker", STACK).start();
		try {
			return work.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The checker itself failed", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static synchronized List<String> check(String html) throws Exception {
		var lines = html.lines().toList();
		var errors = new ArrayList<String>();
		if (!ready) {
			// Reading the grammar takes longer than most pages.
			CHECKER.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Silence());
			ready = true;
		}
		CHECKER.setUpValidatorAndParsers(new Listener(lines, errors), true, false);
		var source = new InputSource(new StringReader(html));
		source.setSystemId("http://localhost/");
		CHECKER.checkHtmlInputSource(source);
		return errors;
	}

	private record Listener(List<String> lines, List<String> errors) implements ErrorHandler {

		@Override
		public void warning(SAXParseException problem) {
		}

		@Override
		public void error(SAXParseException problem) {
			var line = problem.getLineNumber();
			var text = (line >= 1 && line <= this.lines.size()) ? this.lines.get(line - 1).strip() : "";
			this.errors.add("line %d: %s\n    %s".formatted(line, problem.getMessage(), text));
		}

		@Override
		public void fatalError(SAXParseException problem) {
			error(problem);
		}

	}

	private static final class Silence implements ErrorHandler {

		@Override
		public void warning(SAXParseException problem) {
		}

		@Override
		public void error(SAXParseException problem) {
		}

		@Override
		public void fatalError(SAXParseException problem) {
		}

	}

}
