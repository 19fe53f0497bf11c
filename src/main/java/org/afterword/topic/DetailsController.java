package org.afterword.topic;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Correcting what stands on top of a topic. */
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
	String form(@PathVariable Slug slug, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		model.addAttribute("form", this.topics.details(topic.id(), viewer));
		return page(topic, model);
	}

	@PostMapping
	String describe(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("form") TopicDetails form,
			BindingResult errors, Model model, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("edit a topic");
		form.check(errors, topic.kind() == TopicKind.WEBINAR, LocalDate.now(this.clock.withZone(ZoneOffset.UTC)));
		if (errors.hasErrors()) {
			return page(topic, model);
		}
		this.topics.describe(topic.id(), form, viewer);
		after.addFlashAttribute("done", "topic.edited");
		return "redirect:/topics/" + slug;
	}

	private static String page(TopicView topic, Model model) {
		model.addAttribute("topic", topic);
		return "topic/edit";
	}

}
