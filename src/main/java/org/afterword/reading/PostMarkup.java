package org.afterword.reading;

import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The markup of one post, once it was rendered. Whoever keeps it is told.
 */
public final class PostMarkup {

	private final Consumer<PostMarkup> rendered;

	private @Nullable String html;

	private PostMarkup(@Nullable String html, Consumer<PostMarkup> rendered) {
		this.html = html;
		this.rendered = rendered;
	}

	/** Not rendered yet, and kept by nobody. */
	static PostMarkup none() {
		return new PostMarkup(null, (_) -> {
		});
	}

	/** Not rendered yet. */
	static PostMarkup keptBy(Consumer<PostMarkup> rendered) {
		return new PostMarkup(null, rendered);
	}

	static PostMarkup ready(String html) {
		return new PostMarkup(html, (_) -> {
		});
	}

	boolean isReady() {
		return this.html != null;
	}

	/** Only where it is ready. */
	public String html() {
		return Objects.requireNonNull(this.html);
	}

	/** Notes the markup, once it is there. */
	public void rendered(String markup) {
		this.html = markup;
		this.rendered.accept(this);
	}

}
