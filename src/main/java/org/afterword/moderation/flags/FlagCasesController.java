package org.afterword.moderation.flags;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.afterword.kernel.Conflict;
import org.afterword.kernel.Listed;
import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;
import org.afterword.moderation.notes.StaffNotes;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cases that flags become, for those who run the topics. */
@Controller
@RequestMapping("/moderation/flags")
class FlagCasesController {

	private final FlagCases cases;

	private final FlagDecisions decisions;

	private final StaffNotes notes;

	private final Staff staff;

	FlagCasesController(FlagCases cases, FlagDecisions decisions, StaffNotes notes, Staff staff) {
		this.cases = cases;
		this.decisions = decisions;
		this.notes = notes;
		this.staff = staff;
	}

	@GetMapping
	String cases(Viewer viewer, @RequestParam(defaultValue = "open") String state,
			@RequestParam(defaultValue = "0") long after, Model model) {
		this.staff.mustModerate(viewer);
		var open = !state.equals("decided");
		var cases = this.cases.cases(open, after, viewer);
		var shown = cases.subList(0, Math.min(FlagCases.PAGE, cases.size()));
		model.addAttribute("cases", shown);
		model.addAttribute("open", open);
		model.addAttribute("next", (cases.size() > FlagCases.PAGE)
				? "/moderation/flags?state=" + (open ? "open" : "decided") + "&after=" + shown.getLast().id() : null);
		return "moderation/flags";
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String one(@PathVariable long id, @RequestParam(defaultValue = "0") int from, Viewer viewer, Model model) {
		var flags = this.cases.get(id, Math.max(0, from), viewer);
		model.addAttribute("next",
				(flags.more() > 0) ? "/moderation/flags/%s?from=%s".formatted(id, from + FlagCases.FLAGS) : null);
		model.addAttribute("form", new OutcomeForm("", null));
		return page(flags, viewer, model);
	}

	@PostMapping("/{id:[0-9]{1,18}}/owner")
	String assign(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.decisions.assign(id, viewer);
		return back(id, "flags.took", after);
	}

	@DeleteMapping("/{id:[0-9]{1,18}}/owner")
	String unassign(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.decisions.unassign(id, viewer);
		return back(id, "flags.released", after);
	}

	@PostMapping("/{id:[0-9]{1,18}}/outcome")
	String decide(@PathVariable long id, Viewer viewer, @Valid @ModelAttribute("form") OutcomeForm form,
			BindingResult errors, Model model, RedirectAttributes after, HttpServletResponse response) {
		var flags = this.cases.get(id, viewer);
		if (!errors.hasErrors()) {
			try {
				this.decisions.decide(id, form.state(), form.words(), viewer);
				return back(id, "flags.done", after);
			}
			catch (Conflict conflict) {
				if (form.words().isEmpty()) {
					throw conflict;
				}
				errors.reject(conflict.key(), conflict.arguments(), conflict.key());
				response.setStatus(HttpServletResponse.SC_CONFLICT);
			}
		}
		return page(flags, viewer, model);
	}

	private String page(FlagCase flags, Viewer viewer, Model model) {
		model.addAttribute("one", flags);
		model.addAttribute("notes",
				Listed.of(this.notes.of(flags.topic(), flags.post(), 0, viewer), StaffNotes.PAGE).shown());
		return "moderation/flag-case";
	}

	private static String back(long id, String done, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		return "redirect:/moderation/flags/" + id;
	}

}
