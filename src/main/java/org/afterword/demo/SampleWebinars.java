package org.afterword.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The sample community, read from the texts in {@code /demo}: its people, and its topics
 * in the order in which they were opened. Whatever does not fit together is refused with
 * a sentence that names the place.
 */
record SampleWebinars(List<SamplePerson> people, List<SampleTopic> topics) {

	private static final List<String> SLUGS = List.of("water-committees", "introduce-yourself", "clean-cookstoves",
			"seed-banks", "mini-grids");

	SampleWebinars {
		var handles = people.stream().map(SamplePerson::handle).collect(Collectors.toSet());
		SamplePart.check(handles.size() == people.size(), "two people have one handle");
		for (var topic : topics) {
			var named = new HashSet<>(topic.speakerHandles());
			named.add(topic.facilitator());
			topic.posts().forEach((post) -> named.add(post.author()));
			topic.questions().stream().map(SampleQuestion::claimedBy).filter(Objects::nonNull).forEach(named::add);
			named.removeAll(handles);
			SamplePart.check(named.isEmpty(),
					"%s names people who are not in people.txt: %s".formatted(topic.slug(), named));
		}
	}

	static SampleWebinars load() {
		return new SampleWebinars(SamplePart.read(text("people")).stream().map(SamplePerson::of).toList(),
				SLUGS.stream().map((slug) -> SampleTopic.of(SamplePart.read(text(slug)))).toList());
	}

	/** Throws when there is no person of that handle. */
	SamplePerson person(String handle) {
		return this.people.stream().filter((person) -> person.handle().equals(handle)).findFirst().orElseThrow();
	}

	/** Throws when there is no topic of that slug. */
	SampleTopic topic(String slug) {
		return this.topics.stream().filter((topic) -> topic.slug().equals(slug)).findFirst().orElseThrow();
	}

	private static String text(String name) {
		try (var text = SampleWebinars.class.getResourceAsStream("/demo/" + name + ".txt")) {
			return new String(Objects.requireNonNull(text, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
