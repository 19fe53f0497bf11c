package org.afterword.conversation.answers;

import jakarta.validation.Valid;
import org.afterword.conversation.PostLookup;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

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

/** Answers pinned to a question, in order, each with a line above it. */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}/pins/{number}")
class PinController {

	private final Pins pins;

	private final PostLookup posts;

	private final Questions questions;

	PinController(Pins pins, PostLookup posts, Questions questions) {
		this.pins = pins;
		this.posts = posts;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Model model) {
		topic.mustFacilitate("pin an answer");
		model.addAttribute("pin", new PinForm(this.pins.note(topic.id(), question, number)));
		return page(topic, question, number, model);
	}

	@PostMapping
	String pin(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("pin") PinForm form, BindingResult errors, Model model, RedirectAttributes after) {
		topic.mustFacilitate("pin an answer");
		return Forms.submit(errors, () -> {
			this.pins.pin(topic.id(), question, number, form.note(), viewer);
			return back(topic, question, "pin.done", after);
		}, () -> page(topic, question, number, model));
	}

	@DeleteMapping
	String unpin(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			RedirectAttributes after) {
		var unpinned = this.pins.unpin(topic.id(), question, number, viewer);
		return back(topic, question, unpinned ? "pin.undone" : null, after);
	}

	@PostMapping("/place")
	String move(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			@RequestParam String to, RedirectAttributes after) {
		var moved = this.pins.move(topic.id(), question, number, to.equals("up"), viewer);
		return back(topic, question, moved ? "pin.moved" : null, after);
	}

	private String page(ViewedTopic topic, QuestionNumber question, int number, Model model) {
		model.addAttribute("question", this.questions.get(topic.id(), question));
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		return "conversation/pin";
	}

	private static String back(ViewedTopic topic, QuestionNumber question, @Nullable String done,
			RedirectAttributes after) {
		if (done != null) {
			after.addFlashAttribute("done", done);
			after.addFlashAttribute("about", new String[] { question.value() });
		}
		return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), question);
	}

}
