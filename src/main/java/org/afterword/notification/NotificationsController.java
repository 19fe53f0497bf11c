package org.afterword.notification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.afterword.member.Viewer;
import org.afterword.site.Site;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What concerns a member, on a page of their own. */
@Controller
@RequestMapping("/notifications")
class NotificationsController {

	private final Notices notices;

	private final Site site;

	NotificationsController(Notices notices, Site site) {
		this.notices = notices;
		this.site = site;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "all") String show, @RequestParam(defaultValue = "0") long before,
			Viewer viewer, Model model) {
		var chosen = show(show);
		var read = this.notices.list(viewer, chosen, before);
		var more = read.size() > Notices.PAGE;
		var shown = more ? read.subList(0, Notices.PAGE) : read;
		model.addAttribute("days",
				shown.stream()
					.collect(Collectors.groupingBy((notice) -> notice.at().atZone(this.site.zone()).toLocalDate(),
							LinkedHashMap::new, Collectors.toList())));
		model.addAttribute("newest", shown.isEmpty() ? 0 : shown.getFirst().id());
		model.addAttribute("show", chosen);
		model.addAttribute("shows", Show.values());
		model.addAttribute("next",
				more ? "/notifications?show=" + chosen.word() + "&before=" + shown.getLast().id() : null);
		return "notification/notifications";
	}

	/**
	 * Leads to what a notice is about. Like the read marker (decision 4) it notes that a
	 * member was there, once; what a browser only fetches ahead does not count.
	 */
	@GetMapping("/{id:[0-9]{1,18}}")
	String open(@PathVariable long id, Viewer viewer, HttpServletRequest request) {
		var ahead = request.getHeader("Sec-Purpose");
		var sees = "GET".equals(request.getMethod()) && (ahead == null || !ahead.startsWith("prefetch"));
		return "redirect:" + this.notices.open(id, sees, viewer);
	}

	@PostMapping("/seen")
	String seen(@RequestParam long newest, Viewer viewer, RedirectAttributes after) {
		this.notices.seen(newest, viewer);
		after.addFlashAttribute("done", "notices.seen.done");
		return "redirect:/notifications";
	}

	private static Show show(String word) {
		return Arrays.stream(Show.values())
			.filter((show) -> show.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "show " + word));
	}

}
