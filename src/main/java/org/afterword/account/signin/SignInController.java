package org.afterword.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.AfterResponse;
import org.afterword.account.LocalPath;
import org.afterword.account.SignInForm;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentPages;
import org.afterword.account.credentials.CodeForm;
import org.afterword.account.credentials.SignInMethods;
import org.afterword.kernel.TooMany;
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
public class SignInController {

	static final String PAGE = "account/sign-in";

	private final SigningIn signingIn;

	private final SignInMethods methods;

	private final Limits limits;

	private final AfterResponse afterResponse;

	private final UnsentPages unsent;

	SignInController(SigningIn signingIn, SignInMethods methods, Limits limits, AfterResponse afterResponse,
			UnsentPages unsent) {
		this.signingIn = signingIn;
		this.methods = methods;
		this.limits = limits;
		this.afterResponse = afterResponse;
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
			@RequestParam(required = false) @Nullable String again, CsrfToken token) {
		if (viewer.isMember() && again == null) {
			return "redirect:" + to;
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		model.addAttribute("signIn", SignInForm.of(viewer));
		return PAGE;
	}

	/** From the page where one joins, with what is carried on. */
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
			BindingResult errors, @RequestParam(required = false) @Nullable String link, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes after) {
		LocalPath next;
		try {
			if (link != null) {
				return sendLink(to, form, errors, model, request);
			}
			var led = this.signingIn.signIn(form.name(), form.password(), form.remember() != null, to, request,
					response);
			if (led.isEmpty()) {
				errors.reject("sign-in.refused");
				return PAGE;
			}
			next = led.get();
			if (next.equals(SigningIn.CODE)) {
				return askForCode(model, request);
			}
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
		return "redirect:" + this.unsent.goOn(next, request, after);
	}

	/** At once, where the page carries words: a redirect cannot. */
	private static String askForCode(Model model, HttpServletRequest request) {
		if (Unsent.carriedBy(request).isEmpty()) {
			return "redirect:" + SigningIn.CODE;
		}
		model.addAttribute("form", new CodeForm(null));
		return SignInCodeController.PAGE;
	}

	/**
	 * The same answer to every name: who is a member, nobody learns here. A page that
	 * carries words stays, because a letter cannot.
	 */
	private String sendLink(LocalPath to, SignInForm form, BindingResult errors, Model model,
			HttpServletRequest request) {
		if (form.name().isBlank()) {
			errors.rejectValue("name", "sign-in.name.missing");
			return PAGE;
		}
		this.limits.take(Limit.LETTERS, Limits.place(request));
		this.afterResponse.run(() -> this.methods.sendWayIn(form.name(), to));
		if (Unsent.carriedBy(request).isPresent()) {
			model.addAttribute("done", "unsent.link");
			return PAGE;
		}
		return "redirect:/sign-in/sent";
	}

}
