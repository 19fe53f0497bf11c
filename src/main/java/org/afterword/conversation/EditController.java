package org.afterword.conversation;

import jakarta.validation.Valid;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicView;
import org.afterword.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changing and taking back one’s own post. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number}")
class EditController {

	private final Conversations conversations;

	private final Topics topics;

	EditController(Conversations conversations, Topics topics) {
		this.conversations = conversations;
		this.topics = topics;
	}

	@GetMapping("/edit")
	String form(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).edit()) {
			throw new NotAllowed("edit post " + number);
		}
		model.addAttribute("edit", new EditForm(this.conversations.words(topic.id(), number, viewer),
				Integer.toString(this.conversations.revision(topic.id(), number))));
		return page(topic, number, model);
	}

	@PostMapping("/edit")
	String edit(@PathVariable Slug slug, @PathVariable int number, Viewer viewer,
			@Valid @ModelAttribute("edit") EditForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable String preview, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).edit()) {
			throw new NotAllowed("edit post " + number);
		}
		if (!errors.hasErrors()) {
			try {
				if (preview != null) {
					model.addAttribute("preview", this.conversations.previewEdit(topic.id(), number, form.body()));
					return page(topic, number, model);
				}
				this.conversations.edit(topic.id(), number, viewer, form.body(), Integer.parseInt(form.revision()));
				return "redirect:" + address(topic, number);
			}
			catch (Refused refused) {
				errors.reject(refused.key(), refused.arguments(), refused.key());
				if (refused.key().equals("edit.meanwhile")) {
					// Both are shown: what stands there now, and what was typed. Sent
					// again, it replaces what stands there.
					model.addAttribute("meanwhile", this.conversations.words(topic.id(), number, viewer));
					model.addAttribute("now", this.conversations.revision(topic.id(), number));
				}
			}
		}
		return page(topic, number, model);
	}

	@GetMapping("/withdrawal")
	String ask(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.mustBeWritable(topic, viewer);
		if (!this.conversations.acts(topic.id(), number, viewer).withdraw()) {
			throw new NotAllowed("withdraw post " + number);
		}
		model.addAttribute("topic", topic);
		model.addAttribute("post", this.conversations.shown(topic.id(), number));
		return "conversation/withdraw";
	}

	@PostMapping("/withdrawal")
	String withdraw(@PathVariable Slug slug, @PathVariable int number, Viewer viewer) {
		var topic = this.topics.get(slug, viewer);
		this.conversations.withdraw(topic.id(), number, viewer);
		return "redirect:" + address(topic, number);
	}

	private static String address(TopicView topic, int number) {
		return "/topics/%1$s?post=%2$s#p%2$s".formatted(topic.slug(), number);
	}

	private static String page(TopicView topic, int number, Model model) {
		model.addAttribute("topic", topic);
		model.addAttribute("number", number);
		return "conversation/edit";
	}

}
