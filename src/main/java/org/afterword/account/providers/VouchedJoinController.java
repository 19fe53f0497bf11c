package org.afterword.account.providers;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.Providers;
import org.afterword.account.joining.JoinForm;
import org.afterword.account.joining.Joining;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Handle;
import org.afterword.member.Viewer;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Joining by a provider: newcomers only say what they want to be called. */
@Controller
@RequestMapping("/join/vouched")
class VouchedJoinController {

	private final VouchedIdentities vouched;

	private final Providers providers;

	private final Joining joining;

	private final SigningIn signingIn;

	private final Limits limits;

	VouchedJoinController(VouchedIdentities vouched, Providers providers, Joining joining, SigningIn signingIn,
			Limits limits) {
		this.vouched = vouched;
		this.providers = providers;
		this.joining = joining;
		this.signingIn = signingIn;
		this.limits = limits;
	}

	@GetMapping
	String form(Viewer viewer, HttpServletRequest request, Model model, CsrfToken csrf) {
		if (viewer.isMember()) {
			return "redirect:" + ProviderLinksController.JOINING;
		}
		csrf.getToken();
		var identity = this.vouched.get(request);
		var handle = identity.email().substring(0, identity.email().indexOf('@'));
		model.addAttribute("join",
				new JoinForm(identity.name(), Handle.matches(handle) ? handle : "", null, identity.email(), null));
		return page(identity, model);
	}

	@PostMapping
	String join(Viewer viewer, @ModelAttribute("join") JoinForm form, BindingResult errors, Model model, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		if (viewer.isMember()) {
			return "redirect:/";
		}
		var identity = this.vouched.get(request);
		form.checkWho(errors);
		return Forms.submit(errors, () -> {
			this.limits.take(Limit.JOINING, Limits.place(request));
			var joined = this.joining.join(form.toNewcomer(identity.address()), identity, locale);
			this.vouched.remove(request);
			if (joined.waits()) {
				return "redirect:/join/waiting";
			}
			this.signingIn.signIn(joined.member(), identity.remember(), LocalPath.HOME, request, response);
			return "redirect:" + (joined.target().isElsewhere() ? joined.target() : identity.target());
		}, () -> page(identity, model));
	}

	private String page(ProviderIdentity identity, Model model) {
		model.addAttribute("vouched", identity);
		model.addAttribute("provider", this.providers.name(identity.provider()));
		model.addAttribute("policy",
				this.joining.isInvited(identity.invitation()) ? "invited" : this.joining.policy().word());
		return "account/join-vouched";
	}

}
