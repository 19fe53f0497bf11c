package org.afterword.account.providers;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AfterResponse;
import org.afterword.account.FormChecks;
import org.afterword.account.LocalPath;
import org.afterword.account.RememberedDevices;
import org.afterword.account.credentials.ProviderIdentity;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.account.credentials.Providers;
import org.afterword.account.credentials.SignInMethods;
import org.afterword.account.joining.JoinForm;
import org.afterword.account.joining.Joining;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Handle;
import org.afterword.member.NotFree;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody sees and chooses who comes by a provider. */
@Controller
class ProviderController {

	private static final String LIST = "account/providers";

	private static final String JOIN = "account/join-vouched";

	private static final Set<String> PROBLEMS = Set.of("denied", "lost", "down", "unverified", "suspended",
			"too-often");

	private final Providers providers;

	private final ProviderLinks links;

	private final ProviderSignIn door;

	private final Joining joining;

	private final SigningIn signingIn;

	private final SignInMethods methods;

	private final Limits limits;

	private final AfterResponse afterResponse;

	ProviderController(Providers providers, ProviderLinks links, ProviderSignIn door, Joining joining,
			SigningIn signingIn, SignInMethods methods, Limits limits, AfterResponse afterResponse) {
		this.providers = providers;
		this.links = links;
		this.door = door;
		this.joining = joining;
		this.signingIn = signingIn;
		this.methods = methods;
		this.limits = limits;
		this.afterResponse = afterResponse;
	}

	/**
	 * Leads on to a provider from the form of the sign-in page, whose tick counts. The
	 * browser is asked to open the next page by itself: our policy lets no form end
	 * elsewhere, by a redirect either.
	 */
	@PostMapping(Providers.PATH)
	String leadOn(@RequestParam(defaultValue = "") String provider,
			@RequestParam(required = false) @Nullable String remember,
			@RequestParam(required = false) @Nullable String to, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		var chosen = this.providers.find(provider).orElseThrow(() -> new NotFound("provider " + provider));
		var way = UriComponentsBuilder.fromPath(Providers.PATH).pathSegment(chosen.id());
		if (LocalPath.of(to).isElsewhere()) {
			way.queryParam("to", "{to}");
		}
		if (remember != null) {
			way.queryParam(RememberedDevices.PARAMETER, "on");
		}
		var address = request.getContextPath() + way.encode().buildAndExpand(Map.of("to", LocalPath.of(to).value()));
		response.setHeader("Refresh", "0;url=" + address);
		model.addAttribute("address", address);
		model.addAttribute("provider", chosen.name());
		return "account/provider-way";
	}

	/** Why nobody came in. */
	@GetMapping("/sign-in/refused")
	String refused(@RequestParam(defaultValue = "") String problem, Model model, HttpServletResponse response) {
		if (!PROBLEMS.contains(problem)) {
			throw new NotFound("problem");
		}
		response.setStatus(HttpStatus.FORBIDDEN.value());
		model.addAttribute("problem", problem);
		return "account/provider-refused";
	}

	/** The address is a member’s: whoever came has to show that the account is theirs. */
	@GetMapping("/sign-in/known")
	String known(Viewer viewer, HttpServletRequest request, Model model, CsrfToken csrf) {
		if (viewer.isMember()) {
			return "redirect:/settings/providers/joining";
		}
		csrf.getToken();
		model.addAttribute("vouched",
				this.door.vouched(request).orElseThrow(() -> new NotFound("anybody vouched for")));
		model.addAttribute("provider", name(request));
		return "account/provider-known";
	}

	@PostMapping("/sign-in/known")
	String sendLetter(HttpServletRequest request) {
		var vouched = this.door.vouched(request).orElseThrow(() -> new NotFound("anybody vouched for"));
		this.limits.take(Limit.LETTERS, Limits.place(request));
		this.afterResponse
			.run(() -> this.methods.sendWayIn(vouched.email(), new LocalPath("/settings/providers/joining")));
		return "redirect:/sign-in/sent";
	}

