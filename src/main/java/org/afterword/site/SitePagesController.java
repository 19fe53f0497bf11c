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

/** What a community has made its own: rules, logo and colours, for everybody. */
@Controller
class SitePagesController {

	private static final CacheControl LONG = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	private final Site site;

	private final Logo logo;

	SitePagesController(Site site, Logo logo) {
		this.site = site;
		this.logo = logo;
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

	/** A browser that believes it is something else than a picture shows nothing. */
	@GetMapping("/logo.png")
	ResponseEntity<byte[]> logo(@RequestParam(defaultValue = "") String v) {
		var png = this.logo.find(v).orElseThrow(() -> new NotFound("logo"));
		return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(LONG).body(png);
	}

	/**
	 * Only two colours, over those of afterword.css: the address says which, so that it
	 * may be kept.
	 */
	@GetMapping("/accent.css")
	ResponseEntity<String> accent(@RequestParam(defaultValue = "") String v) {
		if (!v.matches("[0-9a-f]{12}")) {
			throw new NotFound("accent");
		}
		return ResponseEntity.ok().contentType(MediaType.valueOf("text/css;charset=UTF-8")).cacheControl(LONG).body("""
				@layer tokens{
				:root{--accent:#%1$s}
				@supports(color:light-dark(red,red)){:root{--accent:light-dark(#%1$s,#%2$s)}}
				}
				""".formatted(v.substring(0, 6), v.substring(6)));
	}

}
