package org.afterword.account.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.afterword.kernel.Forms;
import org.afterword.kernel.Listed;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.afterword.member.Role;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
import org.jspecify.annotations.Nullable;

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
import org.springframework.web.util.UriComponentsBuilder;

/** Inviting people, for facilitators. */
@Controller
@RequestMapping("/administration/invitations")
class InvitationController {

	private static final String PAGE = "account/invitations";

	private static final String HERE = "redirect:/administration/invitations";

	private final Invitations invitations;

	private final Limits limits;

	private final Site site;

	InvitationController(Invitations invitations, Limits limits, Site site) {
		this.invitations = invitations;
		this.limits = limits;
		this.site = site;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") long before,
			@RequestParam(required = false) @Nullable String topic,
			@RequestParam(required = false) @Nullable String part, Model model) {
		model.addAttribute("invite", new InvitationForm(null, null, topic, part, null));
		return page(viewer, q, before, model);
	}

	@PostMapping
	String invite(Viewer viewer, @ModelAttribute("invite") InvitationForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			if (form.email().isEmpty()) {
				// Shown once: it is not stored.
				after.addFlashAttribute("link",
						this.site.link("/join?invitation=" + this.invitations.link(viewer, form.toOffer())));
				return HERE;
			}
			this.limits.take(Limit.INVITING, viewer.toString());
			this.invitations.send(viewer, form.toOffer(), Email.of(form.email()));
			after.addFlashAttribute("done", "invite.sent");
			return HERE;
		}, () -> page(viewer, "", 0, model));
	}

	@PostMapping("/{id}/sending")
	String resend(Viewer viewer, @PathVariable long id, RedirectAttributes after) {
		this.limits.take(Limit.INVITING, viewer.toString());
		this.invitations.resend(viewer, id);
		after.addFlashAttribute("done", "invite.sent");
		return HERE;
	}

	@DeleteMapping("/{id}")
	String withdraw(Viewer viewer, @PathVariable long id, RedirectAttributes after) {
		this.invitations.withdraw(viewer, id);
		after.addFlashAttribute("done", "invite.withdrawn");
		return HERE;
	}

	private String page(Viewer viewer, String q, long before, Model model) {
		var part = Listed.of(this.invitations.list(viewer, q, before), Invitations.PART);
		model.addAttribute("invitations", part.shown());
		model.addAttribute("next", part.next((last) -> address(q, last.id())));
		model.addAttribute("q", q);
		model.addAttribute("topics", this.invitations.places());
		model.addAttribute("roles", viewer.isAdministrator() ? Arrays.stream(Role.values()).map(Role::word).toList()
				: List.of(Role.MEMBER.word()));
		return PAGE;
	}

	private static String address(String q, long before) {
		var address = UriComponentsBuilder.fromPath("/administration/invitations").queryParam("before", before);
		return (q.isEmpty() ? address : address.queryParam("q", "{q}")).encode()
			.buildAndExpand(Map.of("q", q))
			.toUriString();
	}

}
