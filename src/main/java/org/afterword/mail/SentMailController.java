package org.afterword.mail;

import org.afterword.kernel.NotFound;

import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows all e-mails, also their secret links, to developers and to those who try the
 * demo: only in these two profiles.
 */
@Controller
@Profile({ "demo", "dev" })
@RequestMapping("/dev/mail")
class SentMailController {

	/** E-mails have inline styles. Nothing else may be loaded or run. */
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
			+ "base-uri 'none'; form-action 'none'";

	private final Outbox outbox;

	SentMailController(Outbox outbox) {
		this.outbox = outbox;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("emails", this.outbox.newest());
		return "mail/emails";
	}

	@GetMapping("/{id}")
	String plain(@PathVariable long id, Model model) {
		var email = email(id);
		model.addAttribute("email", email);
		model.addAttribute("parts", LinkedText.of(email.plain()));
		return "mail/email";
	}

	@GetMapping("/{id}/html")
	ResponseEntity<String> html(@PathVariable long id) {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", POLICY)
			.contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
			.body(email(id).html());
	}

	private EmailContent email(long id) {
		return this.outbox.content(id).orElseThrow(() -> new NotFound("e-mail " + id));
	}

}
