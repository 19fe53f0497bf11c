package org.afterword.account.providers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.credentials.ProviderLinks;
import org.afterword.account.credentials.Providers;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The providers by which a member signs in: linking and unlinking them. */
@Controller
@RequestMapping("/settings/providers")
class ProviderLinksController {

	/** Asks whether a provider may be linked. */
	static final String JOINING = "/settings/providers/joining";

	private static final String HERE = "redirect:/settings/providers";

	private final VouchedIdentities vouched;

	private final Providers providers;

	private final ProviderLinks links;

	ProviderLinksController(VouchedIdentities vouched, Providers providers, ProviderLinks links) {
		this.vouched = vouched;
		this.providers = providers;
		this.links = links;
	}

	@GetMapping
	String list(Viewer viewer, @RequestParam(required = false) @Nullable String changed,
			@RequestParam(required = false) @Nullable String problem, Model model) {
		model.addAttribute("links", this.links.list(viewer.id()));
		model.addAttribute("providers", this.providers.all());
		model.addAttribute("changed", "linked".equals(changed) || "removed".equals(changed) ? changed : null);
		model.addAttribute("problem", "of-another".equals(problem) ? "providers.of-another" : null);
		return "account/providers";
	}

	@DeleteMapping("/{id}")
	String remove(Viewer viewer, @PathVariable long id, Model model, HttpServletResponse response) {
		if (this.links.remove(viewer.id(), id)) {
			return HERE + "?changed=removed";
		}
		var page = list(viewer, null, null, model);
		model.addAttribute("problem", "providers.last");
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return page;
	}

	@GetMapping("/joining")
	String ask(HttpServletRequest request, Model model) {
		var identity = this.vouched.find(request);
		if (identity.isEmpty()) {
			return HERE;
		}
		model.addAttribute("vouched", identity.get());
		model.addAttribute("provider", this.providers.name(identity.get().provider()));
		return "account/provider-joining";
	}

	@PostMapping
	String link(Viewer viewer, HttpServletRequest request) {
		var identity = this.vouched.get(request);
		this.vouched.remove(request);
		return HERE + (this.links.link(viewer.id(), identity) ? "?changed=linked" : "?problem=of-another");
	}

}
