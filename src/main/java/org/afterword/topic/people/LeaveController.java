package org.afterword.topic.people;

import org.afterword.kernel.Forms;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Viewer;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Going on leave: who runs one’s topics meanwhile. */
@Controller
@RequestMapping("/desk/leave")
class LeaveController {

	private static final String HERE = "redirect:/desk/leave";

	private final Leaves leaves;

	private final TypedMembers typed;

	LeaveController(Leaves leaves, TypedMembers typed) {
		this.leaves = leaves;
		this.typed = typed;
	}

	@GetMapping
	String page(Viewer viewer, Model model) {
		model.addAttribute("form", new LeaveForm("", ""));
		return page(model, viewer);
	}

	@PostMapping
	String handOver(Viewer viewer, @ModelAttribute("form") LeaveForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		var page = page(model, viewer);
		var deputy = this.typed.find(form.deputy());
		var day = form.day();
		if (deputy.isEmpty()) {
			errors.rejectValue("deputy", form.deputy().isEmpty() ? "people.no-handle" : "people.nobody",
					new Object[] { form.deputy() }, null);
		}
		if (day.isEmpty()) {
			errors.rejectValue("until", "on-leave.no-day");
		}
		return Forms.submit(errors, () -> {
			this.leaves.handOver(deputy.orElseThrow().id(), day.orElseThrow(), viewer);
			after.addFlashAttribute("done", "on-leave.done");
			return HERE;
		}, () -> page);
	}

	@DeleteMapping
	String comeBack(Viewer viewer, RedirectAttributes after) {
		mustHaveTopics(viewer);
		if (this.leaves.comeBack(viewer)) {
			after.addFlashAttribute("done", "on-leave.back.done");
		}
		return HERE;
	}

	private String page(Model model, Viewer viewer) {
		mustHaveTopics(viewer);
		model.addAttribute("leave", this.leaves.of(viewer).orElse(null));
		return "topic/leave";
	}

	private void mustHaveTopics(Viewer viewer) {
		if (!this.leaves.hasTopics(viewer)) {
			throw new NotAllowed("hand over a desk", "on-leave.no-topic");
		}
	}

}
