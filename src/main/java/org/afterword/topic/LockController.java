package org.afterword.topic;

import org.afterword.member.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
	String ask(ViewedTopic topic) {
		topic.mustFacilitate("lock a topic");
		return "topic/lock";
	}

	@PostMapping("/lock")
	String lock(ViewedTopic topic, Viewer viewer, RedirectAttributes after) {
		this.topics.lock(topic.id(), viewer);
		return back(topic, "lock.locked", after);
	}

	@DeleteMapping("/lock")
	String reopen(ViewedTopic topic, Viewer viewer, RedirectAttributes after) {
		this.topics.reopen(topic.id(), viewer);
		return back(topic, "lock.reopened", after);
	}

	@PostMapping("/publication")
	String publish(ViewedTopic topic, Viewer viewer, RedirectAttributes after) {
		this.topics.publish(topic.id(), viewer);
		return back(topic, "lock.published", after);
	}

	private static String back(ViewedTopic topic, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/" + topic.slug();
	}

}
