package org.afterword.mail;

import org.afterword.member.Viewer;
import org.afterword.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail that leaves, for administrators. */
@Controller
@RequestMapping("/administration/mail")
class OutboxController {

	private static final String HERE = "redirect:/administration/mail";

	private final Outbox outbox;

	private final Site site;

	OutboxController(Outbox outbox, Site site) {
		this.outbox = outbox;
		this.site = site;
	}

	@GetMapping
	String outbox(Viewer viewer, Model model) {
		model.addAttribute("line", this.outbox.line(viewer));
		model.addAttribute("waiting", this.outbox.waiting(viewer));
		model.addAttribute("failed", this.outbox.failed(viewer));
		model.addAttribute("local", this.site.isLocal() ? this.site.link("/") : null);
		return "mail/outbox";
	}

	@PostMapping("/{id}/sending")
	String again(Viewer viewer, @PathVariable long id, RedirectAttributes back) {
		this.outbox.again(viewer, id);
		back.addFlashAttribute("done", "mail.again.done");
		return HERE;
	}

	@PostMapping("/line")
	String knock(Viewer viewer, RedirectAttributes back) {
		this.outbox.knock(viewer);
		back.addFlashAttribute("done", "mail.knock.done");
		return HERE;
	}

}
