package org.afterword.account;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.kernel.TooMany;
import org.afterword.member.NotFree;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/join")
class JoinController {

	private static final String PAGE = "account/join";

	private final Joining joining;

	private final Entrance entrance;

	private final Limits limits;

	private final UnsentPages unsent;

	JoinController(Joining joining, Entrance entrance, Limits limits, UnsentPages unsent) {
		this.joining = joining;
		this.entrance = entrance;
		this.limits = limits;
		this.unsent = unsent;
	}

	/** What somebody typed before they came here, and is carried on. */
	@ModelAttribute("unsent")
	@Nullable Unsent unsent(HttpServletRequest request) {
		return Unsent.carriedBy(request).orElse(null);
	}

	@ModelAttribute("to")
	LocalPath to(@RequestParam(required = false) @Nullable String to) {
		return LocalPath.of(to);
	}

	@GetMapping
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			CsrfToken token) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		model.addAttribute("join", JoinForm.empty());
		return PAGE;
	}

	/** From the page where one signs in, with what is carried on. */
	@PostMapping(params = "begin")
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			HttpServletRequest request, RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + this.unsent.goOn(to, request, after);
		}
		model.addAttribute("join", JoinForm.empty());
		return PAGE;
	}

	@PostMapping
	String join(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to,
			@ModelAttribute("join") JoinForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response, Locale locale, RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		form.check(errors);
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			this.limits.take(Limit.JOINING, Limits.place(request));
			this.entrance.signIn(this.joining.join(form.toNewcomer(), locale), request, response);
		}
		catch (NotFree reasons) {
			FormChecks.notFree(errors, reasons);
			return PAGE;
		}
		catch (TooMany tries) {
			FormChecks.tooMany(errors, tries, response);
			return PAGE;
		}
		return "redirect:" + this.unsent.goOn(to, request, after);
	}

}
