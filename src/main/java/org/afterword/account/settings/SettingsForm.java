package org.afterword.account.settings;

import java.util.Optional;

import org.afterword.account.FormChecks;
import org.afterword.member.Handle;
import org.afterword.member.Listing;
import org.afterword.member.Profile;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What a member typed about themselves. */
record SettingsForm(String name, String handle, String initials, String organisation, String country, String about,
		@Nullable String byInitials, String listed) {

	SettingsForm(@Nullable String name, @Nullable String handle, @Nullable String initials,
			@Nullable String organisation, @Nullable String country, @Nullable String about,
			@Nullable String byInitials, @Nullable String listed) {
		this.name = typed(name);
		this.handle = typed(handle);
		this.initials = typed(initials);
		this.organisation = typed(organisation);
		this.country = typed(country);
		this.about = typed(about);
		this.byInitials = byInitials;
		this.listed = typed(listed);
	}

	static SettingsForm of(Handle handle, Profile profile, Listing listed) {
		return new SettingsForm(profile.name(), handle.value(), profile.initials(), profile.organisation(),
				profile.country(), profile.about(), profile.byInitials() ? "on" : null, listed.word());
	}

	void check(Errors errors) {
		FormChecks.name(errors, this.name);
		FormChecks.handle(errors, this.handle.strip());
		FormChecks.initials(errors, this.initials);
		if (!Profile.isLine(this.organisation)) {
			errors.rejectValue("organisation", "settings.line");
		}
		if (!Profile.isLine(this.country)) {
			errors.rejectValue("country", "settings.line");
		}
		if (!this.listed.isEmpty() && toListing().isEmpty()) {
			errors.rejectValue("listed", "setting.choice");
		}
		if (this.about.length() > Profile.ABOUT) {
			errors.rejectValue("about", "settings.about.long", new Object[] { this.about.length(), Profile.ABOUT },
					null);
		}
	}

	/** Who finds them; empty where the form did not say. */
	Optional<Listing> toListing() {
		return Listing.of(this.listed);
	}

	Handle toHandle() {
		return new Handle(this.handle.strip());
	}

	Profile toProfile() {
		return new Profile(this.name, this.initials, this.organisation, this.country, this.about,
				this.byInitials != null);
	}

	private static String typed(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
