package org.afterword.account.joining;

import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.CarriesUnsent;
import org.afterword.account.ExpiredLink;
import org.afterword.account.ExpiredLink.Kind;
import org.afterword.account.LocalPath;
import org.afterword.account.SecretPages;
import org.afterword.account.Unsent;
import org.afterword.account.UnsentPages;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.Forms;
import org.afterword.limit.Limit;
import org.afterword.limit.Limits;
import org.afterword.member.Email;
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
@CarriesUnsent
public class JoinController {

	private final Joining joining;

	private final ReceivedInvitations invitations;

	private final SigningIn signingIn;

	private final Limits limits;

	private final UnsentPages unsent;

	private final Site site;

	private final WhoAsked whoAsked;

	JoinController(Joining joining, ReceivedInvitations invitations, SigningIn signingIn, Limits limits,
			UnsentPages unsent, Site site, WhoAsked whoAsked) {
		this.joining = joining;
		this.invitations = invitations;
		this.signingIn = signingIn;
		this.limits = limits;
		this.unsent = unsent;
		this.site = site;
		this.whoAsked = whoAsked;
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
		var invited = invited(invitation);
		if (viewer.isMember()) {
			var gains = invited.filter((one) -> this.invitations.gain(one, viewer).isAny()).isPresent();
			return "redirect:" + (gains ? "/invitations/" + invitation : invited.map(Invitation::target).orElse(to));
		}
		// Before the page begins to leave: then its cookie could not be sent any more.
		token.getToken();
		invited.ifPresent((one) -> SecretPages.prepare(response, token));
		var email = invited.map(Invitation::email).map(Email::value).orElse(null);
		model.addAttribute("join", new JoinForm(null, null, null, email, null));
		return page(invitation, invited, model);
	}

	/** From the page where one signs in, with the form that it carries on. */
	@PostMapping(params = "begin")
	String form(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to, Model model,
			HttpServletRequest request, RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + this.unsent.goOn(to, request, after);
		}
		model.addAttribute("join", JoinForm.empty());
		return page("", Optional.empty(), model);
	}

	@PostMapping
	String join(Viewer viewer, @ModelAttribute(name = "to", binding = false) LocalPath to,
			@RequestParam(defaultValue = "") String invitation, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale,
			RedirectAttributes after) {
		if (viewer.isMember()) {
			return "redirect:" + to;
		}
		var invited = invited(invitation);
		form.check(errors, this.site.name());
		return Forms.submit(errors, () -> {
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
		}, () -> page(invitation, invited, model));
	}

	/** What somebody sees who waits for an administrator. */
	@GetMapping("/waiting")
	String waiting() {
		return "account/waiting";
	}

	/** Empty without a key. */
	private Optional<Invitation> invited(String key) {
		var invited = this.invitations.find(key);
		if (!key.isEmpty() && invited.isEmpty()) {
			throw new ExpiredLink(Kind.INVITATION);
		}
		return invited;
	}

	private String page(String key, Optional<Invitation> invited, Model model) {
		model.addAttribute("policy", this.joining.policy().word());
		model.addAttribute("key", key);
		model.addAttribute("inviter", invited.map(Invitation::inviter).orElse(null));
		model.addAttribute("topic", invited.map(Invitation::topic).orElse(null));
		return "account/join";
	}

}
