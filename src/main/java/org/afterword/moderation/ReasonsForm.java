package org.afterword.moderation;

import org.jspecify.annotations.Nullable;

/** The lists of reasons as they were typed, one reason a line. */
record ReasonsForm(@Nullable String hide, @Nullable String flag, @Nullable String back, @Nullable String suspend) {

	String lines(Purpose purpose) {
		var typed = switch (purpose) {
			case HIDING -> this.hide;
			case FLAGGING -> this.flag;
			case SENDING_BACK -> this.back;
			case SUSPENDING -> this.suspend;
		};
		return (typed != null) ? typed : "";
	}

}
