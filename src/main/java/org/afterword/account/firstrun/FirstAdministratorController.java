package org.afterword.account.firstrun;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.joining.JoinForm;
import org.afterword.account.signin.NewSessions;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.Forms;
import org.afterword.member.Email;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last step of the first run: becoming the first administrator. */
@Controller
@RequestMapping("/first-administrator")
class FirstAdministratorController {

	private final FirstRun run;

	private final FirstRunPage page;

	private final FirstRunSteps steps;

	private final TestMail testMail;

	private final SigningIn signingIn;

	private final NewSessions sessions;

	FirstAdministratorController(FirstRun run, FirstRunPage page, FirstRunSteps steps, TestMail testMail,
			SigningIn signingIn, NewSessions sessions) {
		this.run = run;
		this.page = page;
		this.steps = steps;
		this.testMail = testMail;
		this.signingIn = signingIn;
		this.sessions = sessions;
	}

	@PostMapping
	String make(@RequestParam(defaultValue = "") String token, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale,
			RedirectAttributes after) {
		this.page.steps(token, request, locale);
		form.check(errors, this.steps.community());
		return Forms.submit(errors, () -> {
			this.signingIn.signIn(this.run.end(token, form.toNewcomer(), locale), request, response);
			return home(after);
		}, () -> this.page.show(FirstStep.YOU, token, null, model, request, locale));
	}

	@PostMapping("/passkey/options")
	ResponseEntity<String> offerPasskey(@RequestParam(defaultValue = "") String token,
			@ModelAttribute("join") JoinForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		form.checkWithoutPassword(errors);
		if (errors.hasErrors()) {
			return ResponseEntity.unprocessableContent().build();
		}
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.run.offerPasskey(token, form.toNewcomer(Email.of(form.email())), request, response));
	}

	@PostMapping("/passkey")
	String makeWithPasskey(@RequestParam(defaultValue = "") String token,
			@RequestParam(defaultValue = "") String credential, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale,
			RedirectAttributes after) {
		this.page.steps(token, request, locale);
		form.checkWithoutPassword(errors);
		return Forms.submit(errors, () -> {
			var member = this.run.end(token, form.toNewcomer(Email.of(form.email())), credential, locale, request,
					response);
			this.sessions.begin(member, false, true, request, response);
			return home(after);
		}, () -> this.page.show(FirstStep.YOU, token, null, model, request, locale));
	}

	/** What to do next; also says that an e-mail asks their address. */
	private String home(RedirectAttributes after) {
		after.addFlashAttribute("done", this.testMail.server().isEmpty() ? "first.done.without-mail" : "join.done");
		return "redirect:" + NextStepsController.PAGE;
	}

}
