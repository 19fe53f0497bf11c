package org.afterword.question;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.afterword.member.Act;
import org.afterword.member.MemberId;
import org.afterword.member.StaffAct;
import org.afterword.member.StaffAct.Subject;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Publishes what happens to questions, for the staff log and for other modules. */
@Component
class QuestionEvents {

	private final QuestionRepository questions;

	private final ApplicationEventPublisher events;

	QuestionEvents(QuestionRepository questions, ApplicationEventPublisher events) {
		this.questions = questions;
		this.events = events;
	}

	void logged(Viewer by, Act act, Question question, Map<String, String> before, Map<String, String> after) {
		logged(by, act, question, before, after, null);
	}

	void logged(Viewer by, Act act, Question question, Map<String, String> before, Map<String, String> after,
			@Nullable String reason) {
		this.events.publishEvent(new StaffAct(by.id(), act, Subject.QUESTION, question.id().value(),
				question.topicId().value(), before, after, reason));
	}

	void changed(TopicId topic, Question... questions) {
		changed(topic, Stream.of(questions).map(Question::id).toList());
	}

	void changed(TopicId topic, List<QuestionId> questions) {
		this.events.publishEvent(new QuestionsChanged(topic, this.questions.texts(questions)));
	}

	void statusSet(Question question, QuestionStatus before, MemberId by, Instant now) {
		this.events.publishEvent(
				new QuestionStatusChanged(question.id(), question.topicId(), before, question.status(), by, now));
	}

}
