package org.afterword.site;

import java.io.IOException;
import java.util.Locale;

import org.afterword.kernel.Forms;
import org.afterword.kernel.NotFound;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo of the community: everybody sees it, administrators change it. */
@Controller
class LogoController {

	private static final String SETTINGS = "redirect:/settings/site?part=look";

	private final Logo logo;

	private final SiteSettingsPage page;

	LogoController(Logo logo, SiteSettingsPage page) {
		this.logo = logo;
		this.page = page;
	}

	/** Browsers keep it: another logo has another address. */
	@GetMapping("/logo.png")
	ResponseEntity<byte[]> show(@RequestParam(defaultValue = "") String v) {
		var png = this.logo.find(v).orElseThrow(() -> new NotFound("logo"));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(SitePagesController.FOREVER).body(png);
	}

	@PostMapping("/settings/site/logo")
	String upload(Viewer viewer, @ModelAttribute("logoForm") LogoForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile picture, Model model, Locale locale,
			RedirectAttributes after) throws IOException {
		var file = (picture != null) ? picture.getBytes() : new byte[0];
		return Forms.submit(errors, () -> {
			this.logo.keep(file, viewer);
			after.addFlashAttribute("done", "setting.done");
			return SETTINGS;
		}, () -> this.page.showLogoProblem(errors, viewer, model, locale));
	}

	@DeleteMapping("/settings/site/logo")
	String remove(Viewer viewer, RedirectAttributes after) {
		this.logo.remove(viewer);
		after.addFlashAttribute("done", "setting.done");
		return SETTINGS;
	}

	/** Has no fields: the picture is read from the request. */
	record LogoForm() {
	}

}
