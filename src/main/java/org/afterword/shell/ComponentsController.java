package org.afterword.shell;

import org.afterword.topic.TopicState;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows every component once, to whoever builds the forum. */
@Controller
@Profile({ "demo", "dev" })
class ComponentsController {

	@GetMapping("/dev/components")
	String components(Model model) {
		model.addAttribute("slug", Examples.SLUG);
		model.addAttribute("posts", Examples.posts());
		model.addAttribute("lines", Examples.lines());
		model.addAttribute("register", Examples.register());
		model.addAttribute("head", Examples.head(TopicState.OPEN));
		model.addAttribute("locked", Examples.head(TopicState.LOCKED));
		model.addAttribute("draft", Examples.head(TopicState.DRAFT));
		model.addAttribute("sections", Examples.sections());
		model.addAttribute("topics", Examples.topics());
		model.addAttribute("waiting", Examples.waiting());
		var reply = Examples.reply();
		var errors = new BeanPropertyBindingResult(reply, "reply");
		errors.rejectValue("body", "components.refused");
		model.addAttribute("reply", reply);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "reply", errors);
		return "shell/components";
	}

}
