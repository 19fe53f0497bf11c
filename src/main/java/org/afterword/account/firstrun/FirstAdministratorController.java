package org.afterword.account.firstrun;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.account.FormChecks;
import org.afterword.account.TokenPages;
import org.afterword.account.firstrun.FirstRun.Step;
import org.afterword.account.joining.JoinForm;
import org.afterword.account.signin.SigningIn;
import org.afterword.kernel.Gone;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Email;
import org.afterword.member.NotFree;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The first run: whoever holds the link of the first start goes through its steps, as
 * often as they like, and is administrator at the end.
 */
@Controller
@RequestMapping("/first-administrator")
class FirstAdministratorController {

	private static final String PAGE = "account/first-administrator";

	private final FirstRun run;

	private final SigningIn signingIn;

	FirstAdministratorController(FirstRun run, SigningIn signingIn) {
		this.run = run;
		this.signingIn = signingIn;
	}

	/**
	 * @param step which one to show; without it the first that has no answer
	 * @param after the one that was just answered, and works
	 */
	@GetMapping
	String show(@RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String step,
			@RequestParam(required = false) @Nullable String after, Model model, CsrfToken csrf,
			HttpServletRequest request, Locale locale) {
		var steps = this.run.steps(token, opened(request), locale);
		csrf.getToken();
		var kind = (step != null) ? FirstStep.of(step).orElseThrow(() -> new NotFound("step " + step)) : next(steps);
		model.addAttribute("join", JoinForm.empty());
		model.addAttribute("before",
				steps.stream().filter((one) -> one.isDone() && one.getWord().equals(after)).findFirst().orElse(null));
		return page(kind, steps, token, null, model, request);
	}

	@PostMapping("/answer")
	String answer(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String step,
			@RequestParam(defaultValue = "") String value, Model model, HttpServletRequest request,
			HttpServletResponse response, Locale locale, RedirectAttributes after) {
		var kind = FirstStep.of(step).orElseThrow(() -> new NotFound("step " + step));
		try {
			this.run.answer(token, kind, value);
			return goOn(kind, token, request, locale, after);
		}
		catch (Refused reason) {
			return refused(kind, token, value, reason, model, request, response, locale);
		}
	}

	@PostMapping("/mail")
	String testMail(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String value,
			@RequestParam(required = false) @Nullable String without, Model model, HttpServletRequest request,
			HttpServletResponse response, Locale locale, RedirectAttributes after) {
		if (without != null || this.run.mailServer().isEmpty()) {
			this.run.withoutMail(token);
			leadTo(null, FirstStep.MAIL, token, after);
			return "redirect:/first-administrator";
		}
		if (!Email.matches(value.strip())) {
			return refused(FirstStep.MAIL, token, value, new Refused("join.email.form"), model, request, response,
					locale);
		}
		this.run.testMail(token, Email.of(value), locale);
		return goOn(FirstStep.MAIL, token, request, locale, after);
	}

	@PostMapping
	String make(@RequestParam(defaultValue = "") String token, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response, Locale locale,
			RedirectAttributes after) {
		var steps = this.run.steps(token, opened(request), locale);
		form.check(errors, this.run.community());
		if (!errors.hasErrors()) {
			try {
				this.signingIn.signIn(this.run.end(token, form.toNewcomer(), locale), request, response);
				return home(after);
			}
			catch (NotFree reasons) {
				FormChecks.notFree(errors, reasons);
			}
		}
		return page(FirstStep.YOU, steps, token, null, model, request);
	}

	@PostMapping("/passkey/options")
	ResponseEntity<String> offerPasskey(@RequestParam(defaultValue = "") String token,
			@ModelAttribute("join") JoinForm form, HttpServletRequest request, HttpServletResponse response) {
		if (problems(form).hasErrors()) {
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
		var steps = this.run.steps(token, opened(request), locale);
		errors.addAllErrors(problems(form));
		if (!errors.hasErrors()) {
			try {
				var member = this.run.end(token, form.toNewcomer(Email.of(form.email())), credential, locale, request,
						response);
				this.signingIn.admit(member, false, true, request, response);
				return home(after);
			}
			catch (NotFree reasons) {
				FormChecks.notFree(errors, reasons);
			}
			catch (Refused reason) {
				errors.reject(reason.key(), reason.arguments(), null);
			}
		}
		return page(FirstStep.YOU, steps, token, null, model, request);
	}

	/** A token that was used, or replaced by a later start, or never was one. */
	@ExceptionHandler(Gone.class)
	String old(Model model, HttpServletResponse response) {
		return TokenPages.old(TokenPages.Door.FIRST, model, response);
	}

	/** To the front page, which says that their address is asked by a letter. */
	private String home(RedirectAttributes after) {
		after.addFlashAttribute("done", this.run.mailServer().isEmpty() ? "first.done.without-mail" : "join.done");
		return "redirect:" + NextStepsController.PAGE;
	}

	/** Of somebody who needs no password. */
	private static BindingResult problems(JoinForm form) {
		var errors = new BeanPropertyBindingResult(form, "join");
		form.checkWho(errors);
		FormChecks.email(errors, form.email());
		return errors;
	}

	/** To the next step where this one works; where it does not, it says so. */
	private String goOn(FirstStep kind, String token, HttpServletRequest request, Locale locale,
			RedirectAttributes after) {
		var step = of(kind, this.run.steps(token, opened(request), locale));
		leadTo(step.works() ? null : kind, kind, token, after);
		return "redirect:/first-administrator";
	}

	private static void leadTo(@Nullable FirstStep step, FirstStep before, String token, RedirectAttributes after) {
		after.addAttribute("token", token);
		after.addAttribute("step", (step != null) ? step.word() : before.next().word());
		if (step == null) {
			after.addAttribute("after", before.word());
		}
	}

	private String refused(FirstStep kind, String token, String value, Refused reason, Model model,
			HttpServletRequest request, HttpServletResponse response, Locale locale) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("problem", this.run.say(reason, locale));
		return page(kind, this.run.steps(token, opened(request), locale), token, value, model, request);
	}

	private String page(FirstStep kind, List<Step> steps, String token, @Nullable String typed, Model model,
			HttpServletRequest request) {
		var step = of(kind, steps);
		var opened = opened(request);
		var usual = switch (kind) {
			case ADDRESS -> opened.toString();
			case LANGUAGE -> "en";
			default -> "";
		};
		model.addAttribute("steps", steps);
		model.addAttribute("step", step);
		model.addAttribute("next", (kind != FirstStep.YOU) ? kind.next().word() : null);
		model.addAttribute("value", (typed != null) ? typed : step.isDone() ? step.answer() : usual);
		model.addAttribute("token", token);
		model.addAttribute("server", this.run.mailServer());
		model.addAttribute("passkeys", this.run.worksForPasskeys(opened));
		return PAGE;
	}

	private static Step of(FirstStep kind, List<Step> steps) {
		return steps.stream().filter((one) -> one.kind() == kind).findFirst().orElseThrow();
	}

	private static FirstStep next(List<Step> steps) {
		return steps.stream().filter((one) -> !one.isDone()).map(Step::kind).findFirst().orElse(FirstStep.YOU);
	}

	/** The address of the forum, as this browser has it. */
	private static URI opened(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).build().toUri();
	}

}
