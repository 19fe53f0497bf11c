package org.afterword.account.leaving;

import java.util.Locale;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The export of a member’s data. */
@Controller
@RequestMapping("/settings/data")
class DataController {

	private final DataExports exports;

	DataController(DataExports exports) {
		this.exports = exports;
	}

	@GetMapping
	String page(Viewer viewer, @RequestParam(required = false) @Nullable String asked, Model model) {
		model.addAttribute("export", this.exports.find(viewer.id()).orElse(null));
		model.addAttribute("asked", asked != null);
		return "account/data";
	}

	@PostMapping
	String ask(Viewer viewer, Locale language) {
		this.exports.ask(viewer.id(), language);
		return "redirect:/settings/data?asked=on";
	}

	@GetMapping("/file")
	ResponseEntity<byte[]> file(Viewer viewer) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/zip"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("afterword-data.zip").build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(this.exports.file(viewer.id()));
	}

}
