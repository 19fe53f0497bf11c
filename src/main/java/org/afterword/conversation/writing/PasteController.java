package org.afterword.conversation.writing;

import java.nio.charset.StandardCharsets;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.paste.PastedHtml;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Reads a clipboard for the script that pastes it. Nothing is kept. */
@Controller
class PasteController {

	private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	/**
	 * @param as text, where the field that it is pasted into holds no Markdown
	 */
	@PostMapping("/pastes")
	ResponseEntity<String> read(Viewer viewer, @RequestParam String html,
			@RequestParam(required = false) @Nullable String base, @RequestParam(defaultValue = "markdown") String as) {
		if (!viewer.isMember()) {
			throw new NotAllowed("paste");
		}
		if (html.length() > PastedHtml.LONGEST) {
			throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "paste of " + html.length());
		}
		var words = as.equals("text") ? PastedHtml.toText(html, base) : PastedHtml.toMarkdown(html, base);
		return ResponseEntity.ok().contentType(PLAIN).body(words);
	}

}
