package org.afterword.site;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.ULocale;

/** The time zones of the world, as a list to choose from. */
final class TimeZones {

	private static final Pattern NAMED = Pattern
		.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

	private TimeZones() {
	}

	/** A part of the world. */
	public record Group(String name, List<Zone> zones) {

	}

	/**
	 * One zone.
	 *
	 * @param name its city and how far it is from UTC now: "Dakar (UTC+00:00)"
	 */
	public record Zone(String id, String name) {

	}

	/**
	 * All, by parts of the world, each sorted by city as this language sorts.
	 * @param now what is chosen; listed even if it has no city
	 */
	static List<Group> groups(Locale language, String now) {
		var cities = TimeZoneNames.getInstance(ULocale.forLocale(language));
		var at = Instant.now();
		var groups = new LinkedHashMap<String, List<Zone>>();
		var first = new ArrayList<Zone>(List.of(new Zone("UTC", "UTC")));
		if (!now.equals("UTC") && !NAMED.matcher(now).matches()) {
			first.add(new Zone(now, now));
		}
		groups.put("UTC", first);
		ZoneId.getAvailableZoneIds().stream().filter((id) -> NAMED.matcher(id).matches()).sorted().forEach((id) -> {
			var city = cities.getExemplarLocationName(id);
			var offset = ZoneId.of(id).getRules().getOffset(at);
			groups.computeIfAbsent(id.substring(0, id.indexOf('/')), (part) -> new ArrayList<>())
				.add(new Zone(id, ((city != null) ? city : id.substring(id.indexOf('/') + 1).replace('_', ' '))
						+ " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId()) + ")"));
		});
		var order = Collator.getInstance(language);
		return groups.entrySet().stream().map((group) -> new Group(group.getKey(), sorted(group, order))).toList();
	}

	private static List<Zone> sorted(Map.Entry<String, List<Zone>> group, Collator order) {
		return group.getValue().stream().sorted(Comparator.comparing(Zone::name, order)).toList();
	}

}
