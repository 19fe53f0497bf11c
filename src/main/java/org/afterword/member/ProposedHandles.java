package org.afterword.member;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;
import org.afterword.member.NewMembers.Person;

import org.springframework.stereotype.Component;

/** Makes handles for people who have none: as near to their name as one is free. */
@Component
class ProposedHandles {

	private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

	private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

	/** Leaves room for a number. */
	private static final int LONGEST_BASE = 25;

	/** How often another number is tried, before a longer one is. */
	private static final int ROUNDS = 30;

	private final Handles handles;

	ProposedHandles(Handles handles) {
		this.handles = handles;
	}

	/**
	 * Proposes a handle for each of these.
	 * @param people by their place on the list
	 * @param looks skeletons that are used already; those of the proposals are added
	 * @return the handles by the same places; without those for whom none was free
	 */
	Map<Integer, Handle> propose(Map<Integer, Person> people, Set<String> looks) {
		var proposed = new HashMap<Integer, Handle>();
		var left = new LinkedHashMap<>(people);
		for (var round = 1; round <= ROUNDS && !left.isEmpty(); round++) {
			var tried = new LinkedHashMap<Integer, Handle>();
			for (var one : left.entrySet()) {
				var number = (round < ROUNDS) ? round : 1000 + one.getKey();
				tried.put(one.getKey(), new Handle(base(one.getValue()) + ((number > 1) ? "-" + number : "")));
			}
			var unavailable = this.handles.unavailable(tried.values());
			tried.forEach((at, handle) -> {
				if (!handle.isReserved() && !handle.isDeceptive() && !unavailable.contains(handle)
						&& looks.add(handle.skeleton())) {
					proposed.put(at, handle);
					left.remove(at);
				}
			});
		}
		return proposed;
	}

	private static String base(Person person) {
		var email = person.email().value();
		for (var words : List.of(person.profile().name(), email.substring(0, email.indexOf('@')))) {
			var letters = NO_LETTER.matcher(latin(words)).replaceAll(" ").strip().replace(' ', '-');
			var base = letters.substring(0, Math.min(LONGEST_BASE, letters.length())).replaceAll("(?<!-)-++$", "");
			if (base.length() >= 2) {
				return base;
			}
		}
		return "guest";
	}

	private static String latin(String words) {
		synchronized (LATIN) {
			return LATIN.transliterate(words).toLowerCase(Locale.ROOT);
		}
	}

}
