package org.afterword.conversation.answers;

import org.afterword.conversation.Answers;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Replies offered as answers by their authors, and confirmed by askers and facilitators.
 */
@Controller
@RequestMapping("/topics/{slug}/questions/{question}")
class AnswerController {

	private final Answers answers;

	private final Topics topics;

	AnswerController(Answers answers, Topics topics) {
		this.answers = answers;
		this.topics = topics;
	}

	@PostMapping("/offers/{number}")
	String offer(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number,
			Viewer viewer, RedirectAttributes after) {
		this.answers.offer(topic(slug, viewer), question, number, viewer);
		return back(slug, question, number, "answer.offered", after);
	}

	@DeleteMapping("/offers/{number}")
	String takeBack(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number,
			Viewer viewer, RedirectAttributes after) {
		this.answers.takeBackOffer(topic(slug, viewer), question, number, viewer);
		return back(slug, question, number, "answer.taken-back", after);
	}

	@PostMapping("/answers/{number}")
	String confirm(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number,
			Viewer viewer, RedirectAttributes after) {
		this.answers.confirm(topic(slug, viewer), question, number, viewer);
		return back(slug, question, number, "answer.confirmed", after);
	}

	@DeleteMapping("/answers/{number}")
	String unconfirm(@PathVariable Slug slug, @PathVariable QuestionNumber question, @PathVariable int number,
			Viewer viewer, RedirectAttributes after) {
		this.answers.unconfirm(topic(slug, viewer), question, number, viewer);
		return back(slug, question, number, "answer.unconfirmed", after);
	}

	private TopicId topic(Slug slug, Viewer viewer) {
		return this.topics.get(slug, viewer).id();
	}

	private static String back(Slug slug, QuestionNumber question, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { question.value() });
		return "redirect:/topics/%s/posts/%s".formatted(slug, number);
	}

}
