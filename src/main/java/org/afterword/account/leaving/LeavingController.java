package org.afterword.account.leaving;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.TokenPages;
import org.afterword.account.credentials.Passkeys;
import org.afterword.kernel.Refused;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Members;
import org.afterword.member.Passwords;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way out for good. */
@Controller
class LeavingController {

	private static final String PAGE = "account/leave";

	private final Leaving leaving;

	private final Members members;

	private final Passwords passwords;

	private final Passkeys passkeys;

	private final Limits limits;

	LeavingController(Leaving leaving, Members members, Passwords passwords, Passkeys passkeys, Limits limits) {
		this.leaving = leaving;
		this.members = members;
		this.passwords = passwords;
		this.passkeys = passkeys;
		this.limits = limits;
	}

	@GetMapping("/settings/leaving")
	String form(Viewer viewer, Model model) {
		model.addAttribute("leave", new LeaveForm(null, null, null));
		return page(viewer, model);
	}

	@PostMapping("/settings/leaving")
	String ask(Viewer viewer, @ModelAttribute("leave") LeaveForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		check(form, errors);
		if (!errors.hasErrors() && mustProve(viewer)) {
			try {
				this.limits.take(Limit.PROOF, viewer.toString());
				if (this.passwords.isRight(viewer.id(), form.password())) {
					this.limits.giveBack(Limit.PROOF, viewer.toString());
				}
				else {
					errors.rejectValue("password", "leave.password.wrong");
				}
			}
			catch (TooMany tries) {
				Limits.tooMany(errors, tries, response);
			}
		}
		return ask(viewer, form, errors, model);
	}

	@PostMapping("/settings/leaving/passkey/options")
	ResponseEntity<String> askPasskey(HttpServletRequest request, HttpServletResponse response) {
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.ask(request, response));
	}

	@PostMapping("/settings/leaving/passkey")
	String askWithPasskey(Viewer viewer, @ModelAttribute("leave") LeaveForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		check(form, errors);
		if (!errors.hasErrors()) {
			try {
				if (!viewer.is(this.passkeys.prove(form.credential(), request, response))) {
					errors.reject("passkeys.unknown");
				}
			}
			catch (Refused reason) {
				errors.reject(reason.key());
			}
		}
		return ask(viewer, form, errors, model);
	}

	/** What the letter leads to; and what is there to read afterwards. */
	@GetMapping("/leaving")
	String confirm(@RequestParam(defaultValue = "") String key, @RequestParam(required = false) @Nullable String left,
			Model model, CsrfToken csrf, HttpServletResponse response) {
		TokenPages.unkept(response);
		if (left != null) {
			return "account/left";
		}
		csrf.getToken();
		var wish = this.leaving.look(key);
		if (wish.isEmpty()) {
			return TokenPages.old(TokenPages.Door.LEAVING, model, response);
		}
		model.addAttribute("key", key);
		model.addAttribute("words", wish.get().words().word());
		model.addAttribute("member", this.members.get(wish.get().member()));
		model.addAttribute("former", Leaving.name(wish.get().member()));
		return "account/leaving";
	}

	@PostMapping("/leaving")
	String leave(Viewer viewer, @RequestParam(defaultValue = "") String key, Model model,
			HttpServletResponse response) {
		if (this.leaving.leave(viewer, key).isEmpty()) {
			return TokenPages.old(TokenPages.Door.LEAVING, model, response);
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return "redirect:/leaving?left=on";
	}

	private String ask(Viewer viewer, LeaveForm form, BindingResult errors, Model model) {
		if (errors.hasErrors()) {
			return page(viewer, model);
		}
		try {
			if (!this.leaving.ask(viewer.id(), Leaving.Words.valueOf(form.words()))) {
				return "redirect:/leaving?left=on";
			}
		}
		catch (Refused reason) {
			errors.reject(reason.key());
			return page(viewer, model);
		}
		return "redirect:/settings/leaving?sent=on";
	}

	private static void check(LeaveForm form, BindingResult errors) {
		if (Arrays.stream(Leaving.Words.values()).noneMatch((one) -> one.name().equals(form.words()))) {
			errors.rejectValue("words", "leave.words.missing");
		}
	}

	/** Who comes in by letters only proves it by the letter that follows. */
	private boolean mustProve(Viewer viewer) {
		return this.passwords.has(viewer.id()) || !this.passkeys.list(viewer.id()).isEmpty();
	}

	private String page(Viewer viewer, Model model) {
		model.addAttribute("former", Leaving.name(viewer.id()));
		model.addAttribute("last", this.members.isLastAdministrator(viewer.id()));
		model.addAttribute("password", this.passwords.has(viewer.id()));
		model.addAttribute("passkey", !this.passkeys.list(viewer.id()).isEmpty());
		return PAGE;
	}

	@ModelAttribute("sent")
	boolean sent(@RequestParam(required = false) @Nullable String sent) {
		return sent != null;
	}

	/** What somebody chose who wants to leave, and what proves that it is them. */
	record LeaveForm(String words, String password, String credential) {

		LeaveForm(@Nullable String words, @Nullable String password, @Nullable String credential) {
			this.words = (words != null) ? words : "";
			this.password = (password != null) ? password : "";
			this.credential = (credential != null) ? credential : "";
		}

		@Override
		public String toString() {
			return "leave, words " + this.words;
		}

	}

}
