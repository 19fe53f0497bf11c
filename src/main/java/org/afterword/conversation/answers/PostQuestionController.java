package org.afterword.conversation.answers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.afterword.conversation.Conversations;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.Questions;
import org.afterword.topic.Topics;
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

/** Which questions a post addresses, said anew by its author or a facilitator. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}/questions")
class PostQuestionController {

	private final Conversations conversations;

	private final Questions questions;

	private final Topics topics;

	PostQuestionController(Conversations conversations, Questions questions, Topics topics) {
		this.conversations = conversations;
		this.questions = questions;
		this.topics = topics;
	}

	@GetMapping
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).tie()) {
			throw new NotAllowed("tie post " + number);
		}
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		model.addAttribute("questions", this.questions.register(topic.id()));
		model.addAttribute("tied", this.conversations.tied(topic.id(), number));
		return "conversation/tie";
	}

	/** "Remove from question 5": a wrong guess is undone, and not made again. */
	@DeleteMapping("/{question}")
	String untie(@PathVariable Slug slug, @PathVariable int number, @PathVariable QuestionNumber question,
			Viewer viewer, RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.untie(topic.id(), number, question, viewer);
		after.addFlashAttribute("done", "post-questions.undone");
		after.addFlashAttribute("about", new String[] { Integer.toString(number), question.value() });
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

	@PostMapping
	String tie(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@RequestParam(name = "questions", required = false) @Nullable List<QuestionNumber> questions,
			RedirectAttributes after) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.tie(topic.id(), number, (questions != null) ? new TreeSet<>(questions) : Set.of(), viewer);
		after.addFlashAttribute("done", "post-questions.done");
		after.addFlashAttribute("about", new String[] { Integer.toString(number) });
		return "redirect:/topics/%s/posts/%s".formatted(topic.slug(), number);
	}

}
