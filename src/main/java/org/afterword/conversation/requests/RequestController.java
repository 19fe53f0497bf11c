package org.afterword.conversation.requests;

import java.util.List;

import org.afterword.conversation.Conversations;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking somebody to answer a question. */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}/requests")
class RequestController {

	private final Requests requests;

	private final Conversations conversations;

	private final Questions questions;

	private final Topics topics;

	RequestController(Requests requests, Conversations conversations, Questions questions, Topics topics) {
		this.requests = requests;
		this.conversations = conversations;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber question, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", new RequestForm("", ""));
		return page(topic, question, viewer, model);
	}

	@PostMapping
	String ask(@PathVariable Slug slug, @PathVariable QuestionNumber question, Viewer viewer,
			@ModelAttribute("form") RequestForm form, BindingResult errors, Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		try {
			this.requests.ask(topic.id(), question, form.who(), form.note(), viewer);
			return back(slug, question, "request.done", after);
		}
		catch (Refused refused) {
			errors.rejectValue(refused.key().equals("request.long-note") ? "note" : "who", refused.key(),
					refused.arguments(), refused.key());
			return page(topic, question, viewer, model);
		}
	}

	@DeleteMapping("/{id:[0-9]{1,18}}")
	String withdraw(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable long id,
			Viewer viewer, RedirectAttributes after) {
		this.requests.withdraw(facilitated(slug, viewer).id(), question, id, viewer);
		return back(slug, question, "request.withdrawn", after);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("ask somebody");
		return topic;
	}

	private String page(TopicView topic, QuestionNumber number, Viewer viewer, Model model) {
		this.conversations.mustBeWritable(topic, viewer);
		var question = this.questions.active(topic.id(), number);
		model.addAttribute("topic", topic);
		model.addAttribute("question", question);
		model.addAttribute("requests", this.requests.of(topic.id(), viewer).getOrDefault(question.id(), List.of()));
		model.addAttribute("people", this.requests.people(topic.id(), viewer));
		return "conversation/request";
	}

	private static String back(Slug slug, QuestionNumber question, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { question.value() });
		return "redirect:/topics/%s/questions/%s".formatted(slug, question);
	}

}
