package org.afterword.site;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All settings, in one place, for administrators. */
@Service
@Transactional
class SiteAdministration {

	private final List<Setting> all;

	private final Settings settings;

	private final MessageSource messages;

	SiteAdministration(List<Setting> all, Settings settings, MessageSource messages) {
		this.all = all.stream().sorted(Comparator.comparing(Setting::part)).toList();
		this.settings = settings;
		this.messages = messages;
	}

	/**
	 * What was typed into one setting, and its value when the page was made.
	 */
	record Typed(String value, String before) {

	}

	/** What came of saving: the page to show again where something was refused. */
	record Outcome(List<PartView> page) {

		boolean isSaved() {
			return this.page.isEmpty();
		}

	}

	/**
	 * The settings of one part; or those whose words hold all of these, by part.
	 * @param search empty for none: then the part is shown
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	List<PartView> find(String search, Part part, Viewer by, Locale language) {
		mustAdminister(by);
		var found = page(search, Map.of(), Map.of(), language);
		return search.isBlank() ? found.stream().filter((one) -> one.part() == part).toList() : found;
	}

	/**
	 * Saves all of these or none.
	 * @param reset the names of those that go back to their default, whatever was typed
	 * @return with the page where something was refused
	 * @throws NotAllowed unless an administrator does
	 */
	Outcome save(Map<String, Typed> typed, Set<String> reset, String search, Viewer by, Locale language) {
		mustAdminister(by);
		var values = new LinkedHashMap<Setting, String>();
		var problems = new LinkedHashMap<String, String>();
		for (var setting : this.all) {
			var one = typed.get(setting.name());
			if (one != null && setting.isTyped() && setting.machine().get() == null) {
				read(setting, one, reset.contains(setting.name()), by, language, values, problems);
			}
		}
		if (!problems.isEmpty()) {
			return new Outcome(page(search, typed, problems, language).stream()
				.filter((part) -> part.settings().stream().anyMatch((one) -> typed.containsKey(one.setting().name())))
				.toList());
		}
		values.forEach((setting, value) -> this.settings.set(setting.name(),
				value.equals(setting.usual()) ? null : value, setting.kind().isOurs(), by));
		return new Outcome(List.of());
	}

	/** Adds a new value, or why what was typed cannot be one. */
	private void read(Setting setting, Typed typed, boolean reset, Viewer by, Locale language,
			Map<Setting, String> values, Map<String, String> problems) {
		try {
			var now = now(setting);
			var value = reset ? setting.usual() : setting.read(typed.value(), by);
			if (value.equals(typed.before())) {
				return;
			}
			if (now.equals(typed.before()) || now.equals(value)) {
				values.put(setting, value);
			}
			else {
				problems.put(setting.name(), say("setting.conflict", language, now));
			}
		}
		catch (Refused reason) {
			problems.put(setting.name(), say(reason.key(), language, reason.arguments()));
		}
	}

	private List<PartView> page(String search, Map<String, Typed> typed, Map<String, String> problems,
			Locale language) {
		var words = plain(search).split("\\s+");
		var page = new LinkedHashMap<Part, List<SettingView>>();
		for (var setting : this.all) {
			var text = plain(text(setting, language));
			if (List.of(words).stream().allMatch(text::contains)) {
				page.computeIfAbsent(setting.part(), (part) -> new ArrayList<>())
					.add(view(setting, typed.get(setting.name()), problems.get(setting.name())));
			}
		}
		return page.entrySet().stream().map((part) -> new PartView(part.getKey(), part.getValue())).toList();
	}

	private SettingView view(Setting setting, @Nullable Typed typed, @Nullable String problem) {
		var machine = setting.machine().get();
		var now = (machine != null) ? machine : now(setting);
		return new SettingView(setting, (typed != null && machine == null) ? typed.value() : now, now,
				machine == null && !now.equals(setting.usual()), machine != null, problem);
	}

	private String now(Setting setting) {
		return this.settings.find(setting.name()).orElse(setting.usual());
	}

	/** All the words that the page shows of a setting. */
	private String text(Setting setting, Locale language) {
		var key = "setting." + setting.name();
		var text = new StringBuilder(setting.name()).append(' ')
			.append(say(key, language))
			.append(' ')
			.append(say(key + ".why", language))
			.append(' ')
			.append(say("site.part." + setting.part().word(), language));
		if (setting.kind() instanceof Kind.Choice choice) {
			choice.words().forEach((word) -> text.append(' ').append(say(key + "." + word, language)));
		}
		return text.toString();
	}

	/** Without accents and capitals, so that people find what they remember. */
	private static String plain(String words) {
		return Normalizer.normalize(words, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.strip();
	}

	private String say(String key, Locale language, Object... about) {
		return this.messages.getMessage(key, about, language);
	}

	private static void mustAdminister(Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("change the settings of the site");
		}
	}

}
