package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.EmailTokens.Purpose;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.LocalPath;
import org.afterword.account.SecretPages;
import org.afterword.account.credentials.EmailLinks;
import org.afterword.account.credentials.PasswordChanges;
import org.afterword.account.credentials.PasswordForm;
import org.afterword.kernel.Forms;
import org.afterword.member.MemberView;
import org.afterword.member.password.Password;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing a new password by the link of an e-mail. */
@Controller
@RequestMapping("/sign-in/password")
class NewPasswordController {

	private final EmailLinks links;

	private final PasswordChanges passwords;

	private final SigningIn signingIn;

	NewPasswordController(EmailLinks links, PasswordChanges passwords, SigningIn signingIn) {
		this.links = links;
		this.passwords = passwords;
		this.signingIn = signingIn;
	}

	@GetMapping
	String form(@RequestParam(defaultValue = "") String key, Model model, CsrfToken csrf,
			HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		model.addAttribute("choice", new PasswordForm("", ""));
		return page(member(key), key, model);
	}

	@PostMapping
	String choose(@RequestParam(defaultValue = "") String key, @ModelAttribute("choice") PasswordForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response) {
		var member = member(key);
		form.check(errors, (typed) -> this.passwords.isGuessable(member.id(), typed));
		return Forms.submit(errors, () -> {
			var chosen = this.passwords.choose(key, new Password(form.password()))
				.orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN));
			return "redirect:" + this.signingIn.signIn(chosen, false, new LocalPath("/settings?saved=password"),
					request, response);
		}, () -> page(member, key, model));
	}

	private MemberView member(String key) {
		return this.links.find(Purpose.PASSWORD, key).orElseThrow(() -> new ExpiredLink(Kind.SIGN_IN)).member();
	}

	private static String page(MemberView member, String key, Model model) {
		model.addAttribute("member", member);
		model.addAttribute("key", key);
		return "account/choose-password";
	}

}
