package org.afterword.conversation.answers;

import jakarta.validation.Valid;
import org.afterword.conversation.Proposals;
import org.afterword.kernel.Listed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions that replies ask, and their place in the register. */
@Controller
@RequestMapping("/topics/{slug}")
class ProposalController {

	private final Proposals proposals;

	private final Questions questions;

	private final Topics topics;

	ProposalController(Proposals proposals, Questions questions, Topics topics) {
		this.proposals = proposals;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping("/questions/proposed")
	String list(@PathVariable Slug slug, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		var part = Listed.of(this.proposals.waiting(topic.id(), after, viewer), Proposals.PAGE);
		model.addAttribute("topic", topic);
		model.addAttribute("proposals", part.shown());
		model.addAttribute("next",
				part.next((last) -> "/topics/%s/questions/proposed?after=%s".formatted(topic.slug(), last.post())));
		model.addAttribute("nextQuestion", this.questions.next(topic.id()));
		model.addAttribute("questions", this.questions.register(topic.id()));
		return "conversation/proposals";
	}

	@PostMapping("/posts/{number}/proposal/acceptance")
	String accept(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, RedirectAttributes after) {
		var question = this.proposals.accept(facilitated(slug, viewer).id(), number, viewer);
		after.addFlashAttribute("done", "propose.accepted");
		return "redirect:/topics/%s/questions/%s".formatted(slug, question);
	}

	@PostMapping("/posts/{number}/proposal/tie")
	String tie(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@RequestParam(defaultValue = "") String question, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!QuestionNumber.isOne(question)) {
			throw new Refused("propose.none");
		}
		this.proposals.tie(topic.id(), number, QuestionNumber.of(question), viewer);
		return back(slug, number, "propose.tied", after);
	}

	@GetMapping("/posts/{number}/proposal/refusal")
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new RefusalForm(""));
		return refusal(topic, number, viewer, model);
	}

	@PostMapping("/posts/{number}/proposal/refusal")
	String decline(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") RefusalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (errors.hasErrors()) {
			return refusal(topic, number, viewer, model);
		}
		this.proposals.decline(topic.id(), number, form.reason(), viewer);
		return back(slug, number, "propose.declined", after);
	}

	@DeleteMapping("/posts/{number}/proposal")
	String withdraw(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, RedirectAttributes after) {
		this.proposals.withdraw(this.topics.get(slug, viewer).id(), number, viewer);
		return back(slug, number, "propose.withdrawn", after);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("settle a proposed question");
		return topic;
	}

	private String refusal(TopicView topic, int number, Viewer viewer, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("proposal", this.proposals.waitingOf(topic.id(), number, viewer));
		return "conversation/decline";
	}

	private static String back(Slug slug, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

}
