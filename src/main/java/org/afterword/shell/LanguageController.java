package org.afterword.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.LocalPath;
import org.afterword.member.MemberProfiles;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Choosing a language, at the foot of every page that can be opened again. */
@Controller
class LanguageController {

	private final Languages languages;

	private final MemberProfiles profiles;

	LanguageController(Languages languages, MemberProfiles profiles) {
		this.languages = languages;
		this.profiles = profiles;
	}

	@PostMapping("/language")
	String choose(Viewer viewer, @RequestParam String language, @RequestParam(required = false) @Nullable String to,
			HttpServletRequest request, HttpServletResponse response) {
		var chosen = this.languages.find(language)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
		this.languages.setLocale(request, response, chosen);
		if (viewer.isMember()) {
			this.profiles.changeLanguage(viewer.id(), chosen);
		}
		return "redirect:" + LocalPath.anywhere(to);
	}

}
