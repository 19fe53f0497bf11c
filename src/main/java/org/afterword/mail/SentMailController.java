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
 * Shows every letter to whoever builds the forum or tries it out; keys and all, so that
 * it exists in these two profiles only.
 */
@Controller
@Profile({ "demo", "dev" })
@RequestMapping("/dev/mail")
class SentMailController {

	/** Styles stand in the tags of a letter. Nothing else may be loaded or done. */
	private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; "
			+ "base-uri 'none'; form-action 'none'";

	private final Outbox outbox;

	SentMailController(Outbox outbox) {
		this.outbox = outbox;
	}

	@GetMapping
	String all(Model model) {
		model.addAttribute("letters", this.outbox.newest());
		return "mail/letters";
	}

	@GetMapping("/{id}")
	String plain(@PathVariable long id, Model model) {
		var letter = letter(id);
		model.addAttribute("letter", letter);
		model.addAttribute("parts", LinkedText.of(letter.plain()));
		return "mail/words";
	}

	@GetMapping("/{id}/html")
	ResponseEntity<String> html(@PathVariable long id) {
		return ResponseEntity.ok()
			.header("Content-Security-Policy", POLICY)
			.contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
			.body(letter(id).html());
	}

	private WordsView letter(long id) {
		return this.outbox.words(id).orElseThrow(() -> new NotFound("letter " + id));
	}

}
