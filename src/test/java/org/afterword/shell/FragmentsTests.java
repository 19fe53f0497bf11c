package org.afterword.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fragment declares all that it reads, except {@code viewer}, whom every page knows.
 * Only the frame of all pages, {@code shell/page}, reads other things from the model.
 */
class FragmentsTests {

	private static final Pattern PREPROCESSED = Pattern.compile("__\\$\\{(.*?)}__");

	private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^{}]*|[^{}]*\\{[^{}]*}[^{}]*)}");

	/** The elements of a list that are chosen by their own properties. */
	private static final Pattern CHOSEN = Pattern.compile("\\.[?!^$]\\[[^\\[\\]]*]");

	private static final Pattern LITERAL = Pattern.compile("'[^']*'");

	private static final Pattern NAME = Pattern.compile("(?<![\\w.#])[a-zA-Z_]\\w*");

	private static final Pattern DEFINITION = Pattern.compile("(?:^|,)\\s*(\\w+)\\s*=");

	private static final Set<String> WORDS = Set.of("null", "true", "false", "and", "or", "not", "div", "mod", "eq",
			"ne", "lt", "gt", "le", "ge", "instanceof", "new", "T");

	private static final String EVERYWHERE = "viewer";

	@Test
	void aFragmentReadsOnlyWhatItDeclares() throws IOException {
		var undeclared = new TreeSet<String>();
		for (var template : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
			if (template.getURL().getPath().endsWith("/shell/page.html")) {
				continue;
			}
			var page = Jsoup.parse(template.getContentAsString(StandardCharsets.UTF_8), Parser.xmlParser());
			for (var fragment : page.select("[th:fragment]")) {
				undeclared(fragment, parameters(fragment)).forEach((name) -> undeclared
					.add(template.getFilename() + " " + fragment.attr("th:fragment") + ": " + name));
			}
		}
		assertThat(undeclared).isEmpty();
	}

	@Test
	void aNameThatIsNotDeclaredIsFound() {
		var fragment = Jsoup
			.parse("""
					<p th:fragment="one(slug, posts)" th:with="at=@{/topics/{slug}(slug=${slug})}">
					 <a th:each="post, place : ${posts.?[number > 1]}" th:href="|${at}/${post.number}|" th:text="${place.first and fresh}"></a>
					 <b th:if="${#fields.hasErrors('__${field}__')}" th:text="#{${'word.' + key}(${viewer?.name})}"></b>
					</p>""",
					Parser.xmlParser())
			.selectFirst("p");
		assertThat(undeclared(fragment, parameters(fragment))).containsExactlyInAnyOrder("fresh", "field", "key");
	}

	private static Set<String> parameters(Element fragment) {
		var signature = fragment.attr("th:fragment");
		var from = signature.indexOf('(');
		return from < 0 ? Set.of() : new HashSet<>(
				Arrays.asList(signature.substring(from + 1, signature.lastIndexOf(')')).strip().split("\\s*,\\s*")));
	}

	private static Set<String> undeclared(Element element, Set<String> declared) {
		var known = new HashSet<>(declared);
		var found = new TreeSet<String>();
		var each = element.attr("th:each").split(" : ", 2);
		if (each.length == 2) {
			names(each[1]).filter((name) -> !declared.contains(name)).forEach(found::add);
			known.addAll(Arrays.asList(each[0].strip().split("\\s*,\\s*")));
		}
		DEFINITION.matcher(element.attr("th:with")).results().forEach((definition) -> known.add(definition.group(1)));
		element.attributes()
			.asList()
			.stream()
			.filter((attribute) -> !attribute.getKey().equals("th:each"))
			.map(Attribute::getValue)
			.flatMap(FragmentsTests::names)
			.filter((name) -> !known.contains(name))
			.forEach(found::add);
		element.children()
			.stream()
			.filter((child) -> !child.hasAttr("th:fragment"))
			.forEach((child) -> found.addAll(undeclared(child, known)));
		return found;
	}

	/** What the expressions in an attribute read from the model. */
	private static Stream<String> names(String attribute) {
		var preprocessed = PREPROCESSED.matcher(attribute).results().map((result) -> result.group(1));
		var expressions = EXPRESSION.matcher(PREPROCESSED.matcher(attribute).replaceAll(""))
			.results()
			.map((result) -> result.group(1));
		return Stream.concat(preprocessed, expressions)
			.map((expression) -> LITERAL.matcher(expression).replaceAll(""))
			.map((expression) -> CHOSEN.matcher(expression).replaceAll(""))
			.flatMap((expression) -> NAME.matcher(expression).results())
			.map((result) -> result.group())
			.filter((name) -> !WORDS.contains(name) && !name.equals(EVERYWHERE));
	}

}
