package org.afterword.account.firstrun;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page of the first run: its steps, and the one that is shown. */
@Component
class FirstRunPage {

	static final String HERE = "redirect:/first-administrator";

	private final FirstRunSteps steps;

	private final TestMail testMail;

	FirstRunPage(FirstRunSteps steps, TestMail testMail) {
		this.steps = steps;
		this.testMail = testMail;
	}

	List<Step> steps(String token, HttpServletRequest request, Locale language) {
		return this.steps.all(token, opened(request), language);
	}

	/**
	 * @param typed what stands in the field; null for the answer
	 */
	String show(FirstStep kind, String token, @Nullable String typed, Model model, HttpServletRequest request,
			Locale language) {
		var steps = steps(token, request, language);
		var step = of(kind, steps);
		model.addAttribute("steps", steps);
		model.addAttribute("step", step);
		model.addAttribute("next", (kind != FirstStep.YOU) ? kind.next().word() : null);
		model.addAttribute("value",
				(typed != null) ? typed : step.isDone() ? step.answer() : usual(kind, opened(request)));
		model.addAttribute("token", token);
		model.addAttribute("server", this.testMail.server());
		model.addAttribute("passkeys", this.steps.worksForPasskeys(opened(request)));
		return "account/first-administrator";
	}

	/** To the next step where this one works; where it does not, it says so. */
	String goOn(FirstStep kind, String token, HttpServletRequest request, Locale language, RedirectAttributes after) {
		return goOn(kind, of(kind, steps(token, request, language)).works(), token, after);
	}

	String goOn(FirstStep kind, boolean works, String token, RedirectAttributes after) {
		after.addAttribute("token", token);
		after.addAttribute("step", works ? kind.next().word() : kind.word());
		if (works) {
			after.addAttribute("after", kind.word());
		}
		return HERE;
	}

	private static String usual(FirstStep kind, URI opened) {
		return switch (kind) {
			case ADDRESS -> opened.toString();
			case LANGUAGE -> "en";
			default -> "";
		};
	}

	private static Step of(FirstStep kind, List<Step> steps) {
		return steps.stream().filter((one) -> one.kind() == kind).findFirst().orElseThrow();
	}

	/** The address of the forum, as this browser has it. */
	private static URI opened(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).build().toUri();
	}

}
