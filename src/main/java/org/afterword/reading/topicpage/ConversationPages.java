package org.afterword.reading.topicpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.afterword.conversation.writing.Drafts;
import org.afterword.conversation.writing.Place;
import org.afterword.kernel.Moved;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.KeptLines;
import org.afterword.reading.Line;
import org.afterword.reading.Placeholders;
import org.afterword.reading.PostEntry;
import org.afterword.reading.Posts;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.TopicFrame;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.TopicHead;
import org.afterword.reading.Visit;
import org.afterword.reading.Visits;
import org.afterword.reading.topicpage.ConversationPage.Numbers;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the pages of a conversation. */
@Component
@Transactional(readOnly = true)
class ConversationPages {

	private final Visits visits;

	private final TopicFrames frames;

	private final Posts posts;

	private final KeptLines kept;

	private final ReadMarkers markers;

	private final Placeholders placeholders;

	private final Drafts drafts;

	ConversationPages(Visits visits, TopicFrames frames, Posts posts, KeptLines kept, ReadMarkers markers,
			Placeholders placeholders, Drafts drafts) {
		this.kept = kept;
		this.visits = visits;
		this.frames = frames;
		this.posts = posts;
		this.markers = markers;
		this.placeholders = placeholders;
		this.drafts = drafts;
	}

	/**
	 * @throws NotFound where the conversation has no such page
	 * @throws Moved where the topic is read elsewhere
	 */
	ConversationPage page(Slug slug, int number, Viewer viewer) {
		var visit = enter(slug, 1, viewer);
		if (number < 1 || number > visit.head().pages()) {
			throw new NotFound("page " + number + " of " + slug);
		}
		return page(visit, number, Numbers.of(number));
	}

	/**
	 * The page that holds a post.
	 * @throws NotFound where no such post ever stood here
	 * @throws Moved where it is read elsewhere
	 */
	ConversationPage at(Slug slug, int post, Viewer viewer) {
		var visit = enter(slug, post, viewer);
		var elsewhere = this.posts.moved(visit.head().id(), post);
		if (elsewhere != null) {
			throw Moved.to(elsewhere);
		}
		if (post < 1 || post > visit.head().lastPostNumber()) {
			throw new NotFound("post " + post + " of " + slug);
		}
		var page = (post - 1) / TopicHead.PAGE + 1;
		return page(visit, page, Numbers.of(page));
	}

	/**
	 * The whole conversation.
	 * @throws NotFound where it is longer than {@value ConversationPage#LONGEST} posts
	 */
	ConversationPage whole(Slug slug, Viewer viewer) {
		var visit = enter(slug, 1, viewer);
		if (visit.head().lastPostNumber() > ConversationPage.LONGEST) {
			throw new NotFound("all of " + slug);
		}
		return page(visit, 1, Numbers.ALL);
	}

	private Visit enter(Slug slug, int post, Viewer viewer) {
		return this.visits.enter(slug, viewer, (topic) -> this.posts.moved(topic, post));
	}

	private ConversationPage page(Visit visit, int number, Numbers numbers) {
		var topic = visit.head().id();
		var viewer = visit.viewer();
		var read = viewer.isMember() ? this.markers.find(viewer.id(), topic).orElse(null) : null;
		var frame = this.frames.of(visit);
		return new ConversationPage(frame, number, numbers,
				withNew(lines(frame, numbers), numbers.first(), (read != null) ? read.firstNew() : null), read,
				this.placeholders.fits(visit),
				visit.mayReply() ? this.drafts.find(topic, viewer, Place.reply(null, null)).orElse(null) : null);
	}

	/** Nothing of the posts is read where their markup is ready. */
	private List<Line> lines(TopicFrame frame, Numbers numbers) {
		var head = frame.head();
		var place = new KeptLines.Place(head.id(), head.slug(), numbers.first(), numbers.last(), head.lastPostNumber(),
				LocaleContextHolder.getLocale(), !head.isLocked(), frame.register().size());
		var stamp = this.kept.stamp(head.id());
		var ready = this.kept.find(place, stamp);
		return (ready != null) ? ready : this.kept.keep(place, stamp, read(head, numbers));
	}

	private List<Line> read(TopicHead head, Numbers numbers) {
		var posts = this.posts.range(head.id(), numbers.first(), numbers.last())
			.stream()
			.collect(Collectors.toMap(PostEntry::number, Function.identity()));
		var moved = this.posts.moved(head.id(), numbers.first(), numbers.last());
		return lines(numbers.first(), Math.min(numbers.last(), head.lastPostNumber()), posts, moved);
	}

	/**
	 * The "new" line stands above the first line after the marker, if that is on this
	 * page.
	 */
	private static List<Line> withNew(List<Line> lines, int first, @Nullable Integer firstNew) {
		if (firstNew == null || firstNew < first) {
			return lines;
		}
		var marked = new ArrayList<>(lines);
		for (var at = 0; at < marked.size(); at++) {
			if (marked.get(at).number() >= firstNew) {
				marked.set(at, marked.get(at).asFirstNew());
				break;
			}
		}
		return marked;
	}

	private static List<Line> lines(int first, int last, Map<Integer, PostEntry> posts,
			Map<Integer, Posts.Gone> moved) {
		var lines = new ArrayList<Line>();
		for (var number = first; number <= last; number++) {
			var post = posts.get(number);
			var gone = (post == null) ? moved.get(number) : null;
			if (post != null || gone != null) {
				var until = (gone != null) ? lastBack(number, last, moved) : number;
				lines.add(new Line(number, post, (gone != null) ? gone.address() : null, isBack(gone) ? until : null,
						false));
				number = until;
			}
		}
		return lines;
	}

	/**
	 * Posts that were brought back share a line: the last of those that follow a number.
	 */
	private static int lastBack(int number, int last, Map<Integer, Posts.Gone> moved) {
		var until = number;
		while (until < last && isBack(moved.get(until)) && isBack(moved.get(until + 1))) {
			until++;
		}
		return until;
	}

	private static boolean isBack(Posts.@Nullable Gone gone) {
		return gone != null && gone.back();
	}

}
