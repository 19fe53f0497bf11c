package org.afterword.reading.questionpage;

import java.util.List;
import java.util.Map;

import org.afterword.conversation.PostId;
import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.Place;
import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.reading.Posts;
import org.afterword.reading.QuestionSection;
import org.afterword.reading.Register;
import org.afterword.reading.Registers;
import org.afterword.reading.TopicResources;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.reading.VoteCounts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One question. */
@Controller
class QuestionPageController {

	private final Visits visits;

	private final Registers registers;

	private final Posts posts;

	private final TopicResources resources;

	private final Drafts drafts;

	private final VoteCounts votes;

	private final Placeholders placeholders;

	QuestionPageController(Visits visits, Registers registers, Posts posts, TopicResources resources, Drafts drafts,
			VoteCounts votes, Placeholders placeholders) {
		this.visits = visits;
		this.registers = registers;
		this.posts = posts;
		this.resources = resources;
		this.drafts = drafts;
		this.votes = votes;
		this.placeholders = placeholders;
	}

	/** Where a topic has no such question, the answer lists those that it has. */
	@GetMapping("/topics/{slug}/questions/{number}")
	ModelAndView question(@PathVariable Slug slug, @PathVariable String number,
			@RequestParam(defaultValue = "0") long after, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> QuestionNumber.isOne(number)
				? this.registers.moved(topic, QuestionNumber.of(number)) : null);
		var register = this.registers.of(visit.head().id());
		var found = QuestionNumber.isOne(number) ? register.find(QuestionNumber.of(number)) : null;
		if (found == null || found.isEmpty()) {
			return missing(visit, register, number);
		}
		var question = found.get();
		if (question.mergedInto() != null) {
			throw Moved.to("/topics/" + slug + "/questions/" + question.mergedInto());
		}
		var posts = Listed.of(this.posts.ofQuestion(question.id(), (after > 0) ? new PostId(after) : null),
				Posts.OF_A_QUESTION);
		var all = register.all();
		var at = all.indexOf(question);
		model.addAttribute("head", visit.head());
		model.addAttribute("register", register);
		model.addAttribute("question", question);
		var joined = register.joinedTo(question.number());
		model.addAttribute("joined", joined);
		model.addAttribute("posts", posts.shown());
		model.addAttribute("sources", QuestionSection.sources(posts.shown(), question, joined));
		model.addAttribute("lost",
				this.resources.lostByQuestion(visit.head().id()).getOrDefault(question.id(), List.of()));
		model.addAttribute("next",
				posts.next((last) -> "/topics/" + slug + "/questions/" + number + "?after=" + last.id()));
		model.addAttribute("before", (at > 0) ? all.get(at - 1) : null);
		model.addAttribute("after", (at + 1 < all.size()) ? all.get(at + 1) : null);
		model.addAttribute("asking", this.votes.of(visit.head().id(), viewer).get(question.id()));
		model.addAttribute("facilitates", visit.facilitates());
		model.addAttribute("mayReply", visit.mayReply() && !question.withdrawn());
		model.addAttribute("fits", this.placeholders.fits(visit));
		if (visit.mayReply()) {
			var blank = ReplyForm.blank(List.of(question.number().value()));
			var kept = this.drafts.find(visit.head().id(), viewer, Place.reply(null, question.number()));
			model.addAttribute("kept", kept.orElse(null));
			model.addAttribute("reply", kept.map(ReplyForm::of).orElse(blank));
		}
		return new ModelAndView("reading/question", model.asMap());
	}

	private ModelAndView missing(Visit visit, Register register, String number) {
		if (QuestionNumber.isOne(number)) {
			var reason = this.registers.missing(visit.head().id(), QuestionNumber.of(number));
			if (!(reason instanceof NotFound)) {
				throw reason;
			}
		}
		var near = register.all().stream().filter((entry) -> !entry.withdrawn()).toList();
		return new ModelAndView("error/404", Map.of("slug", visit.head().slug(), "near", near), HttpStatus.NOT_FOUND);
	}

}
