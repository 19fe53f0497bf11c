package org.afterword.conversation.answers;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.conversation.Answers;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionStatus;
import org.afterword.question.QuestionStatuses;
import org.afterword.question.Questions;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The status of a question, set by hand. */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}/status")
class StatusController {

	private final Answers answers;

	private final Questions questions;

	private final QuestionStatuses statuses;

	private final Topics topics;

	StatusController(Answers answers, Questions questions, QuestionStatuses statuses, Topics topics) {
		this.answers = answers;
		this.questions = questions;
		this.statuses = statuses;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber question, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("set a status");
		model.addAttribute("form", StatusForm.of(this.statuses.override(topic.id(), question)));
		return page(topic, question, model);
	}

	@PostMapping
	String rule(@PathVariable Slug slug, @PathVariable QuestionNumber question, Viewer viewer,
			@Valid @ModelAttribute("form") StatusForm form, BindingResult errors, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("set a status");
		if (form.lacksReason()) {
			errors.rejectValue("reason", "status.no-reason");
		}
		if (errors.hasErrors()) {
			return page(topic, question, model);
		}
		try {
			this.answers.rule(topic.id(), question, form.toRuling(), form.before(), viewer);
		}
		catch (Conflict overtaken) {
			// What was chosen stays. Sent again, it counts: who sends it has seen why.
			errors.reject(overtaken.key(), overtaken.arguments(), overtaken.key());
			response.setStatus(HttpServletResponse.SC_CONFLICT);
			return page(topic, question, model);
		}
		after.addFlashAttribute("done", "status.done");
		after.addFlashAttribute("about", new String[] { question.value() });
		return "redirect:/topics/%s/questions/%s".formatted(slug, question);
	}

	private String page(TopicView topic, QuestionNumber question, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", this.questions.get(topic.id(), question));
		model.addAttribute("statuses", QuestionStatus.values());
		return "conversation/status";
	}

}
