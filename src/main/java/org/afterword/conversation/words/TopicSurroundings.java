package org.afterword.conversation.words;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Markup;
import org.afterword.kernel.markup.Markup.Person;
import org.afterword.kernel.markup.Markup.Quoted;
import org.afterword.kernel.markup.MarkupDocument;
import org.afterword.member.UsualLanguage;
import org.afterword.mention.MentionTarget;
import org.afterword.question.QuestionId;
import org.afterword.question.QuestionView;
import org.afterword.question.Questions;
import org.afterword.topic.PlaceholderId;
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

	Markup.Surroundings of(TopicView topic, MarkupDocument document, Map<String, MentionTarget> meant,
			KnownQuestions register) {
		var moved = document.questions().stream().allMatch((one) -> register.has(one.number()))
				? Map.<QuestionNumber, QuestionView>of() : this.questions.movedAway(topic.id());
		return new InTopic(topic, meant, register, moved, posts(topic, document.posts()), asked(meant.values()));
	}

	private Set<Integer> posts(TopicView topic, List<Integer> numbers) {
		if (numbers.isEmpty()) {
			return Set.of();
		}
		return new HashSet<>(this.sql.sql("""
				select number from post where topic_id = :topic and number in (:numbers)
				union select number from post_redirect where topic_id = :topic and number in (:numbers)""")
			.param("topic", topic.id().value())
			.param("numbers", numbers)
			.query(Integer.class)
			.list());
	}

	/** The first question of each placeholder in its topic. */
	private Map<PlaceholderId, QuestionNumber> asked(Collection<MentionTarget> meant) {
		var placeholders = meant.stream()
			.filter((who) -> who.handle() == null && !who.left())
			.map(MentionTarget::placeholder)
			.filter(Objects::nonNull)
			.map(PlaceholderId::value)
			.toList();
		var asked = new HashMap<PlaceholderId, QuestionNumber>();
		if (!placeholders.isEmpty()) {
			this.sql.sql("""
					select distinct on (p.id) p.id, q.number from question q
					join placeholder p on p.id = q.asker_placeholder_id and p.topic_id = q.topic_id
					where p.id in (:placeholders) and q.withdrawn_at is null order by p.id, q.position""")
				.param("placeholders", placeholders)
				.query((row) -> {
					asked.put(new PlaceholderId(row.getLong("id")), new QuestionNumber(row.getString("number")));
				});
		}
		return asked;
	}

	private Map<QuestionId, String> askers(Collection<QuestionView> questions) {
		var askers = new HashMap<QuestionId, String>();
		if (!questions.isEmpty()) {
			this.sql.sql(
					"select question_id, name from question_asker where question_id in (:questions) and name is not null")
				.param("questions", questions.stream().map((one) -> one.id().value()).toList())
				.query((row) -> {
					askers.put(new QuestionId(row.getLong("question_id")), row.getString("name"));
				});
		}
		return askers;
	}

	/** In the language of the site: stored words are the same for every reader. */
	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, this.languages.usualLanguage());
	}

	private final class InTopic implements Markup.Surroundings {

		private final TopicView topic;

		private final Map<String, MentionTarget> meant;

		private final KnownQuestions register;

		private final Map<QuestionNumber, QuestionView> moved;

		private final Set<Integer> posts;

		private final Map<PlaceholderId, QuestionNumber> asked;

		/** Read with the first quote. */
		private @Nullable Map<QuestionId, String> askers;

		InTopic(TopicView topic, Map<String, MentionTarget> meant, KnownQuestions register,
				Map<QuestionNumber, QuestionView> moved, Set<Integer> posts, Map<PlaceholderId, QuestionNumber> asked) {
			this.topic = topic;
			this.meant = meant;
			this.register = register;
			this.moved = moved;
			this.posts = posts;
			this.asked = asked;
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
			var question = (who.placeholder() != null) ? this.asked.get(who.placeholder()) : null;
			return new Person(address() + "/questions" + ((question != null) ? "#q" + question : ""), true,
					say("mention.not-yet"));
		}

		@Override
		public Optional<Quoted> question(QuestionNumber number) {
			var question = this.register.byNumber().getOrDefault(number, this.moved.get(number));
			return Optional.ofNullable(question).map((one) -> {
				var shown = this.moved.containsKey(number) ? number : one.number();
				return new Quoted(address() + "/questions/" + shown, say("question.numbered", shown), one.text(),
						asker(one));
			});
		}

		private String asker(QuestionView question) {
			if (this.askers == null) {
				var all = new HashSet<>(this.register.byNumber().values());
				all.addAll(this.moved.values());
				this.askers = askers(all);
			}
			var name = this.askers.get(question.id());
			return (name != null) ? say("question.asked-by", name) : "";
		}

		@Override
		public Optional<String> post(int number) {
			return this.posts.contains(number) ? Optional.of(address() + "?post=" + number + "#p" + number)
					: Optional.empty();
		}

		private String address() {
			return "/topics/" + this.topic.slug();
		}

	}

}
