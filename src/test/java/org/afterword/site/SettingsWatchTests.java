package org.afterword.site;

import java.time.Duration;
import java.time.Instant;

import org.afterword.CommittingTest;
import org.afterword.member.Members;
import org.afterword.member.Newcomers;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@CommittingTest
class SettingsWatchTests {

	@Autowired
	Settings settings;

	@Autowired
	Site site;

	@Autowired
	Members members;

	@Autowired
	JdbcClient sql;

	@Autowired
	TransactionTemplate transactions;

	@Test
	void whatAnotherNodeSettledCountsHereSoon() throws InterruptedException {
		assertThat(this.site.isForMembersOnly()).isFalse();
		this.sql.sql("insert into setting (name, value) values ('reading', 'members')").update();
		var end = Instant.now().plus(Duration.ofSeconds(20));
		while (!this.site.isForMembersOnly() && Instant.now().isBefore(end)) {
			Thread.sleep(50);
		}
		assertThat(this.site.isForMembersOnly()).isTrue();
	}

	@Test
	void whatIsSettledHereCountsAtOnceAndNotBeforeItIsCommitted() {
		var amina = this.members.viewer(this.members.first(Newcomers.called("amina"))).orElseThrow();
		assertThat(this.site.name()).isEmpty();
		this.transactions.executeWithoutResult((status) -> {
			this.settings.set("site.name", "Reed Beds", amina);
			assertThat(this.site.name()).isEqualTo("Reed Beds");
			status.setRollbackOnly();
		});
		assertThat(this.site.name()).isEmpty();
		this.settings.set("site.name", "Reed Beds", amina);
		assertThat(this.site.name()).isEqualTo("Reed Beds");
	}

}
