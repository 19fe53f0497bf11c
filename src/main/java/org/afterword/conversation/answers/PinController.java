package org.afterword.conversation.answers;

import jakarta.validation.Valid;
import org.afterword.conversation.Answers;
import org.afterword.conversation.Conversations;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
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

	private final Answers answers;

	private final Conversations conversations;

	private final Questions questions;

	private final Topics topics;

	PinController(Answers answers, Conversations conversations, Questions questions, Topics topics) {
		this.answers = answers;
		this.conversations = conversations;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("pin an answer");
		model.addAttribute("pin", new PinForm(this.answers.note(topic.id(), question, number)));
		return page(topic, question, number, model);
	}

	@PostMapping
	String pin(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("pin") PinForm form, BindingResult errors, Model model, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("pin an answer");
		if (!errors.hasErrors()) {
			try {
				this.answers.pin(topic.id(), question, number, form.note(), viewer);
				return back(slug, question, "pin.done", after);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(topic, question, number, model);
	}

	@DeleteMapping
	String unpin(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number,
			Viewer viewer, RedirectAttributes after) {
		var unpinned = this.answers.unpin(this.topics.get(slug, viewer).id(), question, number, viewer);
		return back(slug, question, unpinned ? "pin.undone" : null, after);
	}

	@PostMapping("/place")
	String move(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			@RequestParam String to, RedirectAttributes after) {
		var moved = this.answers.move(this.topics.get(slug, viewer).id(), question, number, to.equals("up"), viewer);
		return back(slug, question, moved ? "pin.moved" : null, after);
	}

	private String page(TopicView topic, QuestionNumber question, int number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", this.questions.get(topic.id(), question));
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		return "conversation/pin";
	}

	private static String back(Slug slug, QuestionNumber question, @Nullable String done, RedirectAttributes after) {
		if (done != null) {
			after.addFlashAttribute("done", done);
			after.addFlashAttribute("about", new String[] { question.value() });
		}
		return "redirect:/topics/%s/questions/%s".formatted(slug, question);
	}

}
