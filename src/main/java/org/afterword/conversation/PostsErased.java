package org.afterword.conversation;

import java.util.List;

/**
 * The author of posts has left, and their texts were erased. The posts keep their places,
 * and are shown to nobody.
 *
 * @param posts none of which opens a topic
 */
public record PostsErased(List<PostId> posts) {

	/** Their numbers, for a query. */
	public Long[] ids() {
		return this.posts.stream().map(PostId::value).toArray(Long[]::new);
	}

}
