package org.afterword.account.joining;

import org.afterword.account.joining.Invitations.Offer;
import org.afterword.member.Email;
import org.afterword.member.Role;
import org.afterword.topic.TopicRole;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * An invitation, as it was typed.
 *
 * @param email empty for a link that is passed on
 * @param topic the slug of where it leads; empty for the front page
 * @param part their role there: "speaker", "facilitator"; empty for none
 */
record InvitationForm(String email, String role, String topic, String part, String places) {

	InvitationForm(@Nullable String email, @Nullable String role, @Nullable String topic, @Nullable String part,
			@Nullable String places) {
		this.email = (email != null) ? email.strip() : "";
		this.role = (role != null) ? role : Role.MEMBER.word();
		this.topic = (topic != null) ? topic : "";
		this.part = (part != null) ? part : "";
		this.places = (places != null) ? places.strip() : "1";
	}

	void check(Errors errors) {
		if (!this.email.isEmpty() && !Email.matches(this.email)) {
			errors.rejectValue("email", "join.email.form");
		}
		if (role(this.role) == null) {
			errors.rejectValue("role", "people.no-role");
		}
		if (!this.part.isEmpty() && part(this.part) == null) {
			errors.rejectValue("part", "people.no-role");
		}
		else if (!this.part.isEmpty() && this.topic.isEmpty()) {
			errors.rejectValue("part", "invite.part.topic");
		}
		if (!this.places.matches("[1-9]\\d{0,2}") || Integer.parseInt(this.places) > Invitations.MOST) {
			errors.rejectValue("places", "invite.places.form", new Object[] { Invitations.MOST }, null);
		}
		else if ((role(this.role) != Role.MEMBER || !this.part.isEmpty()) && !this.places.equals("1")) {
			errors.rejectValue("places", "invite.places.role");
		}
	}

	Offer toOffer() {
		var role = role(this.role);
		return new Offer((role != null) ? role : Role.MEMBER, this.topic.isEmpty() ? null : this.topic, part(this.part),
				Integer.parseInt(this.places));
	}

	private static @Nullable Role role(String word) {
		for (var role : Role.values()) {
			if (role.word().equals(word)) {
				return role;
			}
		}
		return null;
	}

	private static @Nullable TopicRole part(String word) {
		return switch (word) {
			case "speaker" -> TopicRole.SPEAKER;
			case "facilitator" -> TopicRole.FACILITATOR;
			default -> null;
		};
	}

}
