package org.afterword.reading.questionpage;

import org.afterword.conversation.PostId;
import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.Place;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.reading.Posts;
import org.afterword.reading.QuestionSection;
import org.afterword.reading.QuestionSections;
import org.afterword.reading.Register;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.Registers;
import org.afterword.reading.TopicFrame;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.reading.VoteCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of questions. */
@Component
class QuestionPages {

	private final Visits visits;

	private final TopicFrames frames;

	private final Registers registers;

	private final QuestionSections sections;

	private final VoteCounts votes;

	private final Placeholders placeholders;

	private final Drafts drafts;

	QuestionPages(Visits visits, TopicFrames frames, Registers registers, QuestionSections sections, VoteCounts votes,
			Placeholders placeholders, Drafts drafts) {
		this.visits = visits;
		this.frames = frames;
		this.registers = registers;
		this.sections = sections;
		this.votes = votes;
		this.placeholders = placeholders;
		this.drafts = drafts;
	}

	/**
	 * @param number as it stands in the address
	 * @param after the last post of the page before; 0 for the first page
	 * @throws NoSuchQuestion where the topic has none of this number
	 * @throws Moved where it is read elsewhere
	 */
	@Transactional(readOnly = true)
	public QuestionPage page(Slug slug, String number, long after, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer, (topic) -> QuestionNumber.isOne(number)
				? this.registers.moved(topic, QuestionNumber.of(number)) : null);
		var frame = this.frames.of(visit);
		var question = question(visit, frame.register(), number);
		if (question.mergedInto() != null) {
			throw Moved.to("/topics/" + slug + "/questions/" + question.mergedInto());
		}
		return page(visit, frame, question, (after > 0) ? new PostId(after) : null);
	}

	private RegisterEntry question(Visit visit, Register register, String number) {
		if (!QuestionNumber.isOne(number)) {
			throw missing(visit, register);
		}
		return register.find(QuestionNumber.of(number)).orElseThrow(() -> {
			var reason = this.registers.missing(visit.head().id(), QuestionNumber.of(number));
			return (reason instanceof NotFound) ? missing(visit, register) : reason;
		});
	}

	private static NoSuchQuestion missing(Visit visit, Register register) {
		return new NoSuchQuestion(visit.head().slug(),
				register.all().stream().filter((entry) -> !entry.withdrawn()).toList());
	}

	private QuestionPage page(Visit visit, TopicFrame frame, RegisterEntry question, @Nullable PostId after) {
		var topic = visit.head().id();
		var posts = Listed.of(this.sections.posts(question.id(), after), Posts.OF_A_QUESTION);
		var duplicates = frame.register().joinedTo(question.number());
		var all = frame.register().all();
		var at = all.indexOf(question);
		return new QuestionPage(frame, question, duplicates, posts.shown(),
				posts.next((last) -> "/topics/%s/questions/%s?after=%s".formatted(visit.head().slug(),
						question.number(), last.id())),
				QuestionSection.sources(posts.shown(), question, duplicates), this.sections.lost(topic, question.id()),
				(at > 0) ? all.get(at - 1) : null, (at + 1 < all.size()) ? all.get(at + 1) : null,
				this.votes.of(topic, visit.viewer()).get(question.id()), this.placeholders.fits(visit),
				visit.mayReply()
						? this.drafts.find(topic, visit.viewer(), Place.reply(null, question.number())).orElse(null)
						: null);
	}

}
