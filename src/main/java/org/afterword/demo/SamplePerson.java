package org.afterword.demo;

import java.time.Instant;

/** One member of the sample community. */
record SamplePerson(String handle, String name, String initials, String role, String organisation, String country,
		String about, Instant joined) {

	static SamplePerson of(SamplePart part) {
		part.allow("name", "initials", "role", "organisation", "country", "joined");
		return new SamplePerson(part.numbered("person"), part.get("name"), part.get("initials"), part.get("role"),
				part.get("organisation"), part.get("country"), part.words(), part.instant("joined"));
	}

}
