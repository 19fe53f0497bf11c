package org.afterword.account;

import org.afterword.member.Handle;
import org.afterword.member.Profile;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** What a member typed about themselves. */
record SettingsForm(String name, String handle, String initials, String organisation, String country, String about,
		@Nullable String byInitials) {

	SettingsForm(@Nullable String name, @Nullable String handle, @Nullable String initials,
			@Nullable String organisation, @Nullable String country, @Nullable String about,
			@Nullable String byInitials) {
		this.name = typed(name);
		this.handle = typed(handle);
		this.initials = typed(initials);
		this.organisation = typed(organisation);
		this.country = typed(country);
		this.about = typed(about);
		this.byInitials = byInitials;
	}

	static SettingsForm of(Handle handle, Profile profile) {
		return new SettingsForm(profile.name(), handle.value(), profile.initials(), profile.organisation(),
				profile.country(), profile.about(), profile.byInitials() ? "on" : null);
	}

	void check(Errors errors) {
		FormChecks.name(errors, this.name);
		FormChecks.handle(errors, this.handle.strip());
		FormChecks.initials(errors, this.initials);
		if (!this.organisation.strip().matches(Profile.LINE)) {
			errors.rejectValue("organisation", "settings.line");
		}
		if (!this.country.strip().matches(Profile.LINE)) {
			errors.rejectValue("country", "settings.line");
		}
		if (this.about.length() > Profile.ABOUT) {
			errors.rejectValue("about", "settings.about.long", new Object[] { this.about.length(), Profile.ABOUT },
					null);
		}
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
