package org.afterword.topic;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Publishing a draft, ending a conversation, and going on with it. */
@Controller
@RequestMapping("/topics/{slug}")
class LockController {

	private final Topics topics;

	LockController(Topics topics) {
		this.topics = topics;
	}

	@GetMapping("/lock")
	String ask(@PathVariable Slug slug, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.topics.standing(topic.id(), viewer).mustFacilitate("lock a topic");
		model.addAttribute("topic", topic);
		return "topic/lock";
	}

	@PostMapping("/lock")
	String lock(@PathVariable Slug slug, Viewer viewer, RedirectAttributes after) {
		this.topics.lock(this.topics.get(slug, viewer).id(), viewer);
		return back(slug, "lock.locked", after);
	}

	@DeleteMapping("/lock")
	String reopen(@PathVariable Slug slug, Viewer viewer, RedirectAttributes after) {
		this.topics.reopen(this.topics.get(slug, viewer).id(), viewer);
		return back(slug, "lock.reopened", after);
	}

	@PostMapping("/publication")
	String publish(@PathVariable Slug slug, Viewer viewer, RedirectAttributes after) {
		this.topics.publish(this.topics.get(slug, viewer).id(), viewer);
		return back(slug, "lock.published", after);
	}

	private static String back(Slug slug, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + slug;
	}

}
