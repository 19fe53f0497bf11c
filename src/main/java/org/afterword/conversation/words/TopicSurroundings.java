package org.afterword.conversation.words;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.afterword.conversation.PostId;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.Markup.Person;
import org.afterword.kernel.markup.Markup.Quoted;
import org.afterword.kernel.markup.MarkupDocument;
import org.afterword.member.UsualLanguage;
import org.afterword.mention.MentionTarget;
import org.afterword.question.NumberedQuestion;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What names, numbers of posts and quotes of questions lead to in a topic. Whatever
 * stands in a text, each kind is looked up once.
 */
@Component
class TopicSurroundings {

	private final Questions questions;

	private final MessageSource messages;

	private final UsualLanguage languages;

	private final JdbcClient sql;

	TopicSurroundings(Questions questions, MessageSource messages, UsualLanguage languages, JdbcClient sql) {
		this.questions = questions;
		this.messages = messages;
		this.languages = languages;
		this.sql = sql;
	}

	/**
	 * @param to number of the post that it replies to, looked up with the others
	 */
	InTopic of(TopicView topic, MarkupDocument document, Map<String, MentionTarget> meant, KnownQuestions register,
			@Nullable Integer to) {
		var moved = document.questions().stream().allMatch((one) -> register.has(one.number()))
				? Map.<QuestionNumber, NumberedQuestion>of() : this.questions.movedAway(topic.id());
		return new InTopic(topic, meant, register, moved, posts(topic, document.posts(), to));
	}

	private Map<Integer, @Nullable PostId> posts(TopicView topic, List<Integer> named, @Nullable Integer to) {
		var posts = new HashMap<Integer, @Nullable PostId>();
		if (!named.isEmpty() || to != null) {
			this.sql.sql("""
					select number, id from post where topic_id = :topic and number in (:numbers)
					union select number, null from post_redirect where topic_id = :topic and number in (:numbers)""")
				.param("topic", topic.id().value())
				.param("numbers", Stream.concat(named.stream(), Stream.ofNullable(to)).toList())
				.query((row) -> {
					var id = row.getObject("id", Long.class);
					if (id != null) {
						posts.put(row.getInt("number"), new PostId(id));
					}
					else {
						posts.putIfAbsent(row.getInt("number"), null);
					}
				});
		}
		return posts;
	}

	/** In the language of the site: stored words are the same for every reader. */
	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.languages.usualLanguage());
	}

	/** One text in its topic. */
	final class InTopic implements Markup.Surroundings {

		private final TopicView topic;

		private final Map<String, MentionTarget> meant;

		private final KnownQuestions register;

		private final Map<QuestionNumber, NumberedQuestion> moved;

		/** Null for one that stands elsewhere now. */
		private final Map<Integer, @Nullable PostId> posts;

		InTopic(TopicView topic, Map<String, MentionTarget> meant, KnownQuestions register,
				Map<QuestionNumber, NumberedQuestion> moved, Map<Integer, @Nullable PostId> posts) {
			this.topic = topic;
			this.meant = meant;
			this.register = register;
			this.moved = moved;
			this.posts = posts;
		}

		@Override
		public Optional<Person> person(String name) {
			return Optional.ofNullable(this.meant.get(name.toLowerCase(Locale.ROOT))).map(this::person);
		}

		private Person person(MentionTarget who) {
			if (who.left()) {
				return Person.left(who.name());
			}
			if (who.handle() != null) {
				return new Person("/members/" + who.handle(), false, "");
			}
			var question = (who.placeholder() != null) ? this.register.firstAskedBy(who.placeholder()) : null;
			return new Person(address() + "/questions" + ((question != null) ? "#q" + question : ""), true,
					say("mention.not-yet"));
		}

		@Override
		public Optional<Quoted> question(QuestionNumber number) {
			var question = this.register.byNumber().getOrDefault(number, this.moved.get(number));
			return Optional.ofNullable(question).map((one) -> {
				var shown = this.moved.containsKey(number) ? number : one.question().number();
				var asker = one.askedBy();
				return new Quoted(address() + "/questions/" + shown, say("question.numbered", shown),
						one.question().text(), (asker != null) ? say("question.asked-by", asker) : "");
			});
		}

		@Override
		public Optional<String> post(int number) {
			return this.posts.containsKey(number) ? Optional.of(address() + "?post=" + number + "#p" + number)
					: Optional.empty();
		}

		/** The posts that stand here, of those that were looked up. */
		Map<Integer, PostId> found() {
			var found = new HashMap<Integer, PostId>();
			this.posts.forEach((number, id) -> {
				if (id != null) {
					found.put(number, id);
				}
			});
			return found;
		}

		private String address() {
			return "/topics/" + this.topic.slug();
		}

	}

}
