package org.afterword.resource;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import org.afterword.conversation.PostId;

/**
 * A post cites a resource, with the words of its link and the address as it was written.
 */
@Entity
@SuppressWarnings("NullAway.Init")
class Citation {

	@EmbeddedId
	private Key id;

	private int position;

	private String anchor;

	private String address;

	protected Citation() {
	}

	Citation(PostId post, ResourceId resource, int position, String anchor, String address) {
		this.id = new Key(post, resource);
		this.position = position;
		this.anchor = anchor;
		this.address = address;
	}

	@Embeddable
	public record Key(PostId postId, ResourceId resourceId) implements Serializable {
	}

}
