package org.afterword.reading.topicpage;

import java.util.List;
import java.util.stream.Collectors;

import org.afterword.conversation.Answers;
import org.afterword.conversation.Conversations;
import org.afterword.conversation.writing.RevisionView;
import org.afterword.conversation.writing.Revisions;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.moderation.Reasons;
import org.afterword.moderation.flags.Flags;
import org.afterword.moderation.log.StaffLog;
import org.afterword.question.Questions;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Posts;
import org.afterword.reading.Posts.Own;
import org.afterword.reading.Registers;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A post’s own page, with every act that this viewer may take. */
@Controller
class PostPageController {

	private final Visits visits;

	private final Registers registers;

	private final Posts posts;

	private final Conversations conversations;

	private final Answers confirming;

	private final Questions questions;

	private final Revisions revisions;

	private final Flags flags;

	private final StaffLog log;

	private final Reasons reasons;

	PostPageController(Visits visits, Registers registers, Posts posts, Conversations conversations, Answers confirming,
			Revisions revisions, Flags flags, StaffLog log, Reasons reasons, Questions questions) {
		this.visits = visits;
		this.registers = registers;
		this.posts = posts;
		this.conversations = conversations;
		this.confirming = confirming;
		this.revisions = revisions;
		this.flags = flags;
		this.log = log;
		this.reasons = reasons;
		this.questions = questions;
	}

	@GetMapping("/topics/{slug}/posts/{number:[0-9]{1,9}}")
	String post(@PathVariable Slug slug, @PathVariable int number, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> this.posts.movedPage(topic, number));
		var own = this.posts.own(visit.head().id(), number, viewer).orElseThrow(() -> missing(visit, number));
		var acts = viewer.isMember() ? this.conversations.acts(visit.head().id(), number, viewer) : null;
		model.addAttribute("head", visit.head());
		model.addAttribute("register", this.registers.of(visit.head().id()));
		model.addAttribute("post", own.post());
		model.addAttribute("withheld", mayReadWithheld(visit, own) ? own.text() : null);
		model.addAttribute("changed", changed(visit, own));
		model.addAttribute("answers", this.posts.answers(own.post().id()));
		model.addAttribute("confirmable",
				own.post()
					.ties()
					.stream()
					.filter((tie) -> !tie.isPinned() || visit.facilitates())
					.map(PostEntry.Tie::number)
					.filter((question) -> this.confirming.mayConfirm(visit.head().id(), question, viewer))
					.collect(Collectors.toSet()));
		var asks = own.post().asks();
		model.addAttribute("settles",
				visit.facilitates() && asks != null && asks.isOpen() ? this.questions.next(visit.head().id()) : null);
		model.addAttribute("asked", viewer.is(own.author()) && asks != null && asks.isOpen());
		model.addAttribute("offers", acts != null && acts.reply() && viewer.is(own.author()) && number != 1);
		if (visit.facilitates() || viewer.is(own.author())) {
			model.addAttribute("log", this.log.ofPost(own.post().id()));
		}
		model.addAttribute("thanked", own.thanked());
		model.addAttribute("mayThank",
				viewer.isMember() && own.post().isShown() && !own.post().isOpening() && !viewer.is(own.author()));
		model.addAttribute("flagging", this.flags.of(own.post().id(), viewer));
		model.addAttribute("notes", visit.facilitates() && !isOwn(own, viewer));
		model.addAttribute("acts", (acts != null && acts.any()) ? acts : null);
		model.addAttribute("reasons", (acts != null && acts.restore()) ? this.reasons.forShowingAgain() : List.of());
		return "reading/post";
	}

	/** Whether this viewer wrote it, be it as somebody known by initials. */
	private static boolean isOwn(Own own, Viewer viewer) {
		var author = own.post().author().handle();
		return author != null && author.equals(viewer.handle());
	}

	/** Only its author is told here; everybody else finds it among the versions. */
	private @Nullable RevisionView changed(Visit visit, Own own) {
		return (visit.viewer().is(own.author()) && own.post().editedAt() != null)
				? this.revisions.lastByOthers(own.post().id(), visit.viewer().id()).orElse(null) : null;
	}

	private RuntimeException missing(Visit visit, int number) {
		var address = this.posts.movedPage(visit.head().id(), number);
		return (address != null) ? Moved.to(address) : new NotFound("post " + number + " of " + visit.head().slug());
	}

	private static boolean mayReadWithheld(Visit visit, Own own) {
		return !own.post().isShown() && (visit.facilitates() || visit.viewer().is(own.author()));
	}

}
