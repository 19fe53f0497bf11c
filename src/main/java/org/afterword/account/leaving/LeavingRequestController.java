package org.afterword.account.leaving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.credentials.Passkeys;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Passwords;
import org.afterword.member.Roles;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking to leave for good: members prove who they are, and get an e-mail. */
@Controller
@RequestMapping("/settings/leaving")
class LeavingRequestController {

	private final Leaving leaving;

	private final Roles roles;

	private final Passwords passwords;

	private final Passkeys passkeys;

	private final Limits limits;

	LeavingRequestController(Leaving leaving, Roles roles, Passwords passwords, Passkeys passkeys, Limits limits) {
		this.leaving = leaving;
		this.roles = roles;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.limits = limits;
	}

	@ModelAttribute("sent")
	boolean sent(@RequestParam(required = false) @Nullable String sent) {
		return sent != null;
	}

	@GetMapping
	String form(Viewer viewer, Model model) {
		model.addAttribute("leave", new LeaveForm(null, null, null));
		return page(viewer, model);
	}

	@PostMapping
	String ask(Viewer viewer, @ModelAttribute("leave") LeaveForm form, BindingResult errors, Model model) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			if (mustProve(viewer) && !this.limits.guess(Limit.PROOF, viewer.toString(),
					() -> this.passwords.isRight(viewer.id(), form.password()))) {
				throw new Refused("leave.password.wrong").on("password");
			}
			return ask(viewer, form);
		}, () -> page(viewer, model));
	}

	@PostMapping("/passkey/options")
	ResponseEntity<String> askPasskey(HttpServletRequest request, HttpServletResponse response) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.ask(request, response));
	}

	@PostMapping("/passkey")
	String askWithPasskey(Viewer viewer, @ModelAttribute("leave") LeaveForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			if (!viewer.is(this.passkeys.prove(form.credential(), request, response))) {
				throw new Refused("passkeys.unknown");
			}
			return ask(viewer, form);
		}, () -> page(viewer, model));
	}

	private String ask(Viewer viewer, LeaveForm form) {
		return this.leaving.ask(viewer.id(), form.toWords()) ? "redirect:/settings/leaving?sent=on"
				: "redirect:/leaving?left=on";
	}

	/** Who signs in by e-mail only proves it by the e-mail that follows. */
	private boolean mustProve(Viewer viewer) {
		return this.passwords.has(viewer.id()) || !this.passkeys.list(viewer.id()).isEmpty();
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("former", Leaving.name(viewer.id()));
		model.addAttribute("last", this.roles.isLastAdministrator(viewer.id()));
		model.addAttribute("password", this.passwords.has(viewer.id()));
		model.addAttribute("passkey", !this.passkeys.list(viewer.id()).isEmpty());
		return "account/leave";
	}

}
