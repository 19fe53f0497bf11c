package org.afterword.reading.questionpage;

import java.util.List;
import java.util.Map;

import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One question. */
@Controller
class QuestionPageController {

	private final QuestionPages pages;

	QuestionPageController(QuestionPages pages) {
		this.pages = pages;
	}

	@GetMapping("/topics/{slug}/questions/{number}")
	String question(@PathVariable Slug slug, @PathVariable String number, @RequestParam(defaultValue = "0") long after,
			Viewer viewer, Model model) {
		var page = this.pages.page(slug, number, after, viewer);
		model.addAttribute("page", page);
		model.addAttribute("mayReply", page.mayReply());
		if (page.frame().mayReply()) {
			var kept = page.kept();
			model.addAttribute("reply",
					(kept != null) ? ReplyForm.of(kept) : ReplyForm.blank(List.of(page.question().number().value())));
		}
		return "reading/question";
	}

	@ExceptionHandler
	ModelAndView missing(NoSuchQuestion missing) {
		return new ModelAndView("error/404", Map.of("slug", missing.topic(), "near", missing.others()),
				HttpStatus.NOT_FOUND);
	}

}
