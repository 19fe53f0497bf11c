package org.afterword.account.credentials;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.UnsentSettings;
import org.afterword.kernel.Forms;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
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

/** A member’s passkeys. */
@Controller
@RequestMapping("/settings/passkeys")
class PasskeysController {

	private final Passkeys passkeys;

	PasskeysController(Passkeys passkeys) {
		this.passkeys = passkeys;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(required = false) @Nullable String done, Model model) {
		model.addAttribute("passkey", new PasskeyForm(UnsentSettings.kept(model), ""));
		model.addAttribute("changed", "added".equals(done) || "removed".equals(done) ? done : null);
		return page(viewer, model);
	}

	@PostMapping("/options")
	ResponseEntity<String> offer(Authentication member, HttpServletRequest request, HttpServletResponse response) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.passkeys.offer(member, request, response));
	}

	@PostMapping
	String add(Viewer viewer, @ModelAttribute("passkey") PasskeyForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		return Forms.submit(errors, () -> {
			this.passkeys.add(viewer.id(), form.credential(), form.name(), request, response);
			return "redirect:/settings/passkeys?done=added";
		}, () -> page(viewer, model));
	}

	@DeleteMapping("/{id}")
	String remove(Viewer viewer, @PathVariable String id) {
		this.passkeys.remove(viewer.id(), id);
		return "redirect:/settings/passkeys?done=removed";
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("passkeys", this.passkeys.list(viewer.id()));
		return "account/passkeys";
	}

}
