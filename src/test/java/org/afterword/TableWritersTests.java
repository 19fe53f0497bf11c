package org.afterword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of an entity is written through the entity or by its own repository.
 * Everybody else who writes it in SQL is named here, with the reason.
 */
@Execution(ExecutionMode.CONCURRENT)
class TableWritersTests {

	private static final Path SOURCES = Path.of("src", "main", "java", "org", "afterword");

	private static final Map<String, String> REPOSITORIES = Map.of("topic", "TopicRepository", "placeholder",
			"PlaceholderRepository", "claim", "ClaimRepository", "question", "QuestionRepository", "post",
			"PostRepository", "post_question", "PostQuestionRepository", "resource", "ResourceRepository", "member",
			"MemberRepository");

	/** Table and class, with the reason. */
	private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
			Map.entry("post ConversationPersonalData", "an erasure changes reasons of many posts at once"),
			Map.entry("post HeldPostLookup", "deletes a held post"),
			Map.entry("post MovedPosts", "a move renumbers many posts at once"),
			Map.entry("post_question MergedLinks", "moves all links of a question at once"),
			Map.entry("post_question RestingLinks", "moves links between topics at once"),
			Map.entry("post_question SplitQuestion", "moves links to the new question at once")));

	private static final Pattern WRITES = Pattern.compile("(?:insert into|update|delete from)\\s+("
			+ String.join("|", REPOSITORIES.keySet()) + ")(?![\\w.])(?!\\s*=)", Pattern.CASE_INSENSITIVE);

	@Test
	void onlyTheRepositoryOfAnEntityWritesItsTable() throws IOException {
		assertThat(writers()).containsExactlyInAnyOrderElementsOf(EXCEPTIONS.keySet());
	}

	private static SortedSet<String> writers() throws IOException {
		try (var files = Files.walk(SOURCES)) {
			var found = new TreeSet<String>();
			for (var file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				var writer = file.getFileName().toString().replace(".java", "");
				tables(file).stream()
					.filter((table) -> !writer.equals(REPOSITORIES.get(table)))
					.forEach((table) -> found.add(table + " " + writer));
			}
			return found;
		}
	}

	/** Strings in several pieces are read as one; comments do not count. */
	private static List<String> tables(Path file) throws IOException {
		var code = Files.readString(file)
			.replaceAll("(?s)/\\*.*?\\*/", "")
			.replaceAll("\"\\s*\\+\\s*\"", "")
			.replaceAll("(?m)^\\s*//.*$", "");
		return WRITES.matcher(code).results().map((match) -> match.group(1)).collect(Collectors.toList());
	}

}
