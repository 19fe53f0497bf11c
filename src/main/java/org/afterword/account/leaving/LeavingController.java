package org.afterword.account.leaving;

import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.SecretPages;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leaving for good, by the link of an e-mail. */
@Controller
@RequestMapping("/leaving")
class LeavingController {

	private final Leaving leaving;

	private final Members members;

	LeavingController(Leaving leaving, Members members) {
		this.leaving = leaving;
		this.members = members;
	}

	/**
	 * @param left anything, once they have left
	 */
	@GetMapping
	String ask(@RequestParam(defaultValue = "") String key, @RequestParam(required = false) @Nullable String left,
			Model model, CsrfToken csrf, HttpServletResponse response) {
		SecretPages.prepare(response, csrf);
		if (left != null) {
			return "account/left";
		}
		var wish = this.leaving.find(key).orElseThrow(() -> new ExpiredLink(Kind.LEAVING));
		model.addAttribute("key", key);
		model.addAttribute("words", wish.words().word());
		model.addAttribute("member", this.members.get(wish.member()));
		model.addAttribute("former", Leaving.name(wish.member()));
		return "account/leaving";
	}

	@PostMapping
	String leave(Viewer viewer, @RequestParam(defaultValue = "") String key, HttpServletResponse response) {
		if (!this.leaving.leave(viewer, key)) {
			throw new ExpiredLink(Kind.LEAVING);
		}
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return "redirect:/leaving?left=on";
	}

}
