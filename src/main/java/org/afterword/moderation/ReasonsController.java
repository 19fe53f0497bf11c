package org.afterword.moderation;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators edit the lists of reasons. */
@Controller
@RequestMapping("/moderation/reasons")
class ReasonsController {

	private static final String PAGE = "moderation/reasons";

	private final Reasons reasons;

	ReasonsController(Reasons reasons) {
		this.reasons = reasons;
	}

	@GetMapping
	String form(Viewer viewer, Model model) {
		mustAdminister(viewer);
		model.addAttribute("form",
				new ReasonsForm(this.reasons.lines(Purpose.HIDING), this.reasons.lines(Purpose.FLAGGING),
						this.reasons.lines(Purpose.SENDING_BACK), this.reasons.lines(Purpose.SUSPENDING)));
		return page(model);
	}

	@PostMapping
	String settle(Viewer viewer, @ModelAttribute("form") ReasonsForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		mustAdminister(viewer);
		for (var purpose : Purpose.values()) {
			try {
				this.reasons.check(form.lines(purpose));
			}
			catch (Refused refused) {
				errors.rejectValue(purpose.word(), refused.key(), refused.arguments(), refused.key());
			}
		}
		if (errors.hasErrors()) {
			return page(model);
		}
		for (var purpose : Purpose.values()) {
			this.reasons.settle(purpose, form.lines(purpose), viewer);
		}
		after.addFlashAttribute("done", "reasons.done");
		return "redirect:/moderation/reasons";
	}

	private static void mustAdminister(Viewer viewer) {
		if (!viewer.isAdministrator()) {
			throw new NotAllowed("edit the reasons");
		}
	}

	private static String page(Model model) {
		model.addAttribute("purposes", Purpose.values());
		return PAGE;
	}

}
