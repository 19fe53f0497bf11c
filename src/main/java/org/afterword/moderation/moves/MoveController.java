package org.afterword.moderation.moves;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.validation.Valid;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.PostNumbers;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
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

	private final Choosing choosing;

	private final Topics topics;

	MoveController(Moves moves, Choosing choosing, Topics topics) {
		this.moves = moves;
		this.choosing = choosing;
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
	 * @param search anything, to list the topics with the words that were typed
	 */
	@PostMapping
	String move(@PathVariable Slug slug, Viewer viewer, @Valid @ModelAttribute("form") MoveForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String sure,
			@RequestParam(required = false) @Nullable String search, Model model, RedirectAttributes after) {
		var topic = facilitated(slug, viewer);
		if (search != null) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
			return page(topic, viewer, model);
		}
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				if (sure != null) {
					var there = move(topic, form, viewer);
					after.addFlashAttribute("done", "move.done");
					return "redirect:" + this.moves.landing(topic.id(), there, form.luggage(), form.joins());
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

	/** The replies of the topic, to tick those that are to move. */
	@GetMapping("/choice")
	String choose(@PathVariable Slug slug, Viewer viewer, @RequestParam(defaultValue = "") String posts, Model model) {
		var topic = facilitated(slug, viewer);
		var form = MoveForm.of(posts, "", "");
		model.addAttribute("form", form);
		return choice(topic, this.choosing.part(topic.id(), 1), form.chosen(), model);
	}

	/** Keeps the ticks from page to page, and hands them to the form; moves nothing. */
	@PostMapping("/choice")
	String choose(@PathVariable Slug slug, Viewer viewer, @ModelAttribute("form") MoveForm typed,
			@ModelAttribute("choice") ChoiceForm choice, Model model) {
		var topic = facilitated(slug, viewer);
		SortedSet<Integer> chosen;
		try {
			chosen = choice.chosen(PostNumbers.of(typed.posts()));
		}
		catch (Refused refused) {
			refuse(typed, refused, model);
			return choice(topic, this.choosing.part(topic.id(), choice.shown()), choice.ticked(), choice.was(), model);
		}
		if (choice.thread() > 0) {
			chosen.addAll(this.choosing.thread(topic.id(), choice.thread()));
		}
		var form = typed.with(PostNumbers.written(chosen));
		model.addAttribute("form", form);
		try {
			this.choosing.mustStand(topic.id(), chosen);
			if (choice.go() != null && chosen.isEmpty()) {
				throw new Refused("move.nothing");
			}
			if (choice.go() != null) {
				return page(topic, viewer, model);
			}
		}
		catch (Refused refused) {
			refuse(form, refused, model);
		}
		return choice(topic, this.choosing.part(topic.id(), choice.next()), chosen, model);
	}

	private static void refuse(MoveForm form, Refused refused, Model model) {
		var errors = new BeanPropertyBindingResult(form, "form");
		errors.rejectValue("posts", refused.key(), refused.arguments(), refused.key());
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
	}

	private static String choice(TopicView topic, Choosing.Part part, SortedSet<Integer> chosen, Model model) {
		return choice(topic, part, chosen,
				PostNumbers.written(new TreeSet<>(chosen.stream().filter(part::has).toList())), model);
	}

	private static String choice(TopicView topic, Choosing.Part part, SortedSet<Integer> chosen, String was,
			Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("part", part);
		model.addAttribute("chosen", chosen);
		model.addAttribute("was", was);
		return "moderation/choose";
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
		var form = (MoveForm) Objects.requireNonNull(model.getAttribute("form"));
		model.addAttribute("offered", this.moves.offered(topic.id(), form.to(), form.pick(), viewer));
		return "moderation/move";
	}

	private TopicView facilitated(Slug slug, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.topics.viewed(topic.id(), viewer).mustFacilitate("move posts");
		return topic;
	}

}
