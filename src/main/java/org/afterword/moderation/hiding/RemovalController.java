package org.afterword.moderation.hiding;

import java.util.Objects;
import java.util.function.Consumer;

import jakarta.validation.Valid;
import org.afterword.conversation.writing.Revisions;
import org.afterword.kernel.Forms;
import org.afterword.kernel.QuestionNumber;
import org.afterword.member.Viewer;
import org.afterword.moderation.Purpose;
import org.afterword.moderation.Reasons;
import org.afterword.question.QuestionRegister;
import org.afterword.topic.TopicView;
import org.afterword.topic.ViewedTopic;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Removing an old version of a post or a question for good, with a reason that readers
 * see: what was edited out may be private.
 */
@Controller
@RequestMapping("/topics/{slug}")
class RemovalController {

	private static final String VERSION = "/posts/{number:[0-9]{1,9}}/revisions/{version:[0-9]{1,9}}/removal";

	private static final String WORDS = "/questions/{number}/history/{change:[0-9]{1,18}}/removal";

	private final Revisions revisions;

	private final QuestionRegister register;

	private final Reasons reasons;

	RemovalController(Revisions revisions, QuestionRegister register, Reasons reasons) {
		this.revisions = revisions;
		this.register = register;
		this.reasons = reasons;
	}

	/**
	 * Where old words are: in a version of a post, or before a change of a question.
	 */
	record Old(TopicView topic, String address) {

		static Old version(TopicView topic, int post, int version) {
			return new Old(topic, "/topics/%s/posts/%s/revisions/%s".formatted(topic.slug(), post, version));
		}

		static Old words(TopicView topic, QuestionNumber question, long change) {
			return new Old(topic, "/topics/%s/questions/%s/history/%s".formatted(topic.slug(), question, change));
		}

		/** The address of its history. */
		public String history() {
			return this.address.substring(0, this.address.lastIndexOf('/'));
		}

	}

	@GetMapping(VERSION)
	String version(ViewedTopic topic, @PathVariable int number, @PathVariable int version, Viewer viewer, Model model) {
		this.revisions.mustBeRemovable(topic.id(), number, version, viewer);
		return blank(Old.version(topic.view(), number, version), model);
	}

	@PostMapping(VERSION)
	String version(ViewedTopic topic, @PathVariable int number, @PathVariable int version, Viewer viewer,
			@Valid @ModelAttribute("form") RemovalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("remove a version");
		return remove(Old.version(topic.view(), number, version), form, errors,
				(reason) -> this.revisions.remove(topic.id(), number, version, reason, viewer), model, after);
	}

	@GetMapping(WORDS)
	String words(ViewedTopic topic, @PathVariable QuestionNumber number, @PathVariable long change, Viewer viewer,
			Model model) {
		this.register.mustHaveWords(topic.id(), number, change, viewer);
		return blank(Old.words(topic.view(), number, change), model);
	}

	@PostMapping(WORDS)
	String words(ViewedTopic topic, @PathVariable QuestionNumber number, @PathVariable long change, Viewer viewer,
			@Valid @ModelAttribute("form") RemovalForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		topic.mustFacilitate("remove words of a question");
		return remove(Old.words(topic.view(), number, change), form, errors,
				(reason) -> this.register.removeWords(topic.id(), number, change, reason, viewer), model, after);
	}

	private String blank(Old old, Model model) {
		model.addAttribute("form", new RemovalForm("", ""));
		return page(old, model);
	}

	private String remove(Old old, RemovalForm form, BindingResult errors, Consumer<String> act, Model model,
			RedirectAttributes after) {
		var reason = this.reasons.say(Purpose.HIDING, form.reason(), form.words(), errors);
		return Forms.submit(errors, () -> {
			act.accept(Objects.requireNonNull(reason));
			after.addFlashAttribute("done", "version.done");
			return "redirect:" + old.history();
		}, () -> page(old, model));
	}

	private String page(Old old, Model model) {
		model.addAttribute("old", old);
		model.addAttribute("reasons", this.reasons.of(Purpose.HIDING));
		return "moderation/remove-version";
	}

}
