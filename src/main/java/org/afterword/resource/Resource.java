package org.afterword.resource;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A source that posts cite, one for each canonical address; its rows are written in SQL,
 * so that two who cite it at once share one.
 */
@Entity
@SuppressWarnings("NullAway.Init")
class Resource {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String canonicalUrl;

	private String host;

	private String title;

	private Instant addedAt;

	protected Resource() {
	}

}
