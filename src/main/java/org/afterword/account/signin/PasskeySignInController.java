package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.CarriesUnsent;
import org.afterword.account.LocalPath;
import org.afterword.account.SignInForm;
import org.afterword.account.UnsentPages;
import org.afterword.account.credentials.Passkeys;
import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing in with a passkey, without typing a name. */
@Controller
@RequestMapping("/sign-in/passkey")
@CarriesUnsent
public class PasskeySignInController {

	private final Passkeys passkeys;

	private final NewSessions sessions;

	private final Limits limits;

	private final UnsentPages unsent;

	PasskeySignInController(Passkeys passkeys, NewSessions sessions, Limits limits, UnsentPages unsent) {
		this.passkeys = passkeys;
		this.sessions = sessions;
		this.limits = limits;
		this.unsent = unsent;
	}

	@PostMapping("/options")
	ResponseEntity<String> ask(HttpServletRequest request, HttpServletResponse response) {
		this.limits.take(Limit.PLACE, Limits.place(request));
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.ask(request, response));
	}

	@PostMapping
	String signIn(@RequestParam(required = false) @Nullable String to,
			@RequestParam(defaultValue = "") String credential, @ModelAttribute("signIn") SignInForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes after) {
		var path = LocalPath.of(to);
		model.addAttribute("to", path);
		return Forms.submit(errors, () -> {
			var place = Limits.place(request);
			this.limits.take(Limit.PLACE, place);
			var member = this.passkeys.prove(credential, request, response);
			this.limits.giveBack(Limit.PLACE, place);
			this.sessions.begin(member, form.remember() != null, true, request, response);
			return "redirect:" + this.unsent.goOn(path, request, after);
		}, () -> SignInController.PAGE);
	}

}
