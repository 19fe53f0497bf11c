package org.afterword.reading.topicpage;

import org.afterword.conversation.writing.RevisionView;
import org.afterword.conversation.writing.Revisions;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Posts;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a post was before each of its edits, and in which words each differs. */
@Controller
@RequestMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}/revisions")
class RevisionPagesController {

	private final Visits visits;

	private final Posts posts;

	private final Revisions revisions;

	RevisionPagesController(Visits visits, Posts posts, Revisions revisions) {
		this.visits = visits;
		this.posts = posts;
		this.revisions = revisions;
	}

	/** All versions, and how the newest came to be. */
	@GetMapping
	String list(@PathVariable Slug slug, @PathVariable int number, @RequestParam(defaultValue = "999999999") int latest,
			Viewer viewer, Model model) {
		var visit = enter(slug, number, viewer);
		var versions = Listed.of(this.revisions.of(visit.head().id(), number, latest, viewer), Revisions.PAGE);
		if (versions.shown().isEmpty()) {
			throw new NotFound("version " + latest + " of post " + number);
		}
		model.addAttribute("versions", versions.shown());
		model.addAttribute("next", versions
			.next((last) -> "/topics/%s/posts/%s/revisions?latest=%s".formatted(slug, number, last.number() - 1)));
		return page(visit, number, versions.shown().getFirst(), model);
	}

	/** How one version came to be. */
	@GetMapping("/{version:[0-9]{1,9}}")
	String one(@PathVariable Slug slug, @PathVariable int number, @PathVariable int version, Viewer viewer,
			Model model) {
		var visit = enter(slug, number, viewer);
		return page(visit, number, this.revisions.get(visit.head().id(), number, version, viewer), model);
	}

	private Visit enter(Slug slug, int number, Viewer viewer) {
		var visit = this.visits.enter(slug, viewer, (topic) -> elsewhere(topic, number));
		var elsewhere = elsewhere(visit.head().id(), number);
		if (elsewhere != null) {
			throw Moved.to(elsewhere);
		}
		return visit;
	}

	private @Nullable String elsewhere(TopicId topic, int number) {
		var page = this.posts.movedPage(topic, number);
		return (page != null) ? page + "/revisions" : null;
	}

	private String page(Visit visit, int number, RevisionView shown, Model model) {
		model.addAttribute("head", visit.head());
		model.addAttribute("number", number);
		model.addAttribute("shown", shown);
		model.addAttribute("mayRemove", visit.facilitates() && !shown.newest() && shown.removed() == null);
		model.addAttribute("changes",
				this.revisions.changes(visit.head().id(), number, shown.number(), visit.viewer()));
		return "reading/revisions";
	}

}
