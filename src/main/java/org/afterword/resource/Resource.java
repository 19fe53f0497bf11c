package org.afterword.resource;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A source that posts cite, one for all the ways to write its address. What it is called
 * and where it leads stands in the citations, and goes with them. Its rows are written in
 * SQL, so that two who cite it at once share one.
 */
@Entity
@SuppressWarnings("NullAway.Init")
class Resource {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String canonicalUrl;

	private Instant addedAt;

	protected Resource() {
	}

}