	@GetMapping("/settings/providers")
	String list(Viewer viewer, @RequestParam(required = false) @Nullable String changed,
			@RequestParam(required = false) @Nullable String problem, Model model) {
		model.addAttribute("links", this.links.list(viewer.id()));
		model.addAttribute("providers", this.providers.all());
		model.addAttribute("changed", "linked".equals(changed) || "removed".equals(changed) ? changed : null);
		model.addAttribute("problem", "of-another".equals(problem) ? "providers.of-another" : null);
		return LIST;
	}

	@DeleteMapping("/settings/providers/{id}")
	String remove(Viewer viewer, @PathVariable long id, Model model, HttpServletResponse response) {
		try {
			this.links.remove(viewer.id(), id);
		}
		catch (Refused reason) {
			list(viewer, null, null, model);
			model.addAttribute("problem", reason.key());
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return LIST;
		}
		return "redirect:/settings/providers?changed=removed";
	}

	/** Asks whether a provider may open the account of whoever is signed in. */
	@GetMapping("/settings/providers/joining")
	String ask(HttpServletRequest request, Model model) {
		var vouched = this.door.vouched(request);
		if (vouched.isEmpty()) {
			return "redirect:/settings/providers";
		}
		model.addAttribute("vouched", vouched.get());
		model.addAttribute("provider", name(request));
		return "account/provider-joining";
	}

	@PostMapping("/settings/providers")
	String link(Viewer viewer, HttpServletRequest request) {
		var vouched = this.door.vouched(request).orElseThrow(() -> new NotFound("anybody vouched for"));
		this.door.forget(request);
		try {
			this.links.link(viewer.id(), vouched);
		}
		catch (Refused reason) {
			return "redirect:/settings/providers?problem=of-another";
		}
		return "redirect:/settings/providers?changed=linked";
	}

	/** Somebody new: they only say how they want to be called. */
	@GetMapping("/join/vouched")
	String form(Viewer viewer, HttpServletRequest request, Model model, CsrfToken csrf) {
		if (viewer.isMember()) {
			return "redirect:/settings/providers/joining";
		}
		csrf.getToken();
		var vouched = this.door.vouched(request).orElseThrow(() -> new NotFound("anybody vouched for"));
		var handle = vouched.email().substring(0, vouched.email().indexOf('@'));
		model.addAttribute("join",
				new JoinForm(vouched.name(), Handle.matches(handle) ? handle : "", null, vouched.email(), null));
		return page(vouched, model);
	}

	@PostMapping("/join/vouched")
	String join(Viewer viewer, @ModelAttribute("join") JoinForm form, BindingResult errors, Model model, Locale locale,
			HttpServletRequest request, HttpServletResponse response) {
		if (viewer.isMember()) {
			return "redirect:/";
		}
		var vouched = this.door.vouched(request).orElseThrow(() -> new NotFound("anybody vouched for"));
		form.checkWho(errors);
		if (errors.hasErrors()) {
			return page(vouched, model);
		}
		try {
			this.limits.take(Limit.JOINING, Limits.place(request));
			var joined = this.joining.join(form.toNewcomer(vouched.address()), vouched, locale);
			this.door.forget(request);
			if (joined.waits()) {
				return "redirect:/join/waiting";
			}
			this.signingIn.signIn(joined.member(), vouched.remember(), LocalPath.HOME, request, response);
			return "redirect:" + (joined.target().isElsewhere() ? joined.target() : vouched.target());
		}
		catch (NotFree reasons) {
			FormChecks.notFree(errors, reasons);
		}
		catch (Refused reason) {
			errors.reject(reason.key());
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
		}
		return page(vouched, model);
	}

	private String page(ProviderIdentity vouched, Model model) {
		model.addAttribute("vouched", vouched);
		model.addAttribute("provider", this.providers.name(vouched.provider()));
		model.addAttribute("way", this.joining.isInvited(vouched.invitation()) ? "invited" : this.joining.way().word());
		return JOIN;
	}

	private String name(HttpServletRequest request) {
		return this.door.vouched(request).map((one) -> this.providers.name(one.provider())).orElse("");
	}

}
