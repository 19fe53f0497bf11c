package org.afterword.reading.people;

import org.afterword.kernel.Listed;
import org.afterword.member.Viewer;
import org.afterword.reading.Placeholders;
import org.afterword.reading.home.Overview;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads whom members said to be. */
@Component
class ClaimsPages {

	private final Placeholders placeholders;

	private final Overview overview;

	private final Profiles profiles;

	ClaimsPages(Placeholders placeholders, Overview overview, Profiles profiles) {
		this.placeholders = placeholders;
		this.overview = overview;
		this.profiles = profiles;
	}

	/**
	 * @param before the last claim of the page before; 0 for the first page
	 */
	@Transactional(readOnly = true)
	public ClaimsPage page(long before, Viewer viewer) {
		var claims = Listed.of(this.placeholders.own(before, viewer), Placeholders.MOST);
		return new ClaimsPage(claims.shown(), claims.next((last) -> "/claims?before=" + last.id()),
				this.placeholders.fits(null, viewer), this.overview.asked(viewer.id()),
				this.profiles.naming(viewer.id()));
	}

}
