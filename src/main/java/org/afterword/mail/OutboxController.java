package org.afterword.mail;

import org.afterword.kernel.Listed;
import org.afterword.member.Viewer;
import org.afterword.site.Site;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows outgoing e-mail to administrators. */
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
	String outbox(Viewer viewer, @RequestParam(defaultValue = "0") long waiting,
			@RequestParam(defaultValue = "0") long failed, Model model) {
		model.addAttribute("line", this.outbox.server(viewer));
		var waits = Listed.of(this.outbox.waiting(waiting, viewer), Outbox.PAGE);
		model.addAttribute("waiting", waits.shown());
		model.addAttribute("moreWaiting", waits.next((last) -> "/administration/mail?waiting=" + last.id()));
		var refused = Listed.of(this.outbox.failed(failed, viewer), Outbox.PAGE);
		model.addAttribute("failed", refused.shown());
		model.addAttribute("moreFailed", refused.next((last) -> "/administration/mail?failed=" + last.id()));
		model.addAttribute("local", this.site.isLocal() ? this.site.link("/") : null);
		return "mail/outbox";
	}

	@PostMapping("/{id}/sending")
	String retry(Viewer viewer, @PathVariable long id, RedirectAttributes back) {
		this.outbox.retry(viewer, id);
		back.addFlashAttribute("done", "mail.again.done");
		return HERE;
	}

	@PostMapping("/line")
	String retryServer(Viewer viewer, RedirectAttributes back) {
		this.outbox.retryServer(viewer);
		back.addFlashAttribute("done", "mail.retry.done");
		return HERE;
	}

}
