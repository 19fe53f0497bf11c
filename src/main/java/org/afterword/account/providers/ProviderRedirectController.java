package org.afterword.account.providers;

import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.RememberedDevices;
import org.afterword.account.credentials.Providers;
import org.afterword.kernel.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The way to a provider, and why it failed. */
@Controller
class ProviderRedirectController {

	private static final Set<String> PROBLEMS = Set.of("denied", "lost", "down", "unverified", "suspended",
			"too-often");

	private final Providers providers;

	ProviderRedirectController(Providers providers) {
		this.providers = providers;
	}

	/**
	 * Leads on to a provider from the form of the sign-in page. The browser is asked to
	 * open the next page by itself: our content security policy lets no form end at
	 * another site, not even by a redirect.
	 */
	@PostMapping(Providers.PATH)
	String leadOn(@RequestParam(defaultValue = "") String provider,
			@RequestParam(required = false) @Nullable String remember,
			@RequestParam(required = false) @Nullable String to, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		var chosen = this.providers.find(provider).orElseThrow(() -> new NotFound("provider " + provider));
		var target = LocalPath.of(to);
		var path = UriComponentsBuilder.fromPath(Providers.PATH).pathSegment(chosen.id());
		if (target.isElsewhere()) {
			path.queryParam("to", "{to}");
		}
		if (remember != null) {
			path.queryParam(RememberedDevices.PARAMETER, "on");
		}
		var address = request.getContextPath() + path.encode().buildAndExpand(Map.of("to", target.value()));
		response.setHeader("Refresh", "0;url=" + address);
		model.addAttribute("address", address);
		model.addAttribute("provider", chosen.name());
		return "account/provider-way";
	}

	/** Why nobody was signed in. */
	@GetMapping("/sign-in/refused")
	String refused(@RequestParam(defaultValue = "") String problem, Model model, HttpServletResponse response) {
		if (!PROBLEMS.contains(problem)) {
			throw new NotFound("problem");
		}
		response.setStatus(HttpStatus.FORBIDDEN.value());
		model.addAttribute("problem", problem);
		return "account/provider-refused";
	}

}
