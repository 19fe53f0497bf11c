package org.afterword.conversation.publishing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.conversation.PostLookup;
import org.afterword.conversation.Visibility;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.ViewedTopic;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which questions a post addresses, as its author or a facilitator says. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/questions")
class PostQuestionController {

	private final PostQuestions links;

	private final PostLookup posts;

	private final Visibility visibility;

	private final Questions questions;

	PostQuestionController(PostQuestions links, PostLookup posts, Visibility visibility, Questions questions) {
		this.links = links;
		this.posts = posts;
		this.visibility = visibility;
		this.questions = questions;
	}

	@GetMapping
	String form(ViewedTopic topic, @PathVariable int number, Viewer viewer, Model model) {
		if (!this.visibility.acts(topic.id(), number, viewer).link()) {
			throw new NotAllowed("link post " + number);
		}
		model.addAttribute("post", this.posts.shown(topic.id(), number));
		model.addAttribute("questions", this.questions.register(topic.id()));
		model.addAttribute("linked", this.links.of(topic.id(), number));
		return "conversation/links";
	}

	/** "Remove from question 5": a wrong guess is dismissed, and not made again. */
	@DeleteMapping("/{question}")
	String unlink(ViewedTopic topic, @PathVariable int number, @PathVariable QuestionNumber question,
			RedirectAttributes after) {
		this.links.unlink(topic, number, question);
		after.addFlashAttribute("about", new String[] { Integer.toString(number), question.value() });
		return back(topic, number, "post-questions.undone", after);
	}

	@PostMapping
	String link(ViewedTopic topic, @PathVariable int number,
			@RequestParam(name = "questions", required = false) @Nullable List<QuestionNumber> questions,
			RedirectAttributes after) {
		this.links.link(topic, number, (questions != null) ? new TreeSet<>(questions) : Set.of());
		after.addFlashAttribute("about", new String[] { Integer.toString(number) });
		return back(topic, number, "post-questions.done", after);
	}

	private static String back(ViewedTopic topic, int number, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
