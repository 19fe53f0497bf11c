package org.afterword.conversation;

/**
 * What a viewer may do with a post.
 *
 * @param pin whether they may pin it, or confirm that it answers
 */
public record PostActs(boolean reply, boolean edit, boolean withdraw, boolean hide, boolean remove, boolean restore,
		boolean link, boolean pin) {

	public boolean any() {
		return this.reply || this.edit || this.withdraw || this.hide || this.remove || this.restore || this.link
				|| this.pin;
	}

}
