package org.afterword.account.firstrun;

import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.account.joining.JoinForm;
import org.afterword.kernel.Forms;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;
import org.afterword.member.Email;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
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

/**
 * The steps of the first run. Whoever has the link of the first start goes through them,
 * as often as they like.
 */
@Controller
@RequestMapping("/first-administrator")
class FirstRunController {

	private final FirstRun run;

	private final FirstRunPage page;

	private final TestMail testMail;

	private final MessageSource messages;

	FirstRunController(FirstRun run, FirstRunPage page, TestMail testMail, MessageSource messages) {
		this.run = run;
		this.page = page;
		this.testMail = testMail;
		this.messages = messages;
	}

	/**
	 * @param step which one to show; without it the first that has no answer
	 * @param after the one that was just answered, and works
	 */
	@GetMapping
	String show(@RequestParam(defaultValue = "") String token, @RequestParam(required = false) @Nullable String step,
			@RequestParam(required = false) @Nullable String after, Model model, CsrfToken csrf,
			HttpServletRequest request, Locale locale) {
		var steps = this.page.steps(token, request, locale);
		csrf.getToken();
		model.addAttribute("join", JoinForm.empty());
		model.addAttribute("before",
				steps.stream().filter((one) -> one.isDone() && one.getWord().equals(after)).findFirst().orElse(null));
		return this.page.show((step != null) ? kind(step) : firstOpen(steps), token, null, model, request, locale);
	}

	@PostMapping("/answer")
	String answer(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String step,
			@ModelAttribute("form") AnswerForm form, BindingResult errors, Model model, HttpServletRequest request,
			Locale locale, RedirectAttributes after) {
		var kind = kind(step);
		return Forms.submit(errors, () -> {
			this.run.answer(token, kind, form.value());
			return this.page.goOn(kind, token, request, locale, after);
		}, () -> again(kind, token, form, errors, model, request, locale));
	}

	@PostMapping("/mail")
	String testMail(@RequestParam(defaultValue = "") String token, @ModelAttribute("form") AnswerForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable String without, Model model,
			HttpServletRequest request, Locale locale, RedirectAttributes after) {
		if (without != null || this.testMail.server().isEmpty()) {
			this.run.withoutMail(token);
			return this.page.goOn(FirstStep.MAIL, true, token, after);
		}
		return Forms.submit(errors, () -> {
			if (!Email.matches(form.value().strip())) {
				throw new Refused("join.email.form");
			}
			this.run.testMail(token, Email.of(form.value()), locale);
			return this.page.goOn(FirstStep.MAIL, token, request, locale, after);
		}, () -> again(FirstStep.MAIL, token, form, errors, model, request, locale));
	}

	private String again(FirstStep kind, String token, AnswerForm form, BindingResult errors, Model model,
			HttpServletRequest request, Locale locale) {
		errors.getAllErrors()
			.stream()
			.findFirst()
			.ifPresent((error) -> model.addAttribute("problem", this.messages.getMessage(error, locale)));
		return this.page.show(kind, token, form.value(), model, request, locale);
	}

	private static FirstStep kind(String step) {
		return FirstStep.of(step).orElseThrow(() -> new NotFound("step " + step));
	}

	private static FirstStep firstOpen(List<Step> steps) {
		return steps.stream().filter((one) -> !one.isDone()).map(Step::kind).findFirst().orElse(FirstStep.YOU);
	}

	/** The answer to a step, as it was typed. */
	record AnswerForm(String value) {

		AnswerForm(@Nullable String value) {
			this.value = (value != null) ? value : "";
		}

	}

}
