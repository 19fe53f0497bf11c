package org.afterword.moderation.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.Viewer;
import org.afterword.moderation.Reason;
import org.afterword.moderation.Staff;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log: who did what, as a page and as a file; and undoing it. */
@Controller
@RequestMapping("/moderation")
class LogController {

	private final StaffLog log;

	private final LogDetails details;

	private final Undo undo;

	private final Staff staff;

	LogController(StaffLog log, LogDetails details, Undo undo, Staff staff) {
		this.log = log;
		this.details = details;
		this.undo = undo;
		this.staff = staff;
	}

	@GetMapping("/log")
	String log(Viewer viewer, @ModelAttribute("form") LogForm form, BindingResult errors,
			@RequestParam(defaultValue = "0") long before, Model model, HttpServletResponse response) {
		this.staff.mustModerate(viewer);
		var filter = form.toFilter(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		else {
			var entries = this.log.entries(filter, before, StaffLog.PAGE + 1, viewer);
			var shown = entries.subList(0, Math.min(StaffLog.PAGE, entries.size()));
			model.addAttribute("entries", shown);
			model.addAttribute("next", (entries.size() > StaffLog.PAGE)
					? "/moderation/log" + form.query(Map.of("before", Long.toString(shown.getLast().id()))) : null);
			model.addAttribute("file", "/moderation/log.csv" + form.query(Map.of()));
		}
		model.addAttribute("acts", this.log.acts());
		return "moderation/log";
	}

	/** The same entries as a file for a spreadsheet, the newest first. */
	@GetMapping("/log.csv")
	void file(Viewer viewer, @ModelAttribute("form") LogForm form, BindingResult errors, HttpServletResponse response)
			throws IOException {
		this.staff.mustModerate(viewer);
		var filter = form.toFilter(errors);
		if (errors.hasErrors()) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return;
		}
		var entries = this.log.entries(filter, 0, StaffLog.FILE, viewer);
		response.setContentType("text/csv");
		response.setCharacterEncoding(StandardCharsets.UTF_8);
		response.setHeader("Content-Disposition", "attachment; filename=\"log.csv\"");
		LogFile.write(entries, response.getWriter());
	}

	@GetMapping("/log/{id:[0-9]{1,18}}")
	String entry(@PathVariable long id, Viewer viewer, Model model) {
		this.staff.mustModerate(viewer);
		var entry = this.log.get(id, viewer);
		var open = entry.isOpen();
		model.addAttribute("entry", entry);
		model.addAttribute("details", this.details.of(entry));
		model.addAttribute("itself", List.of(entry));
		model.addAttribute("open", open);
		model.addAttribute("obstacle", open ? this.undo.obstacle(entry, viewer) : null);
		model.addAttribute("went", this.log.went(entry));
		model.addAttribute("later", open ? this.undo.later(entry) : List.of());
		return "moderation/log-entry";
	}

	@PostMapping("/log/{id:[0-9]{1,18}}/undoing")
	String undo(@PathVariable long id, Viewer viewer, @RequestParam(defaultValue = "") String words,
			RedirectAttributes after) {
		this.staff.mustModerate(viewer);
		after.addFlashAttribute("done", this.undo.undo(id, Reason.own(words), viewer));
		return "redirect:/moderation/log/" + id;
	}

}
