package org.afterword.topic.claims;

import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A facilitator confirms or refuses a claim. */
@Controller
@RequestMapping("/topics/{slug}/claims/" + ClaimController.ID)
class ClaimDecisionController {

	private final Claims claims;

	private final ClaimLists lists;

	ClaimDecisionController(Claims claims, ClaimLists lists) {
		this.claims = claims;
		this.lists = lists;
	}

	@PostMapping("/confirmation")
	String confirm(ViewedTopic topic, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.claims.confirm(topic.id(), new ClaimId(id), viewer);
		return back(topic, "claim.confirmed", after);
	}

	@GetMapping("/refusal")
	String refusal(ViewedTopic topic, @PathVariable long id, Model model) {
		model.addAttribute("form", new ClaimRefusalForm(""));
		return page(topic, id, model);
	}

	@PostMapping("/refusal")
	String refuse(ViewedTopic topic, @PathVariable long id, @ModelAttribute("form") ClaimRefusalForm form,
			BindingResult errors, Viewer viewer, Model model, RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			this.claims.refuse(topic.id(), new ClaimId(id), form.reason(), viewer);
			return back(topic, "claim.refused", after);
		}, () -> page(topic, id, model));
	}

	private String page(ViewedTopic topic, long id, Model model) {
		model.addAttribute("claim", this.lists.get(topic.id(), new ClaimId(id), topic.viewer()));
		return "topic/refuse-claim";
	}

	private static String back(ViewedTopic topic, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + topic.slug() + "/people";
	}

}
