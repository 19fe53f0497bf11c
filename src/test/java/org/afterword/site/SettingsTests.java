package org.afterword.site;

import org.afterword.AfterwordTest;
import org.afterword.kernel.NotAllowed;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.afterword.member.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AfterwordTest
class SettingsTests {

	@Autowired
	Settings settings;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	Viewer amina;

	@BeforeEach
	void somebodyRunsTheSite() {
		this.amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
	}

	@Test
	void whatNobodySettledHasItsDefault() {
		assertThat(this.settings.number("some.number", 7)).isEqualTo(7);
		assertThat(this.settings.set("some.number", "12", this.amina)).isTrue();
		assertThat(this.settings.number("some.number", 7)).isEqualTo(12);
		assertThat(this.settings.set("some.number", null, this.amina)).isTrue();
		assertThat(this.settings.find("some.number")).isEmpty();
	}

	@Test
	void whatStandsAlreadyIsNoAct() {
		this.settings.set("some.number", "12", this.amina);
		assertThat(this.settings.set("some.number", "12", this.amina)).isFalse();
		assertThat(this.settings.set("another.number", null, this.amina)).isFalse();
		assertThat(this.sql.sql("select after ->> 'setting' from audit_entry where act = 'change-setting'")
			.query(String.class)
			.list()).containsExactly("some.number");
	}

	@Test
	void onlyAdministratorsSettle() {
		var tala = this.members.viewer(this.members.join(Newcomers.called("tala"))).orElseThrow();
		for (var other : new Viewer[] { tala, Viewer.stranger() }) {
			assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> this.settings.set("some.number", "12", other));
		}
		assertThat(this.settings.find("some.number")).isEmpty();
	}

}
