package org.afterword.reading.questionpage;

import org.afterword.kernel.Listed;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Registers;
import org.afterword.reading.Visits;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of one question, for everybody; of one that joined its twin, too. */
@Controller
class QuestionHistoryController {

	private final Visits visits;

	private final Registers registers;

	private final QuestionChanges histories;

	QuestionHistoryController(Visits visits, Registers registers, QuestionChanges histories) {
		this.visits = visits;
		this.registers = registers;
		this.histories = histories;
	}

	@GetMapping("/topics/{slug}/questions/{number}/history")
	String history(@PathVariable Slug slug, @PathVariable QuestionNumber number,
			@RequestParam(defaultValue = "0") long before, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> history(topic, number));
		var register = this.registers.of(visit.head().id());
		var question = register.find(number)
			.orElseThrow(() -> this.registers.missing(visit.head().id(), number, "/history"));
		var words = visit.facilitates() || !question.withdrawn();
		model.addAttribute("head", visit.head());
		model.addAttribute("register", register);
		model.addAttribute("question", question);
		model.addAttribute("words", words);
		model.addAttribute("mayRemove", visit.facilitates());
		var changes = Listed.of(this.histories.of(question, words, before), QuestionChanges.PAGE);
		model.addAttribute("changes", changes.shown());
		model.addAttribute("next",
				changes.next((last) -> "/topics/%s/questions/%s/history?before=%s".formatted(slug, number, last.id())));
		return "reading/history";
	}

	private @Nullable String history(TopicId topic, QuestionNumber number) {
		var page = this.registers.moved(topic, number);
		return (page != null) ? page + "/history" : null;
	}

}
