package org.afterword.conversation.moving;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.kernel.Conflict;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making two questions of one. */
@Controller
@RequestMapping("/topics/{slug}/questions/{number}/split")
class SplitController {

	private final SplitQuestion splitting;

	private final Questions questions;

	private final Topics topics;

	SplitController(SplitQuestion splitting, Questions questions, Topics topics) {
		this.splitting = splitting;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer, Model model) {
		var topic = facilitated(slug, viewer);
		var revision = this.questions.revision(topic.id(), number);
		var here = this.splitting.replies(topic.id(), number).stream().map((one) -> "" + one.number()).toList();
		model.addAttribute("form", new SplitForm(this.questions.active(topic.id(), number).text(), "", "below",
				Integer.toString(revision), List.of(), here));
		return page(topic, number, model);
	}

	@PostMapping
	String split(@PathVariable Slug slug, @PathVariable QuestionNumber number, Viewer viewer,
			@Valid @ModelAttribute("form") SplitForm form, BindingResult errors, Model model, RedirectAttributes after,
			HttpServletResponse response) {
		var topic = facilitated(slug, viewer);
		if (!errors.hasErrors()) {
			try {
				var part = this.splitting.split(topic.id(), number, form.toSplit(), form.toPart(), form.only(), viewer);
				after.addFlashAttribute("done", "split.done");
				after.addFlashAttribute("about", new String[] { number.value(), part.value() });
				return "redirect:/topics/%s/questions/%s".formatted(slug, part);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
			catch (Conflict overtaken) {
				errors.reject(overtaken.key(), overtaken.arguments(), overtaken.key());
				model.addAttribute("now", this.questions.revision(topic.id(), number));
				response.setStatus(HttpServletResponse.SC_CONFLICT);
			}
		}
		return page(topic, number, model);
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("split a question");
		return topic;
	}

	private String page(TopicView topic, QuestionNumber number, Model model) {
		var question = this.questions.active(topic.id(), number);
		model.addAttribute("topic", topic);
		model.addAttribute("question", question);
		model.addAttribute("replies", this.splitting.replies(topic.id(), number));
		model.addAttribute("below", this.questions.nextPart(topic.id(), number));
		model.addAttribute("own", this.questions.next(topic.id()));
		return "conversation/split";
	}

}
