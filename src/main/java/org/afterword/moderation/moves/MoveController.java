package org.afterword.moderation.moves;

import jakarta.validation.Valid;
import org.afterword.kernel.Forms;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves replies, a question with its replies, or a whole topic to another topic: shows
 * first what will happen, then does it.
 */
@Controller
@RequestMapping("/topics/{slug}/moves")
class MoveController {

	private final Moves moves;

	private final MovePage page;

	MoveController(Moves moves, MovePage page) {
		this.moves = moves;
		this.page = page;
	}

	@GetMapping
	String form(ViewedTopic topic, @RequestParam(defaultValue = "") String posts,
			@RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String what,
			Model model) {
		topic.mustFacilitate("move posts");
		var form = MoveForm.of(posts, question, what);
		model.addAttribute("form", form);
		return this.page.show(topic, form, model);
	}

	/**
	 * @param sure anything, from the page that shows what will happen
	 * @param search anything, to list the topics with the words that were typed
	 */
	@PostMapping
	String move(ViewedTopic topic, @Valid @ModelAttribute("form") MoveForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String sure,
			@RequestParam(required = false) @Nullable String search, Model model, RedirectAttributes after) {
		topic.mustFacilitate("move posts");
		if (search != null) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
			return this.page.show(topic, form, model);
		}
		form.check(errors);
		return Forms.submit(errors, () -> {
			if (sure != null) {
				after.addFlashAttribute("done", "move.done");
				return "redirect:" + this.moves.move(topic, form);
			}
			model.addAttribute("plan", this.moves.plan(topic, form));
			return this.page.show(topic, form, model);
		}, () -> this.page.show(topic, form, model));
	}

}
