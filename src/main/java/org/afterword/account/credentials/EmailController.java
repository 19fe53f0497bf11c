package org.afterword.account.credentials;

import org.afterword.account.FormChecks;
import org.afterword.account.UnsentSettings;
import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
import org.afterword.member.Emails;
import org.afterword.member.Viewer;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member’s addresses. */
@Controller
@RequestMapping("/settings/email")
class EmailController {

	private static final String PAGE = "account/email";

	private static final String HERE = "redirect:/settings/email";

	private final Emails emails;

	private final EmailConfirmations confirmations;

	private final Limits limits;

	EmailController(Emails emails, EmailConfirmations confirmations, Limits limits) {
		this.emails = emails;
		this.confirmations = confirmations;
		this.limits = limits;
	}

	@GetMapping
	String list(Viewer viewer, Model model) {
		model.addAttribute("another", new EmailForm(UnsentSettings.kept(model)));
		return page(viewer, model);
	}

	@PostMapping
	String add(Viewer viewer, @ModelAttribute("another") EmailForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		FormChecks.email(errors, form.email());
		return Forms.submit(errors, () -> {
			this.limits.take(Limit.CONFIRMING, viewer.toString());
			this.confirmations.add(viewer.id(), Email.of(form.email()));
			after.addFlashAttribute("done", "addresses.added.done");
			return HERE;
		}, () -> page(viewer, model));
	}

	@PostMapping("/{id}/confirmation")
	String askAgain(Viewer viewer, @PathVariable long id, RedirectAttributes after) {
		var email = this.emails.get(viewer.id(), id);
		if (!email.confirmed()) {
			this.limits.take(Limit.CONFIRMING, viewer.toString());
			this.confirmations.send(viewer.id(), email.email());
		}
		after.addFlashAttribute("done", "addresses.added.done");
		return HERE;
	}

	@PostMapping("/{id}/primary")
	String makePrimary(Viewer viewer, @PathVariable long id, RedirectAttributes after) {
		this.confirmations.makePrimary(viewer.id(), id);
		after.addFlashAttribute("done", "addresses.primary.done");
		return HERE;
	}

	@DeleteMapping("/{id}")
	String remove(Viewer viewer, @PathVariable long id, RedirectAttributes after) {
		this.emails.remove(viewer.id(), id);
		after.addFlashAttribute("done", "addresses.removed.done");
		return HERE;
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("emails", this.emails.of(viewer.id()));
		return PAGE;
	}

	/** Another address, as it was typed. */
	record EmailForm(String email) {

		EmailForm(@Nullable String email) {
			this.email = (email != null) ? email : "";
		}

	}

}
