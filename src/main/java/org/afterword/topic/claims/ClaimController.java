package org.afterword.topic.claims;

import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;

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

/** "That is me", "it is not", and what those who run the topic make of it. */
@Controller
class ClaimController {

	private static final String ID = "{id:[0-9]{1,18}}";

	private final Claims claims;

	private final Topics topics;

	ClaimController(Claims claims, Topics topics) {
		this.claims = claims;
		this.topics = topics;
	}

	/** Where a member says it again, and why. */
	@GetMapping("/topics/{slug}/placeholders/" + ID + "/claims")
	String again(@PathVariable Slug slug, @PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("form", new ClaimAgainForm(""));
		return again(this.topics.get(slug, viewer), id, viewer, model);
	}

	@PostMapping("/topics/{slug}/placeholders/" + ID + "/claims")
	String file(@PathVariable Slug slug, @PathVariable long id, @ModelAttribute("form") ClaimAgainForm form,
			BindingResult errors, Viewer viewer, Model model, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		try {
			var state = this.claims.file(topic.id(), new PlaceholderId(id), form.words(), viewer);
			after.addFlashAttribute("done", "claim.filed." + state.word());
			return "redirect:/claims";
		}
		catch (Refused refused) {
			errors.rejectValue("words", refused.key(), refused.arguments(), refused.key());
			return again(topic, id, viewer, model);
		}
	}

	/**
	 * @param from the page on which the member was asked: home, profile, or any of the
	 * topic
	 */
	@PostMapping("/topics/{slug}/placeholders/" + ID + "/denial")
	String deny(@PathVariable Slug slug, @PathVariable long id, @RequestParam(defaultValue = "") String from,
			Viewer viewer, RedirectAttributes after) {
		this.claims.deny(this.topics.get(slug, viewer).id(), new PlaceholderId(id), viewer);
		after.addFlashAttribute("done", "claim.denied");
		return "redirect:" + switch (from) {
			case "home" -> "/";
			case "profile" -> "/members/" + viewer.handle();
			default -> "/topics/" + slug;
		};
	}

	/** The member takes back what they said. */
	@DeleteMapping("/claims/" + ID)
	String takeBack(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.claims.takeBack(new ClaimId(id), viewer);
		after.addFlashAttribute("done", "claim.taken-back");
		return "redirect:/claims";
	}

	@PostMapping("/topics/{slug}/claims/" + ID + "/confirmation")
	String confirm(@PathVariable Slug slug, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.claims.confirm(this.topics.get(slug, viewer).id(), new ClaimId(id), viewer);
		return back(slug, "claim.confirmed", after);
	}

	@GetMapping("/topics/{slug}/claims/" + ID + "/refusal")
	String refusal(@PathVariable Slug slug, @PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("form", new ClaimRefusalForm(""));
		return page(this.topics.get(slug, viewer), id, viewer, model);
	}

	@PostMapping("/topics/{slug}/claims/" + ID + "/refusal")
	String refuse(@PathVariable Slug slug, @PathVariable long id, @ModelAttribute("form") ClaimRefusalForm form,
			BindingResult errors, Viewer viewer, Model model, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		try {
			this.claims.refuse(topic.id(), new ClaimId(id), form.reason(), viewer);
			return back(slug, "claim.refused", after);
		}
		catch (Refused refused) {
			errors.rejectValue("reason", refused.key(), refused.arguments(), refused.key());
			return page(topic, id, viewer, model);
		}
	}

	/** Staff found that somebody here is somebody in another topic. */
	@PostMapping("/topics/{slug}/placeholders/" + ID + "/joining")
	String join(@PathVariable Slug slug, @PathVariable long id, @RequestParam long other, Viewer viewer,
			RedirectAttributes after) {
		this.claims.join(this.topics.get(slug, viewer).id(), new PlaceholderId(id), new PlaceholderId(other), viewer);
		return person(slug, id, "person.joined", after);
	}

	@DeleteMapping("/topics/{slug}/placeholders/" + ID + "/joining")
	String part(@PathVariable Slug slug, @PathVariable long id, @RequestParam long other, Viewer viewer,
			RedirectAttributes after) {
		this.topics.get(slug, viewer);
		if (!this.claims.part(new PlaceholderId(id), new PlaceholderId(other), viewer)) {
			throw new NotFound("joining of " + id + " and " + other);
		}
		return person(slug, id, "person.parted", after);
	}

	private String again(TopicView topic, long id, Viewer viewer, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("id", id);
		model.addAttribute("label", this.claims.label(topic.id(), new PlaceholderId(id), viewer));
		return "topic/claim-again";
	}

	private String page(TopicView topic, long id, Viewer viewer, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("claim", this.claims.get(topic.id(), new ClaimId(id), viewer));
		return "topic/refuse-claim";
	}

	private static String back(Slug slug, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + slug + "/people";
	}

	private static String person(Slug slug, long id, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + slug + "/placeholders/" + id;
	}

}
