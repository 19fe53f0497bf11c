package org.afterword.reading.desk;

import org.afterword.member.Viewer;
import org.afterword.moderation.Staff;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who looks after a row of the desk. */
@Controller
@RequestMapping("/desk/{part:[a-z]+}/{id:[0-9]{1,18}}/owner")
class DeskAssignmentController {

	private final Desk desk;

	private final Staff staff;

	DeskAssignmentController(Desk desk, Staff staff) {
		this.desk = desk;
		this.staff = staff;
	}

	@PostMapping
	String take(@PathVariable String part, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.staff.mustModerate(viewer);
		this.desk.take(DeskPart.named(part), id, viewer);
		return back("desk.took", DeskPart.named(part), id, viewer, after);
	}

	@DeleteMapping
	String giveBack(@PathVariable String part, @PathVariable long id, Viewer viewer, RedirectAttributes after) {
		this.staff.mustModerate(viewer);
		if (this.desk.giveBack(DeskPart.named(part), id, viewer)) {
			return back("desk.released", DeskPart.named(part), id, viewer, after);
		}
		return "redirect:/desk";
	}

	private String back(String done, DeskPart part, long id, Viewer viewer, RedirectAttributes after) {
		after.addFlashAttribute("done", done);
		after.addFlashAttribute("about", this.desk.named(part, id, viewer));
		return "redirect:/desk";
	}

}
