package org.afterword.demo;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.afterword.conversation.Reply;
import org.afterword.conversation.Visibility;
import org.afterword.conversation.answers.Answers;
import org.afterword.conversation.answers.Pins;
import org.afterword.conversation.answers.StatusOverrides;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.kernel.markup.Markup;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Handle;
import org.afterword.member.MemberId;
import org.afterword.member.Members;
import org.afterword.member.Newcomer;
import org.afterword.member.Profile;
import org.afterword.member.Role;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.afterword.member.password.Password;
import org.afterword.question.NewQuestion;
import org.afterword.question.QuestionRegister;
import org.afterword.question.QuestionStatus;
import org.afterword.question.StatusOverride;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicId;
import org.afterword.topic.TopicKind;
import org.afterword.topic.TopicRole;
import org.afterword.topic.TopicRoles;
import org.afterword.topic.Topics;
import org.afterword.topic.claims.Claims;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.annotation.Transactional;

/** Makes the sample community through the use cases, each act at its own time. */
@Transactional
class SampleCommunity {

	private final Members members;

	private final Roles memberRoles;

	private final Emails emails;

	private final Topics topics;

	private final TopicRoles roles;

	private final Claims claims;

	private final QuestionRegister register;

	private final Publishing publishing;

	private final Visibility visibility;

	private final Answers answers;

	private final StatusOverrides overrides;

	private final Pins pins;

	private final StoryClock clock;

	SampleCommunity(Members members, Roles memberRoles, Emails emails, Topics topics, TopicRoles roles, Claims claims,
			QuestionRegister register, Publishing publishing, Visibility visibility, Answers answers,
			StatusOverrides overrides, Pins pins, StoryClock clock) {
		this.members = members;
		this.memberRoles = memberRoles;
		this.emails = emails;
		this.topics = topics;
		this.roles = roles;
		this.claims = claims;
		this.register = register;
		this.publishing = publishing;
		this.visibility = visibility;
		this.answers = answers;
		this.overrides = overrides;
		this.pins = pins;
		this.clock = clock;
	}

	/**
	 * Makes members of everybody in the sample.
	 * @param password of them all
	 * @return the members by their handles
	 */
	Map<String, Viewer> join(List<SamplePerson> people, String password) {
		var administrator = people.stream().filter((one) -> one.role().equals(Role.ADMINISTRATOR.name())).findFirst();
		var ids = new HashMap<String, MemberId>();
		administrator.ifPresent((one) -> this.clock.at(one.joined(),
				() -> ids.put(one.handle(), this.members.first(newcomer(one, password)))));
		for (var one : people) {
			if (!ids.containsKey(one.handle())) {
				this.clock.at(one.joined(), () -> ids.put(one.handle(), this.members.join(newcomer(one, password))));
			}
		}
		people.forEach((one) -> this.emails.confirm(id(ids, one.handle()), email(one)));
		var ines = administrator.map((one) -> viewer(ids, one.handle())).orElseThrow();
		for (var one : people) {
			var id = id(ids, one.handle());
			if (!ines.is(id) && !one.role().equals(Role.MEMBER.name())) {
				this.memberRoles.give(ines, id, Role.valueOf(one.role()));
			}
		}
		var everybody = new HashMap<String, Viewer>();
		ids.keySet().forEach((handle) -> everybody.put(handle, viewer(ids, handle)));
		return everybody;
	}

	/** Makes one topic, from its opening to its end. */
	TopicId tell(SampleTopic sample, Map<String, Viewer> people) {
		var facilitator = person(people, sample.facilitator());
		var ids = new HashMap<String, TopicId>();
		this.clock.at(sample.openedAt(), () -> ids.put(sample.slug(), open(sample, facilitator, people)));
		var topic = ids.get(sample.slug());
		if (topic == null) {
			throw new IllegalStateException(sample.slug());
		}
		sample.replies()
			.forEach((post) -> this.clock.at(post.at(), () -> say(topic, post, person(people, post.author()))));
		var end = sample.posts().getLast().at();
		this.clock.at(end, () -> setStatuses(topic, sample, facilitator, people));
		return topic;
	}

