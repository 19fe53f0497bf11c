package org.afterword.imports.exports;

/**
 * The header of a chat message: when, who, to whom.
 *
 * @param time as the chat has it; may be empty
 * @param sender empty if anonymous
 * @param audience who could read the message
 * @param text the words on the same line
 * @param mark the number before the message in a typed list, with the characters around
 * it; usually empty
 * @param sure false if it may be a sentence that begins with a time
 */
record MessageHeader(String time, String sender, Audience audience, String text, String mark, boolean sure) {

	MessageHeader {
		sender = SenderName.published(sender);
	}

	/** On lines of its own, above the words. */
	static MessageHeader above(String time, String sender, Audience audience) {
		return new MessageHeader(time, sender, audience, "", "", true);
	}

	/**
	 * Where only a mark shows that a private message begins.
	 * @param text the line with the mark
	 */
	static MessageHeader privateMark(String text) {
		return new MessageHeader("", "", Audience.ONE_PERSON, text, "", true);
	}

	boolean isNumbered() {
		return !this.mark.isEmpty();
	}

	boolean isPrivate() {
		return this.audience == Audience.ONE_PERSON;
	}

	/** Whether there is only a mark that the message is private, and no name. */
	boolean isPrivateMark() {
		return this.time.isEmpty() && this.sender.isEmpty();
	}

	MessageHeader toOnePerson() {
		return new MessageHeader(this.time, this.sender, Audience.ONE_PERSON, this.text, this.mark, this.sure);
	}

}
