package org.afterword.question;

import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Submissions;
import org.afterword.member.Viewer;
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

/** Adding a question late, and correcting the words of one. */
@Controller
@RequestMapping("/topics/{slug}/questions")
class QuestionController {

	private final Questions questions;

	private final Topics topics;

	private final Submissions submissions;

	QuestionController(Questions questions, Topics topics, Submissions submissions) {
		this.questions = questions;
		this.topics = topics;
		this.submissions = submissions;
	}

	@GetMapping("/new")
	String ask(@PathVariable Slug slug, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", QuestionForm.blank());
		return askPage(topic, model);
	}

	@PostMapping("/new")
	String add(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("form") QuestionForm form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				var address = this.submissions.once(viewer.id(), UUID.fromString(form.key()),
						() -> "/topics/%s/questions/%s".formatted(slug,
								this.questions.add(topic.id(), form.toQuestion(), viewer)));
				after.addFlashAttribute("done", "ask.done");
				return "redirect:" + address;
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return askPage(topic, model);
	}

	@GetMapping("/{number}/edit")
	String edit(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		var question = this.questions.get(topic.id(), number);
		model.addAttribute("form",
				new WordingForm(question.text(), Integer.toString(this.questions.revision(topic.id(), number))));
		return editPage(topic, question, model);
	}

	@PostMapping("/{number}/edit")
	String reword(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") WordingForm form, BindingResult errors, Model model,
			RedirectAttributes after, HttpServletResponse response) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				this.questions.reword(topic.id(), number, form.text(), Integer.parseInt(form.revision()), viewer);
				after.addFlashAttribute("done", "ask.edited");
				return "redirect:/topics/%s/questions/%s".formatted(slug, number);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
			catch (Conflict overtaken) {
				// Both are shown: what stands there now, and what was typed. Sent again,
				// it replaces what stands there.
				errors.reject(overtaken.key(), overtaken.arguments(), overtaken.key());
				model.addAttribute("now", this.questions.revision(topic.id(), number));
				response.setStatus(HttpServletResponse.SC_CONFLICT);
			}
		}
		return editPage(topic, this.questions.get(topic.id(), number), model);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("write in the register");
		return topic;
	}

	private String askPage(TopicView topic, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("next", this.questions.next(topic.id()));
		model.addAttribute("questions",
				this.questions.register(topic.id()).stream().filter((one) -> !one.number().isSub()).toList());
		return "question/ask";
	}

	private static String editPage(TopicView topic, QuestionView question, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("question", question);
		return "question/edit";
	}

}
