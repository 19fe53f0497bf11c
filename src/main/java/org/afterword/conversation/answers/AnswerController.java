package org.afterword.conversation.answers;

import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.topic.ViewedTopic;

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

	AnswerController(Answers answers) {
		this.answers = answers;
	}

	@PostMapping("/offers/{number}")
	String offer(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			RedirectAttributes after) {
		this.answers.offer(topic.id(), question, number, viewer);
		return back(topic, question, number, "answer.offered", after);
	}

	@DeleteMapping("/offers/{number}")
	String takeBack(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			RedirectAttributes after) {
		this.answers.takeBackOffer(topic.id(), question, number, viewer);
		return back(topic, question, number, "answer.not-offered", after);
	}

	@PostMapping("/answers/{number}")
	String confirm(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			RedirectAttributes after) {
		this.answers.confirm(topic.id(), question, number, viewer);
		return back(topic, question, number, "answer.confirmed", after);
	}

	@DeleteMapping("/answers/{number}")
	String unconfirm(ViewedTopic topic, @PathVariable QuestionNumber question, @PathVariable int number, Viewer viewer,
			RedirectAttributes after) {
		this.answers.unconfirm(topic.id(), question, number, viewer);
		return back(topic, question, number, "answer.unconfirmed", after);
	}

	private static String back(ViewedTopic topic, QuestionNumber question, int number, String done,
			RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", new String[] { question.value() });
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
