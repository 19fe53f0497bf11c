package org.afterword.moderation;

import jakarta.validation.Valid;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Taking replies, a question with its replies, or a whole topic to another one: first
 * what will happen, then the act.
 */
@Controller
@RequestMapping("/topics/{slug}/moves")
class MoveController {

	private final Moves moves;

	private final Topics topics;

	MoveController(Moves moves, Topics topics) {
		this.moves = moves;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, Viewer viewer, @RequestParam(defaultValue = "") String posts,
			@RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String what,
			Model model) {
		var topic = facilitated(slug, viewer);
		model.addAttribute("form", MoveForm.of(posts, question, what));
		return page(topic, viewer, model);
	}

	/**
	 * Shows what would happen; does it once that was seen.
	 * @param sure anything, from the page that shows it
	 */
	@PostMapping
	String move(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("form") MoveForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String sure, Model model,
			RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				if (sure != null) {
					var there = move(topic, form, viewer);
					after.addFlashAttribute("done", "move.done");
					return "redirect:/topics/" + there.slug();
				}
				model.addAttribute("plan",
						this.moves.plan(topic.id(), form.slug(), form.luggage(), form.joins(), viewer));
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
			}
		}
		return page(topic, viewer, model);
	}

	private TopicView move(TopicView topic, MoveForm form, Viewer viewer) {
		var to = form.slug();
		var quiet = form.quiet() != null;
		return (to != null) ? this.moves.move(topic, to, form.luggage(), form.joins(), form.words(), quiet, viewer)
				: this.moves.moveToNew(topic, form.title(), form.luggage(), form.words(), quiet, viewer);
	}

	private String page(TopicView topic, Viewer viewer, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("mayOpen", viewer.isFacilitator());
		model.addAttribute("offered", this.moves.offered(topic.id(), viewer));
		return "moderation/move";
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("move posts");
		return topic;
	}

}
