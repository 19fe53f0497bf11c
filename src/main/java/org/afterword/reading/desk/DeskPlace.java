package org.afterword.reading.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Where a row stands among those of its part: what the next page begins after. It stays
 * good when that row has been dealt with meanwhile.
 *
 * @param votes counted only where the most wanted stand first
 * @param since microseconds, as the database keeps them
 */
record DeskPlace(int votes, long since, long id) {

	/** Before all rows. */
	static final DeskPlace START = new DeskPlace(Integer.MAX_VALUE, -1, 0);

	private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,18})\\.([0-9]{1,18})");

	static DeskPlace of(int votes, Instant since, long id) {
		return new DeskPlace(votes, ChronoUnit.MICROS.between(Instant.EPOCH, since), id);
	}

	/** As it stands in an address; anything else is the start. */
	static DeskPlace parse(String written) {
		var place = WRITTEN.matcher(written);
		return place.matches() ? new DeskPlace(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2)),
				Long.parseLong(place.group(3))) : START;
	}

	Instant instant() {
		return Instant.EPOCH.plus(this.since, ChronoUnit.MICROS);
	}

	@Override
	public String toString() {
		return this.votes + "." + this.since + "." + this.id;
	}

}
