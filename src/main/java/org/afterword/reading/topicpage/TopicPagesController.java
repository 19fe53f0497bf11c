package org.afterword.reading.topicpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.afterword.conversation.Proposals;
import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.Place;
import org.afterword.conversation.writing.ReplyForm;
import org.afterword.kernel.Listed;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.question.QuestionId;
import org.afterword.reading.Line;
import org.afterword.reading.LostEntry;
import org.afterword.reading.Placeholders;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Posts;
import org.afterword.reading.QuestionSection;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.ReadMarkers.Marker;
import org.afterword.reading.Register;
import org.afterword.reading.RegisterEntry;
import org.afterword.reading.Registers;
import org.afterword.reading.TopicHead;
import org.afterword.reading.TopicResources;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.reading.VoteCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A topic in its two readings, and its resources. */
@Controller
@RequestMapping("/topics/{slug}")
class TopicPagesController {

	/** The longest conversation that is shown on one page, for print. */
	private static final int LONGEST = 500;

	private final Visits visits;

	private final Registers registers;

	private final Posts posts;

	private final TopicResources library;

	private final ReadMarkers markers;

	private final Proposals proposals;

	private final Drafts drafts;

	private final VoteCounts votes;

	private final Placeholders placeholders;

	TopicPagesController(Visits visits, Registers registers, Posts posts, TopicResources library, ReadMarkers markers,
			Drafts drafts, VoteCounts votes, Proposals proposals, Placeholders placeholders) {
		this.visits = visits;
		this.registers = registers;
		this.posts = posts;
		this.library = library;
		this.markers = markers;
		this.drafts = drafts;
		this.votes = votes;
		this.placeholders = placeholders;
		this.proposals = proposals;
	}

