package org.afterword.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.afterword.kernel.Slug;
import org.afterword.topic.TopicId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Keeps the markup of posts, which is the same for all viewers of one language, as long
 * as their topic stays as it is. A page of posts is kept when the last of them was
 * rendered, and found whole or not at all.
 */
@Component
public class KeptLines {

	private static final int OVERHEAD = 200;

	private final Freshness freshness;

	private final @Nullable Cache<Place, Kept> pages;

	/** Keeps nothing where nobody knows what is fresh. */
	@Autowired
	KeptLines(ObjectProvider<Freshness> freshness, @Value("${afterword.kept-posts:16MB}") DataSize most) {
		this(freshness.getIfAvailable(() -> (_) -> Freshness.UNKNOWN), most);
	}

	/**
	 * @param most how much memory the kept markup takes; nothing is kept with 0
	 */
	public KeptLines(Freshness freshness, DataSize most) {
		this.freshness = freshness;
		this.pages = (most.toBytes() > 0)
				? Caffeine.newBuilder().maximumWeight(most.toBytes()).weigher(KeptLines::weight).build() : null;
	}

	/** The stamp of a topic, asked for before its posts are read. */
	public long stamp(TopicId topic) {
		return (this.pages != null) ? this.freshness.stamp(topic) : Freshness.UNKNOWN;
	}

	/**
	 * The lines of a page as they were kept with this stamp; null where they were not.
	 */
	public @Nullable List<Line> find(Place place, long stamp) {
		var kept = (this.pages != null && stamp >= 0) ? this.pages.getIfPresent(place) : null;
		return (kept != null && kept.stamp() == stamp) ? kept.lines() : null;
	}

	/**
	 * Has the lines of a page kept, once all of their posts were rendered.
	 * @return the lines to be rendered
	 */
	public List<Line> keep(Place place, long stamp, List<Line> lines) {
		var cache = this.pages;
		if (cache == null || stamp < 0) {
			return lines;
		}
		var waiting = new AtomicInteger((int) lines.stream().filter(Line::isPost).count());
		var kept = new ArrayList<Line>();
		lines.forEach((line) -> kept.add(!line.isPost() ? line : line.with(PostMarkup.keptBy((_) -> {
			if (waiting.decrementAndGet() == 0) {
				cache.put(place, new Kept(stamp, kept.stream().map(Line::ready).toList()));
			}
		}))));
		return kept;
	}

	/** In bytes: markup with a letter beyond Latin takes two for each. */
	private static int weight(Place place, Kept kept) {
		return OVERHEAD + kept.lines()
			.stream()
			.mapToInt((line) -> OVERHEAD + (line.isPost() ? 2 * line.markup().html().length() : 0))
			.sum();
	}

	/**
	 * A page of posts, with all that their markup depends on beside what is read of them.
	 *
	 * @param lastPost of the topic: a line is made of no post behind it
	 * @param open whether one may write there
	 * @param questions how many the topic has
	 */
	public record Place(TopicId topic, Slug slug, int first, int last, int lastPost, Locale language, boolean open,
			int questions) {
	}

	private record Kept(long stamp, List<Line> lines) {
	}

}
