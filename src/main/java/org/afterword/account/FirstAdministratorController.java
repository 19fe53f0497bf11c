package org.afterword.account;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.afterword.member.NotFree;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/first-administrator")
class FirstAdministratorController {

	private static final String PAGE = "account/first-administrator";

	private final FirstAdministratorLink link;

	private final Entrance entrance;

	FirstAdministratorController(FirstAdministratorLink link, Entrance entrance) {
		this.link = link;
		this.entrance = entrance;
	}

	@GetMapping
	String form(@RequestParam(defaultValue = "") String token, Model model, CsrfToken csrf) {
		this.link.check(token);
		csrf.getToken();
		model.addAttribute("join", JoinForm.empty());
		model.addAttribute("token", token);
		return PAGE;
	}

	@PostMapping
	String make(@RequestParam(defaultValue = "") String token, @ModelAttribute("join") JoinForm form,
			BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response,
			Locale locale) {
		this.link.check(token);
		model.addAttribute("token", token);
		form.check(errors);
		if (errors.hasErrors()) {
			return PAGE;
		}
		try {
			var member = this.link.use(token, form.toNewcomer(), locale);
			this.entrance.signIn(member, request, response);
		}
		catch (NotFree reasons) {
			FormChecks.notFree(errors, reasons);
			return PAGE;
		}
		return "redirect:/";
	}

}