	@GetMapping
	String conversation(@PathVariable Slug slug, @RequestParam(defaultValue = "1") int page, Viewer viewer,
			Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> this.posts.moved(topic, 1));
		if (page < 1 || page > visit.head().pages()) {
			throw new NotFound("page " + page + " of " + slug);
		}
		return conversation(visit, page, Range.of(page), null, model);
	}

	/**
	 * The page that holds a post.
	 * @throws Moved if the post stands somewhere else now
	 */
	@GetMapping(params = { "post", "!page" })
	String conversationAt(@PathVariable Slug slug, @RequestParam int post, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> this.posts.moved(topic, post));
		if (post < 1 || post > visit.head().lastPostNumber()) {
			var elsewhere = this.posts.moved(visit.head().id(), post);
			throw (elsewhere != null) ? Moved.to(elsewhere) : new NotFound("post " + post + " of " + slug);
		}
		var page = (post - 1) / TopicHead.PAGE + 1;
		return conversation(visit, page, Range.of(page), post, model);
	}

	/** The whole conversation on one page, for print. */
	@GetMapping(params = "page=all")
	String wholeConversation(@PathVariable Slug slug, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer, (topic) -> this.posts.moved(topic, 1));
		if (visit.head().lastPostNumber() > LONGEST) {
			throw new NotFound("all of " + slug);
		}
		return conversation(visit, 1, new Range(1, LONGEST), null, model);
	}

	@GetMapping("/questions")
	String byQuestion(@PathVariable Slug slug, Viewer viewer, Model model) {
		var visit = this.visits.enter(slug, viewer);
		var register = show(visit, model);
		var said = this.posts.byQuestion(visit.head().id());
		var general = this.posts.general(visit.head().id());
		var lost = this.library.lostByQuestion(visit.head().id());
		model.addAttribute("sections",
				register.all().stream().map((question) -> section(question, register, said, lost)).toList());
		model.addAttribute("firstUnread", visit.viewer().isMember()
				? this.markers.firstUnread(visit.viewer().id(), visit.head()).orElse(null) : null);
		model.addAttribute("askings", this.votes.of(visit.head().id(), viewer));
		model.addAttribute("gone", this.registers.gone(visit.head().id()));
		model.addAttribute("fits", this.placeholders.fits(visit));
		model.addAttribute("general", general.posts());
		model.addAttribute("moreGeneral", general.more());
		return "reading/by-question";
	}

	@GetMapping("/resources")
	String resources(@PathVariable Slug slug, @RequestParam(defaultValue = "0") long after, Viewer viewer,
			Model model) {
		var visit = this.visits.enter(slug, viewer);
		show(visit, model);
		var resources = Listed.of(this.library.of(visit.head().id(), after), TopicResources.PAGE);
		model.addAttribute("resources", resources.shown());
		model.addAttribute("lost", (after == 0) ? this.library.lost(visit.head().id()) : List.of());
		model.addAttribute("next", resources.next((last) -> "/topics/" + slug + "/resources?after=" + last.id()));
		return "reading/resources";
	}

	private String conversation(Visit visit, int page, Range range, @Nullable Integer wanted, Model model) {
		var head = visit.head();
		var moved = this.posts.moved(head.id(), range.first(), range.last());
		var elsewhere = (wanted != null) ? moved.get(wanted) : null;
		if (elsewhere != null) {
			throw Moved.to(elsewhere.address());
		}
		show(visit, model);
		var posts = this.posts.range(head.id(), range.first(), range.last())
			.stream()
			.collect(Collectors.toMap(PostEntry::number, Function.identity()));
		var lastShown = Math.min(range.last(), head.lastPostNumber());
		var read = visit.viewer().isMember() && lastShown > 0
				? this.markers.raise(visit.viewer().id(), head.id(), lastShown) : Optional.<Marker>empty();
		var firstNew = read.map(Marker::firstNew);
		model.addAttribute("lines", lines(range.first(), lastShown, posts, moved, firstNew.orElse(null)));
		model.addAttribute("page", page);
		model.addAttribute("fits", this.placeholders.fits(visit));
		model.addAttribute("whole", range.first() == 1 && range.last() >= head.lastPostNumber());
		model.addAttribute("printable", head.lastPostNumber() <= LONGEST);
		model.addAttribute("since", read.map(Marker::at).orElse(null));
		model.addAttribute("firstUnread", firstNew.orElse(null));
		if (visit.mayReply()) {
			var kept = this.drafts.find(head.id(), visit.viewer(), Place.reply(null, null));
			model.addAttribute("kept", kept.orElse(null));
			model.addAttribute("reply", kept.map(ReplyForm::of).orElseGet(() -> ReplyForm.blank(List.of())));
		}
		return "reading/topic";
	}

	private Register show(Visit visit, Model model) {
		var register = this.registers.of(visit.head().id());
		model.addAttribute("head", visit.head());
		model.addAttribute("register", register);
		model.addAttribute("facilitates", visit.facilitates());
		model.addAttribute("proposed", visit.facilitates() ? this.proposals.count(visit.head().id()) : 0);
		model.addAttribute("mayReply", visit.mayReply());
		return register;
	}

	/**
	 * The "new" line stands above the first line after the marker, if that is on this
	 * page.
	 */
	private static List<Line> lines(int first, int last, Map<Integer, PostEntry> posts, Map<Integer, Posts.Gone> moved,
			@Nullable Integer firstNew) {
		var lines = new ArrayList<Line>();
		var pending = firstNew != null && firstNew >= first;
		for (var number = first; number <= last; number++) {
			var post = posts.get(number);
			var gone = (post == null) ? moved.get(number) : null;
			if (post != null || gone != null) {
				var isNew = pending && firstNew != null && number >= firstNew;
				var start = number;
				while (gone != null && gone.back() && number < last && isBack(moved.get(number + 1))) {
					number++;
				}
				lines.add(new Line(start, post, (gone != null) ? gone.address() : null, isBack(gone) ? number : null,
						isNew));
				pending = pending && !isNew;
			}
		}
		return lines;
	}

	private static boolean isBack(Posts.@Nullable Gone gone) {
		return gone != null && gone.back();
	}

	private static QuestionSection section(RegisterEntry question, Register register,
			Map<QuestionId, List<PostEntry>> said, Map<QuestionId, List<LostEntry>> lost) {
		var posts = said.getOrDefault(question.id(), List.of());
		var pinned = posts.stream().filter((post) -> post.tie(question.number()).isPinned()).toList();
		var excerpts = posts.stream().filter((post) -> !post.tie(question.number()).isPinned()).toList();
		return new QuestionSection(question, pinned, excerpts,
				QuestionSection.sources(posts, question, register.joinedTo(question.number())),
				lost.getOrDefault(question.id(), List.of()));
	}

	/** Numbers of posts, both included. */
	private record Range(int first, int last) {

		static Range of(int page) {
			return new Range((page - 1) * TopicHead.PAGE + 1, page * TopicHead.PAGE);
		}

	}

}
