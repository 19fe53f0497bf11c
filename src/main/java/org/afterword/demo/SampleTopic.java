package org.afterword.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One topic of the sample community, whole: its register and everything said in it. The
 * first post is the opening and says the introduction.
 */
record SampleTopic(String slug, String title, String kind, String state, @Nullable LocalDate heldOn, String speakers,
		@Nullable String recording, String facilitator, List<String> speakerHandles, Instant openedAt,
		String introduction, List<SampleQuestion> questions, List<SamplePost> posts) {

	SampleTopic {
		SamplePart.check(kind.equals("WEBINAR") || kind.equals("DISCUSSION"),
				"%s: no such kind, %s".formatted(slug, kind));
		SamplePart.check(state.equals("OPEN") || state.equals("LOCKED"),
				"%s: no such state, %s".formatted(slug, state));
		SamplePart.check(kind.equals("WEBINAR") == (heldOn != null),
				"%s: a webinar has a day, a discussion none".formatted(slug));
		checkQuestions(slug, questions);
		checkPosts(slug, facilitator, questions, posts);
	}

	/** Everything after the opening. */
	List<SamplePost> replies() {
		return this.posts.subList(1, this.posts.size());
	}

	static SampleTopic of(List<SamplePart> parts) {
		var head = parts.getFirst();
		head.allow("title", "kind", "state", "held on", "speakers", "speaker handles", "recording", "facilitator",
				"opened at");
		var heldOn = head.find("held on");
		var speakers = head.find("speakers");
		var opening = SamplePost.opening(head.get("facilitator"), head.instant("opened at"), head.words());
		return new SampleTopic(head.numbered("topic"), head.get("title"), head.get("kind"), head.get("state"),
				(heldOn != null) ? LocalDate.parse(heldOn) : null, (speakers != null) ? speakers : "",
				head.find("recording"), opening.author(), head.list("speaker handles"), opening.at(), opening.words(),
				parts.stream().filter((part) -> part.is("question")).map(SampleQuestion::of).toList(),
				Stream.concat(Stream.of(opening), parts.stream().filter((part) -> part.is("post")).map(SamplePost::of))
					.toList());
	}

	private static void checkQuestions(String slug, List<SampleQuestion> questions) {
		var claims = new HashMap<String, @Nullable String>();
		var numbers = questions.stream().map(SampleQuestion::number).toList();
		for (var at = 0; at < questions.size(); at++) {
			var question = questions.get(at);
			var before = numbers.subList(0, at);
			SamplePart.check(!before.contains(question.number()),
					"%s has two questions %s".formatted(slug, question.number()));
			SamplePart.check(question.under() == null || before.contains(question.under()),
					"%s: question %s stands under %s, which does not come before it".formatted(slug, question.number(),
							question.under()));
			SamplePart.check(question.follows() == null || before.contains(question.follows()),
					"%s: question %s follows %s, which does not come before it".formatted(slug, question.number(),
							question.follows()));
			SamplePart.check(
					!claims.containsKey(question.asker())
							|| Objects.equals(claims.get(question.asker()), question.claimedBy()),
					"%s: %s cannot be two people".formatted(slug, question.asker()));
			claims.put(question.asker(), question.claimedBy());
		}
	}

	private static void checkPosts(String slug, String facilitator, List<SampleQuestion> questions,
			List<SamplePost> posts) {
		var numbers = questions.stream().map(SampleQuestion::number).toList();
		for (var at = 0; at < posts.size(); at++) {
			var post = posts.get(at);
			SamplePart.check(post.number() == at + 1,
					"%s: post %s stands where post %s should".formatted(slug, post.number(), at + 1));
			SamplePart.check(at == 0 || posts.get(at - 1).at().isBefore(post.at()),
					"%s: post %s is not later than %s".formatted(slug, post.number(), at));
			SamplePart.check(numbers.containsAll(post.questions()),
					"%s: post %s addresses a question that is not here".formatted(slug, post.number()));
			SamplePart.check(!post.author().equals(facilitator) || post.answers().equals(post.confirmed()),
					"%s: post %s is the facilitator's, and her answers confirm themselves".formatted(slug,
							post.number()));
		}
	}

}
