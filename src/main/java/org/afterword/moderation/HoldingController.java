package org.afterword.moderation;

import jakarta.validation.Valid;
import org.afterword.conversation.HoldingRule;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Settings;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators settle which posts wait for a facilitator. */
@Controller
@RequestMapping("/moderation/holding")
class HoldingController {

	private static final String PAGE = "moderation/holding";

	private final Settings settings;

	HoldingController(Settings settings) {
		this.settings = settings;
	}

	@GetMapping
	String form(Viewer viewer, Model model) {
		mustAdminister(viewer);
		model.addAttribute("form",
				new HoldingForm(now(HoldingRule.POSTS), now(HoldingRule.LINKS), now(HoldingRule.DAYS)));
		return PAGE;
	}

	@PostMapping
	String settle(Viewer viewer, @Valid @ModelAttribute("form") HoldingForm form, BindingResult errors,
			RedirectAttributes after) {
		mustAdminister(viewer);
		if (errors.hasErrors()) {
			return PAGE;
		}
		for (var rule : HoldingRule.values()) {
			var number = form.number(rule);
			this.settings.settle(rule.setting(), (number != rule.usual()) ? Integer.toString(number) : null, viewer);
		}
		after.addFlashAttribute("done", "holding.done");
		return "redirect:/moderation/holding";
	}

	private String now(HoldingRule rule) {
		return Integer.toString(this.settings.number(rule.setting(), rule.usual()));
	}

	private static void mustAdminister(Viewer viewer) {
		if (!viewer.isAdministrator()) {
			throw new NotAllowed("settle which posts are held");
		}
	}

}
