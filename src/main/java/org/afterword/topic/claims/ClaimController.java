package org.afterword.topic.claims;

import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member says that they are a placeholder, or are not, or withdraws what they said. */
@Controller
class ClaimController {

	static final String ID = "{id:[0-9]{1,18}}";

	private final Claims claims;

	ClaimController(Claims claims) {
		this.claims = claims;
	}

	/** Where a member files a claim once more, and says why. */
	@GetMapping("/topics/{slug}/placeholders/" + ID + "/claims")
	String again(ViewedTopic topic, @PathVariable long id, Model model) {
		model.addAttribute("form", new ClaimAgainForm(""));
		return page(topic, id, model);
	}

	@PostMapping("/topics/{slug}/placeholders/" + ID + "/claims")
	String file(ViewedTopic topic, @PathVariable long id, @ModelAttribute("form") ClaimAgainForm form,
			BindingResult errors, Viewer viewer, Model model, RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			var state = this.claims.file(topic.id(), new PlaceholderId(id), form.words(), viewer);
			after.addFlashAttribute("done", "claim.filed." + state.word());
			return "redirect:/claims";
		}, () -> page(topic, id, model));
	}

	/**
	 * @param from the page on which the member was asked: home, profile, or any of the
	 * topic
	 */
	@PostMapping("/topics/{slug}/placeholders/" + ID + "/denial")
	String deny(ViewedTopic topic, @PathVariable long id, @RequestParam(defaultValue = "") String from, Viewer viewer,
			RedirectAttributes after) {
		this.claims.deny(topic.id(), new PlaceholderId(id), viewer);
		after.addFlashAttribute("done", "claim.denied");
		return "redirect:" + switch (from) {
			case "home" -> "/";
			case "profile" -> "/members/" + viewer.handle();
			default -> "/topics/" + topic.slug();
		};
	}

	@DeleteMapping("/claims/" + ID)
	String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.claims.takeBack(new ClaimId(id), viewer);
		after.addFlashAttribute("done", "claim.withdrawn");
		return "redirect:/claims";
	}

	private String page(ViewedTopic topic, long id, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("label", this.claims.label(topic.id(), new PlaceholderId(id), topic.viewer()));
		return "topic/claim-again";
	}

}
