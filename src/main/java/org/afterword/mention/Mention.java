package org.afterword.mention;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import org.afterword.member.MemberId;
import org.afterword.topic.PlaceholderId;
import org.jspecify.annotations.Nullable;

/** A name that stands in a post, and whom it meant when it was written. */
@Entity
@IdClass(Mention.Key.class)
@SuppressWarnings("NullAway.Init")
class Mention {

	@Id
	private Long postId;

	@Id
	private String name;

	private @Nullable MemberId memberId;

	private @Nullable PlaceholderId placeholderId;

	protected Mention() {
	}

	public record Key(Long postId, String name) implements Serializable {
	}

}
