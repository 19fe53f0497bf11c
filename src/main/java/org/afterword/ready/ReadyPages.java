package org.afterword.ready;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.afterword.change.Changes;
import org.afterword.ready.SharedPageInterceptor.Shared;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The pages that are ready now, as many as their memory holds: those read lately. */
@Component
class ReadyPages {

	private final Changes changes;

	private final boolean keeping;

	private final Cache<Key, Kept> pages;

	private final ConcurrentHashMap<Key, CompletableFuture<@Nullable ReadyPage>> rendering = new ConcurrentHashMap<>();

	ReadyPages(Changes changes, ReadyPagesProperties properties) {
		this.changes = changes;
		this.keeping = properties.enabled();
		this.pages = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			.weigher((Key key, Kept kept) -> kept.page().weight())
			.build();
	}

	/**
	 * All that tells the pages of strangers apart.
	 *
	 * @param query as in the address; null without one
	 */
	record Key(boolean secure, Locale language, String path, @Nullable String query) {
	}

	/** A page, and what was seen of changes before it was read. */
	private record Kept(ReadyPage page, long mark, Shared shared) {
	}

	boolean isKeeping() {
		return this.keeping;
	}

	/** The page; null where none is ready, or something has changed since it was read. */
	@Nullable ReadyPage find(Key key) {
		var kept = (this.keeping && this.changes.isCurrent()) ? this.pages.getIfPresent(key) : null;
		return (kept != null && isValid(kept)) ? kept.page() : null;
	}

	/** The mark to note before a page is read. */
	long mark() {
		return this.changes.mark();
	}

	void keep(Key key, ReadyPage page, long mark, Shared shared) {
		var kept = new Kept(page, mark, shared);
		if (this.keeping && this.changes.isCurrent() && isValid(kept)) {
			this.pages.put(key, kept);
		}
	}

	/**
	 * Announces that this request renders a page.
	 * @return the rendering of it that another request has begun; null if there is none
	 */
	@Nullable CompletableFuture<@Nullable ReadyPage> begin(Key key, CompletableFuture<@Nullable ReadyPage> own) {
		return this.keeping ? this.rendering.putIfAbsent(key, own) : null;
	}

	/**
	 * @param page null where it could not be kept
	 */
	void end(Key key, CompletableFuture<@Nullable ReadyPage> own, @Nullable ReadyPage page) {
		this.rendering.remove(key, own);
		own.complete(page);
	}

	/** How many are kept. */
	long size() {
		this.pages.cleanUp();
		return this.pages.estimatedSize();
	}

	private boolean isValid(Kept kept) {
		var topic = kept.shared().topic();
		return kept.shared().file() || ((topic != null) ? this.changes.isUnchanged(kept.mark(), topic.value())
				: this.changes.isUnchanged(kept.mark()));
	}

}
