package org.afterword.conversation.requests;

import java.util.List;

import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking somebody to answer a question. */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}/requests")
class RequestController {

	private final Requests requests;

	private final OpenRequests open;

	private final AskedPeople people;

	private final Questions questions;

	RequestController(Requests requests, OpenRequests open, AskedPeople people, Questions questions) {
		this.requests = requests;
		this.open = open;
		this.people = people;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable QuestionNumber question, Model model) {
		topic.mustFacilitate("ask somebody");
		model.addAttribute("form", new RequestForm("", ""));
		return page(topic, question, model);
	}

	@PostMapping
	String ask(ViewedTopic topic, @PathVariable QuestionNumber question, @ModelAttribute("form") RequestForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		topic.mustFacilitate("ask somebody");
		return Forms.submit(errors, () -> {
			this.requests.ask(topic, question, form.who(), form.note());
			return back(topic, question, "request.done", after);
		}, () -> page(topic, question, model));
	}

	@DeleteMapping("/{id:[0-9]{1,18}}")
	String withdraw(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable long id,
			RedirectAttributes after) {
		this.requests.withdraw(topic, question, id);
		return back(topic, question, "request.withdrawn", after);
	}

	private String page(ViewedTopic topic, QuestionNumber number, Model model) {
		topic.mustBeWritable();
		var question = this.questions.active(topic.id(), number);
		model.addAttribute("question", question);
		model.addAttribute("requests", this.open.of(topic.id(), topic.viewer()).getOrDefault(question.id(), List.of()));
		model.addAttribute("people", this.people.offered(topic.id(), topic.viewer()));
		return "conversation/request";
	}

	private static String back(ViewedTopic topic, QuestionNumber question, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { question.value() });
		return "redirect:/topics/%s/questions/%s".formatted(topic.slug(), question);
	}

}
