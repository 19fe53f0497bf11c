package org.afterword.account.joining;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.FormChecks;
import org.afterword.account.LocalPath;
import org.afterword.account.TokenPages;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentPages;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.TooMany;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.NotFree;
import org.afterword.member.Viewer;
import org.afterword.site.Site;
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
public class JoinController {

	private static final String PAGE = "account/join";

	private final Joining joining;

	private final Invitations invitations;

	private final SigningIn signingIn;

	private final Limits limits;

	private final UnsentPages unsent;

	private final Site site;

	private final WhoAsked whoAsked;

	JoinController(Joining joining, Invitations invitations, SigningIn signingIn, Limits limits, UnsentPages unsent,
			Site site, WhoAsked whoAsked) {
		this.joining = joining;
		this.invitations = invitations;
		this.signingIn = signingIn;
		this.limits = limits;
		this.unsent = unsent;
		this.site = site;
		this.whoAsked = whoAsked;
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

	/** Whom they may be, where they come from a topic. */
	@ModelAttribute("asked")
	@Nullable AskedThere asked(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
		var place = Unsent.carriedBy(request).map((form) -> LocalPath.of(form.path())).orElse(LocalPath.of(to));
		return this.whoAsked.at(place).orElse(null);
	}

	@GetMapping
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to,
			@RequestParam(defaultValue = "") String invitation, Model model, CsrfToken token,
			HttpServletResponse response) {
		var invited = this.invitations.find(invitation);
		if (viewer.isMember() && invited.filter((one) -> this.invitations.offered(one, viewer).isAny()).isPresent()) {
			return "redirect:/invitations/" + invitation;
		}
		if (!invitation.isEmpty() && invited.isEmpty()) {
			return TokenPages.old(TokenPages.Door.INVITATION, model, response);
		}
		if (viewer.isMember()) {
			return "redirect:" + invited.map(Invitations.Invitation::target).orElse(to);
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		model.addAttribute("join", JoinForm.empty());
		if (invited.isPresent()) {
			TokenPages.unkept(response);
		}
		invited.map(Invitations.Invitation::email)
			.ifPresent((email) -> model.addAttribute("join", new JoinForm(null, null, null, email.value(), null)));
		return page(invitation, model);
	}

	/** From the page where one signs in, with what is carried on. */
	@PostMapping(params = "begin")
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			HttpServletRequest request, RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + this.unsent.goOn(to, request, after);
		}
		model.addAttribute("join", JoinForm.empty());
		return page("", model);
	}

	@PostMapping
	String join(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to,
			@RequestParam(defaultValue = "") String invitation, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale,
			RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		page(invitation, model);
		if (!invitation.isEmpty() && this.invitations.find(invitation).isEmpty()) {
			return TokenPages.old(TokenPages.Door.INVITATION, model, response);
		}
		form.check(errors, this.site.name());
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			this.limits.take(Limit.JOINING, Limits.place(request));
			var joined = invitation.isEmpty() ? this.joining.join(form.toNewcomer(), locale)
					: this.joining.join(form.toNewcomer(), invitation, locale);
			if (joined.waits()) {
				return "redirect:/join/waiting";
			}
			this.signingIn.signIn(joined.member(), request, response);
			if (joined.asked()) {
				after.addFlashAttribute("done", "join.done");
			}
			return "redirect:" + (invitation.isEmpty() ? this.unsent.goOn(to, request, after) : joined.target());
		}
		catch (NotFree reasons) {
			FormChecks.notFree(errors, reasons);
			return PAGE;
		}
		catch (TooMany tries) {
			Limits.tooMany(errors, tries, response);
			return PAGE;
		}
	}

	/** What somebody sees whom an administrator has to let in. */
	@GetMapping("/waiting")
	String waiting() {
		return "account/waiting";
	}

	private String page(String invitation, Model model) {
		var invited = this.invitations.find(invitation);
		model.addAttribute("way", this.joining.way().word());
		model.addAttribute("key", invitation);
		model.addAttribute("inviter", invited.map(Invitations.Invitation::inviter).orElse(null));
		model.addAttribute("topic", invited.map(Invitations.Invitation::topic).orElse(null));
		return PAGE;
	}

}
