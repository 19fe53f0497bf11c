package org.afterword.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.afterword.kernel.Refused;
import org.afterword.kernel.address.WebAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The settings of the site itself. */
@Configuration(proxyBeanMethods = false)
class SiteSettings {

	/** How long the welcome and the rules may be. */
	static final int LONGEST_TEXT = 20_000;

	@Bean
	@Order(0)
	Setting siteName(SiteProperties machine) {
		return Setting.of(Site.NAME, Part.COMMUNITY, new Kind.Line(80), "").unless(machine::name);
	}

	@Bean
	@Order(0)
	Setting siteAddress(SiteProperties machine) {
		return Setting.of(Site.ADDRESS, Part.COMMUNITY, new Kind.Line(200), "")
			.reading((typed, by) -> address(typed))
			.unless(() -> said(machine.address()));
	}

	@Bean
	@Order(0)
	Setting siteZone(SiteProperties machine) {
		return Setting.of(Site.ZONE, Part.COMMUNITY, new Kind.Zone(), "UTC").unless(() -> said(machine.zone()));
	}

	@Bean
	Setting welcome() {
		return Setting.of(Site.WELCOME, Part.COMMUNITY, new Kind.Text(LONGEST_TEXT, true), "");
	}

	@Bean
	Setting rules() {
		return Setting.of(Site.RULES, Part.COMMUNITY, new Kind.Text(LONGEST_TEXT, true), "");
	}

	@Bean
	Setting logoPicture() {
		return Setting.of(Site.LOGO, Part.LOOK, new Kind.Picture(), "");
	}

	@Bean
	Setting lightAccent() {
		return Setting.of(Site.LIGHT, Part.LOOK, new Kind.Hue(), Site.USUAL_LIGHT)
			.reading((typed, by) -> readable(typed, Colour.LIGHT));
	}

	@Bean
	Setting darkAccent() {
		return Setting.of(Site.DARK, Part.LOOK, new Kind.Hue(), Site.USUAL_DARK)
			.reading((typed, by) -> readable(typed, Colour.DARK));
	}

	@Bean
	Setting reading() {
		return Setting.of(Site.READING, Part.READING, new Kind.Choice(List.of("everybody", Site.MEMBERS)), "everybody");
	}

	/**
	 * An address as it is stored; empty stays so.
	 * @throws Refused if it is not the address of a web site
	 */
	static String address(String typed) {
		if (typed.isEmpty()) {
			return "";
		}
		try {
			var whole = typed.contains("://") ? typed : "https://" + typed;
			return Site.address(URI.create(WebAddress.withAsciiHost(whole))).toString();
		}
		catch (IllegalArgumentException ex) {
			throw new Refused("setting.site.address.form");
		}
	}

	private static String readable(String colour, List<Colour> grounds) {
		var contrast = Colour.of(colour).on(grounds);
		if (contrast < Colour.READABLE) {
			// Cut, not rounded: 4.49 must not read as 4.5.
			throw new Refused("setting.contrast", String.format(Locale.ROOT, "%.2f", Math.floor(contrast * 100) / 100),
					Double.toString(Colour.READABLE));
		}
		return colour;
	}

	private static @Nullable String said(@Nullable Object something) {
		return (something != null) ? something.toString() : null;
	}

}
