package org.afterword.site;

import java.util.Locale;

import org.afterword.member.MemberId;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormerNamesTests {

	private static final String NAME = FormerNames.of(new MemberId(1843));

	private final FormerNames names = names();

	@Test
	void everyNameInATextIsSaidInItsLanguage() {
		assertThat(this.names.in("By " + NAME + " and " + FormerNames.of(new MemberId(7)) + ".", Locale.of("ar")))
			.isEqualTo("By عضو سابق 1843 and عضو سابق 7.");
		assertThat(this.names.in("By " + NAME, Locale.ENGLISH)).isEqualTo("By former member 1843");
	}

	@Test
	void whatPeopleWriteStays() {
		for (var words : new String[] { "", "The former member 1843 said so", "A \u2060joined\u2060 word",
				"\u2060former member x\u2060" }) {
			assertThat(this.names.in(words, Locale.of("ar"))).isEqualTo(words);
		}
	}

	@Test
	void whatMayBecomeANameIsKnownAsSuch() {
		for (var length = 1; length < NAME.length(); length++) {
			assertThat(FormerNames.begun("By " + NAME.substring(0, length))).isEqualTo(NAME.substring(0, length));
		}
		for (var words : new String[] { "", "By nobody", "A \u2060joined word", "\u2060former member x" }) {
			assertThat(FormerNames.begun(words)).isEmpty();
		}
	}

	private static FormerNames names() {
		var messages = new StaticMessageSource();
		messages.addMessage("leave.former", Locale.ENGLISH, "former member {0}");
		messages.addMessage("leave.former", Locale.of("ar"), "عضو سابق {0}");
		return new FormerNames(messages);
	}

}
