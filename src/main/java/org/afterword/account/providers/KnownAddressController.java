package org.afterword.account.providers;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.AfterResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.credentials.Providers;
import org.afterword.account.credentials.SignInEmails;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Viewer;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The address that a provider vouches for is a member’s: whoever came has to show that
 * the account is theirs.
 */
@Controller
@RequestMapping("/sign-in/known")
class KnownAddressController {

	private final VouchedIdentities vouched;

	private final Providers providers;

	private final SignInEmails emails;

	private final Limits limits;

	private final AfterResponse afterResponse;

	KnownAddressController(VouchedIdentities vouched, Providers providers, SignInEmails emails, Limits limits,
			AfterResponse afterResponse) {
		this.vouched = vouched;
		this.providers = providers;
		this.emails = emails;
		this.limits = limits;
		this.afterResponse = afterResponse;
	}

	@GetMapping
	String show(Viewer viewer, HttpServletRequest request, Model model, CsrfToken csrf) {
		if (viewer.isMember()) {
			return "redirect:" + ProviderLinksController.JOINING;
		}
		csrf.getToken();
		var identity = this.vouched.get(request);
		model.addAttribute("vouched", identity);
		model.addAttribute("provider", this.providers.name(identity.provider()));
		return "account/provider-known";
	}

	/** Sends a link that signs in, and leads to the question whether to link them. */
	@PostMapping
	String sendLink(HttpServletRequest request) {
		var identity = this.vouched.get(request);
		this.limits.take(Limit.EMAILS, Limits.place(request));
		this.afterResponse
			.run(() -> this.emails.sendLink(identity.email(), new LocalPath(ProviderLinksController.JOINING)));
		return "redirect:/sign-in/sent";
	}

}
