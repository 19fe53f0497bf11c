package org.afterword.resource;

import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * A source that posts and questions cite, one for all the ways to write its address. Its
 * title and the address as it was typed are in the citations.
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

	ResourceId id() {
		return new ResourceId(Objects.requireNonNull(this.id));
	}

	String canonicalUrl() {
		return this.canonicalUrl;
	}

}
