package org.afterword.topic.claims;

import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import org.afterword.topic.PlaceholderId;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff join placeholders of two topics that are one person, or separate them. */
@Controller
@RequestMapping("/topics/{slug}/placeholders/" + ClaimController.ID + "/joining")
class SamePeopleController {

	private final SamePeople people;

	SamePeopleController(SamePeople people) {
		this.people = people;
	}

	@PostMapping
	String join(ViewedTopic topic, @PathVariable long id, @RequestParam long other, Viewer viewer,
			RedirectAttributes after) {
		this.people.join(topic.id(), new PlaceholderId(id), new PlaceholderId(other), viewer);
		return back(topic, id, "person.joined", after);
	}

	@DeleteMapping
	String separate(ViewedTopic topic, @PathVariable long id, @RequestParam long other, Viewer viewer,
			RedirectAttributes after) {
		if (!this.people.separate(new PlaceholderId(id), new PlaceholderId(other), viewer)) {
			throw new NotFound("joining of " + id + " and " + other);
		}
		return back(topic, id, "person.parted", after);
	}

	private static String back(ViewedTopic topic, long id, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + topic.slug() + "/placeholders/" + id;
	}

}