	private TopicId open(SampleTopic sample, Viewer facilitator, Map<String, Viewer> people) {
		var topic = this.topics
			.open(facilitator, new NewTopic(new Slug(sample.slug()), sample.title(), TopicKind.valueOf(sample.kind()),
					sample.heldOn(), sample.speakers().isEmpty() ? null : sample.speakers(), sample.recording(), false))
			.id();
		sample.speakerHandles()
			.forEach(
					(handle) -> this.roles.appoint(topic, person(people, handle).id(), TopicRole.SPEAKER, facilitator));
		this.register.add(topic, sample.questions().stream().map(SampleCommunity::question).toList(), facilitator);
		this.publishing.open(topic, facilitator, sample.introduction());
		return topic;
	}

	private static NewQuestion question(SampleQuestion sample) {
		return new NewQuestion(QuestionNumber.of(sample.number()), number(sample.under()), number(sample.follows()),
				sample.text(), sample.asker(), null);
	}

	private void say(TopicId topic, SamplePost post, Viewer author) {
		// As if its author had seen the preview, and left the questions ticked there.
		var seen = Markup.read(post.words())
			.questions()
			.stream()
			.map(Markup.Addressed::number)
			.collect(Collectors.toSet());
		this.publishing.reply(topic, author, new Reply(post.words(), post.inReplyTo(), numbers(post.questions()),
				numbers(post.answers()), false, seen, Set.of()));
	}

	private void setStatuses(TopicId topic, SampleTopic sample, Viewer facilitator, Map<String, Viewer> people) {
		var claims = new LinkedHashSet<String>();
		for (var question : sample.questions()) {
			if (question.claimedBy() != null && claims.add(question.asker())) {
				this.claims.identify(topic, question.asker(), person(people, question.claimedBy()).id(), facilitator);
			}
		}
		for (var post : sample.replies()) {
			post.confirmed()
				.forEach(
						(number) -> this.answers.confirm(topic, QuestionNumber.of(number), post.number(), facilitator));
		}
		pin(topic, sample, facilitator);
		for (var question : sample.questions()) {
			if (!question.status().isEmpty()) {
				var detail = (question.recordingAt() != null) ? question.recordingAt() : question.reason();
				this.overrides.set(topic, QuestionNumber.of(question.number()),
						new StatusOverride(QuestionStatus.valueOf(question.status()), detail), facilitator);
			}
		}
		for (var post : sample.replies()) {
			if (post.hiddenReason() != null) {
				this.visibility.hide(topic, post.number(), post.hiddenReason(), facilitator);
			}
			else if (post.withdrawn()) {
				this.visibility.withdraw(topic, post.number(), person(people, post.author()));
			}
		}
		if (sample.state().equals("LOCKED")) {
			this.topics.lock(topic, facilitator);
		}
	}

	private void pin(TopicId topic, SampleTopic sample, Viewer facilitator) {
		record Pinned(int post, SamplePost.Pin pin) {
		}
		sample.replies()
			.stream()
			.flatMap((post) -> post.pins().stream().map((pin) -> new Pinned(post.number(), pin)))
			.sorted((one, other) -> Integer.compare(one.pin().rank(), other.pin().rank()))
			.forEach((pinned) -> this.pins.pin(topic, QuestionNumber.of(pinned.pin().question()), pinned.post(),
					pinned.pin().note(), facilitator));
	}

	private static Newcomer newcomer(SamplePerson person, String password) {
		return new Newcomer(
				new Profile(person.name(), person.initials(), person.organisation(), person.country(), person.about()),
				new Handle(person.handle()), email(person), new Password(password));
	}

	private static Email email(SamplePerson person) {
		return Email.of(person.handle() + "@example.org");
	}

	private Viewer viewer(Map<String, MemberId> ids, String handle) {
		return this.members.viewer(id(ids, handle)).orElseThrow();
	}

	private static MemberId id(Map<String, MemberId> ids, String handle) {
		var id = ids.get(handle);
		if (id == null) {
			throw new IllegalStateException("Nobody is called " + handle);
		}
		return id;
	}

	private static Viewer person(Map<String, Viewer> people, String handle) {
		var viewer = people.get(handle);
		if (viewer == null) {
			throw new IllegalStateException("Nobody is called " + handle);
		}
		return viewer;
	}

	private static @Nullable QuestionNumber number(@Nullable String number) {
		return (number != null) ? QuestionNumber.of(number) : null;
	}

	private static Set<QuestionNumber> numbers(List<String> written) {
		var numbers = new TreeSet<QuestionNumber>();
		written.forEach((one) -> numbers.add(QuestionNumber.of(one)));
		return numbers;
	}

}
