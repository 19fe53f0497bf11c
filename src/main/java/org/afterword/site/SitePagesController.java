package org.afterword.site;

import java.time.Duration;

import org.afterword.kernel.NotFound;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a community has made its own, for everybody: rules and colours. */
@Controller
class SitePagesController {

	/** For what has another address when it changes. */
	static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Site site;

	SitePagesController(Site site) {
		this.site = site;
	}

	@GetMapping("/rules")
	String rules(Model model) {
		var rules = this.site.rules();
		if (rules == null) {
			throw new NotFound("rules");
		}
		model.addAttribute("rules", rules);
		return "site/rules";
	}

	/**
	 * Two colours that replace those of afterword.css. The address says which, so that
	 * browsers can keep it.
	 */
	@GetMapping("/accent.css")
	ResponseEntity<String> accent(@RequestParam(defaultValue = "") String v) {
		if (!v.matches("[0-9a-f]{12}")) {
			throw new NotFound("accent");
		}
		return ResponseEntity.ok()
			.contentType(MediaType.valueOf("text/css;charset=UTF-8"))
			.cacheControl(FOREVER)
			.body("""
					@layer tokens{
					:root{--accent:#%1$s}
					@supports(color:light-dark(red,red)){:root{--accent:light-dark(#%1$s,#%2$s)}}
					}
					""".formatted(v.substring(0, 6), v.substring(6)));
	}

}
