package org.afterword.conversation.proposals;

import jakarta.validation.Valid;
import org.afterword.kernel.Listed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;

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

	private final OpenProposals open;

	private final Questions questions;

	ProposalController(Proposals proposals, OpenProposals open, Questions questions) {
		this.proposals = proposals;
		this.open = open;
		this.questions = questions;
	}

	@GetMapping("/questions/proposed")
	String list(ViewedTopic topic, @RequestParam(defaultValue = "0") int after, Viewer viewer, Model model) {
		var part = Listed.of(this.open.waiting(topic.id(), after, viewer), OpenProposals.PAGE);
		model.addAttribute("proposals", part.shown());
		model.addAttribute("next",
				part.next((last) -> "/topics/%s/questions/proposed?after=%s".formatted(topic.slug(), last.post())));
		model.addAttribute("nextQuestion", this.questions.next(topic.id()));
		model.addAttribute("questions", this.questions.register(topic.id()));
		return "conversation/proposals";
	}

	@PostMapping("/posts/{number}/proposal/acceptance")
	String accept(ViewedTopic topic, @PathVariable int number, Viewer viewer, RedirectAttributes after) {
		var question = this.proposals.accept(topic.id(), number, viewer);
		after.addFlashAttribute("done", "propose.accepted");
		return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), question);
	}

	@PostMapping("/posts/{number}/proposal/link")
	String link(ViewedTopic topic, @PathVariable int number, Viewer viewer,
			@RequestParam(defaultValue = "") String question, RedirectAttributes after) {
		mustFacilitate(topic);
		if (!QuestionNumber.isOne(question)) {
			throw new Refused("propose.none");
		}
		this.proposals.link(topic.id(), number, QuestionNumber.of(question), viewer);
		return back(topic, number, "propose.linked", after);
	}

	@GetMapping("/posts/{number}/proposal/refusal")
	String form(ViewedTopic topic, @PathVariable int number, Viewer viewer, Model model) {
		mustFacilitate(topic);
		model.addAttribute("form", new RefusalForm(""));
		return refusal(topic, number, viewer, model);
	}

	@PostMapping("/posts/{number}/proposal/refusal")
	String decline(ViewedTopic topic, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("form") RefusalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		mustFacilitate(topic);
		if (errors.hasErrors()) {
			return refusal(topic, number, viewer, model);
		}
		this.proposals.decline(topic.id(), number, form.reason(), viewer);
		return back(topic, number, "propose.declined", after);
	}

	@DeleteMapping("/posts/{number}/proposal")
	String withdraw(ViewedTopic topic, @PathVariable int number, Viewer viewer, RedirectAttributes after) {
		this.proposals.withdraw(topic.id(), number, viewer);
		return back(topic, number, "propose.withdrawn", after);
	}

	private static void mustFacilitate(ViewedTopic topic) {
		topic.mustFacilitate("decide about a proposed question");
	}

	private String refusal(ViewedTopic topic, int number, Viewer viewer, Model model) {
		model.addAttribute("proposal", this.open.waitingOf(topic.id(), number, viewer));
		return "conversation/decline";
	}

	private static String back(ViewedTopic topic, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
