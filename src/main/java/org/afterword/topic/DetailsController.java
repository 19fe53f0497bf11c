package org.afterword.topic;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Edits the title and the other details of a topic. */
@Controller
@RequestMapping("/topics/{slug}/edit")
class DetailsController {

	private final Topics topics;

	private final Clock clock;

	DetailsController(Topics topics, Clock clock) {
		this.topics = topics;
		this.clock = clock;
	}

	@GetMapping
	String form(ViewedTopic topic, Viewer viewer, Model model) {
		model.addAttribute("form", this.topics.details(topic.id(), viewer));
		return "topic/edit";
	}

	@PostMapping
	String describe(ViewedTopic topic, Viewer viewer, @ModelAttribute("form") TopicDetails form, BindingResult errors,
			RedirectAttributes after) {
		topic.mustFacilitate("edit a topic");
		form.check(errors, topic.view().kind() == TopicKind.WEBINAR,
				LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
		return Forms.submit(errors, () -> {
			this.topics.describe(topic.id(), form, viewer);
			after.addFlashAttribute("done", "topic.edited");
			return "redirect:/topics/" + topic.slug();
		}, () -> "topic/edit");
	}

}
