package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AfterResponse;
import org.afterword.account.CarriesUnsent;
import org.afterword.account.LocalPath;
import org.afterword.account.SignInForm;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentPages;
import org.afterword.account.credentials.CodeForm;
import org.afterword.account.credentials.SignInEmails;
import org.afterword.kernel.Forms;
import org.afterword.kernel.Refused;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
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
@RequestMapping("/sign-in")
@CarriesUnsent
public class SignInController {

	static final String PAGE = "account/sign-in";

	private final SigningIn signingIn;

	private final SignInEmails emails;

	private final Limits limits;

	private final AfterResponse afterResponse;

	private final UnsentPages unsent;

	SignInController(SigningIn signingIn, SignInEmails emails, Limits limits, AfterResponse afterResponse,
			UnsentPages unsent) {
		this.signingIn = signingIn;
		this.emails = emails;
		this.limits = limits;
		this.afterResponse = afterResponse;
		this.unsent = unsent;
	}

	@ModelAttribute("to")
	LocalPath to(@RequestParam(required = false) @Nullable String to) {
		return LocalPath.of(to);
	}

	@GetMapping
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			@RequestParam(required = false) @Nullable String again, CsrfToken token) {
		if (viewer.isMember() && again == null) {
			return "redirect:" + to;
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		model.addAttribute("signIn", SignInForm.of(viewer));
		return PAGE;
	}

	/** From the page where one joins, with the form that it carries on. */
	@PostMapping(params = "begin")
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			HttpServletRequest request, RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + this.unsent.goOn(to, request, after);
		}
		model.addAttribute("signIn", SignInForm.EMPTY);
		return PAGE;
	}

	@PostMapping
	String signIn(@ModelAttribute(name = "to", binding = false) LocalPath to, @ModelAttribute("signIn") SignInForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes after) {
		return Forms.submit(errors, () -> {
			var next = this.signingIn
				.signIn(form.name(), form.password(), form.remember() != null, to, request, response)
				.orElseThrow(() -> new Refused("sign-in.refused"));
			if (next.equals(SigningIn.CODE) && Unsent.carriedBy(request).isPresent()) {
				// At once: a redirect cannot carry a form.
				model.addAttribute("form", new CodeForm(null));
				return SignInCodeController.PAGE;
			}
			return "redirect:" + (next.equals(SigningIn.CODE) ? next : this.unsent.goOn(next, request, after));
		}, () -> PAGE);
	}

	/**
	 * Sends a link instead. Every name gets the same answer: nobody learns here who is a
	 * member. A page that carries a form stays, because an e-mail cannot carry it.
	 */
	@PostMapping(params = "link")
	String sendLink(@ModelAttribute(name = "to", binding = false) LocalPath to,
			@ModelAttribute("signIn") SignInForm form, BindingResult errors, Model model, HttpServletRequest request) {
		return Forms.submit(errors, () -> {
			if (form.name().isBlank()) {
				throw new Refused("sign-in.name.missing").on("name");
			}
			this.limits.take(Limit.EMAILS, Limits.place(request));
			this.afterResponse.run(() -> this.emails.sendLink(form.name(), to));
			if (Unsent.carriedBy(request).isEmpty()) {
				return "redirect:/sign-in/sent";
			}
			model.addAttribute("done", "unsent.link");
			return PAGE;
		}, () -> PAGE);
	}

}
