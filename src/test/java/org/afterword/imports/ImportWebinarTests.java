package org.afterword.imports;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.afterword.CommittingTest;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.imports.lists.Pasted;
import org.afterword.imports.rows.Askers;
import org.afterword.imports.rows.Note;
import org.afterword.imports.rows.Row;
import org.afterword.imports.rows.RowChecks;
import org.afterword.kernel.Refused;
import org.afterword.topic.NewTopic;
import org.afterword.topic.TopicKind;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CommittingTest
class ImportWebinarTests {

	private static final List<Row> ROWS = List.of(Row.of("1", "RM", "Who repairs the pump?"),
			Row.of("2", "TW", "How deep is deep enough?"));

	private static final Pasted NOTHING = Pasted.of("");

	private static final NewTopic PLAN = new NewTopic(null, "Wells", TopicKind.DISCUSSION, null, null, null, false);

	@Autowired
	ImportWebinar imports;

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	TransactionOperations transactions;

	@Autowired
	JdbcClient sql;

	@Test
	void twoFacilitatorsWhoPublishOneListAtOnceMakeOneTopic() throws Exception {
		this.transactions.executeWithoutResult((status) -> this.story.tell("introduce-yourself"));
		var together = new CyclicBarrier(2);
		try (var both = Executors.newFixedThreadPool(2)) {
			var results = both.invokeAll(List.of(publishing(together, "amara"), publishing(together, "bishnu")));
			assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
		}
		assertThat(count("topic where title = 'Wells'")).isEqualTo(1);
		assertThat(count("question")).isEqualTo(2);
		assertThat(count("import_batch")).isEqualTo(1);
	}

	@Test
	void aListThatIsRefusedLeavesNothingBehind() {
		this.transactions.executeWithoutResult((status) -> this.story.tell("introduce-yourself"));
		var doubled = List.of(Row.of("1", "RM", "Who repairs the pump?"), Row.of("1", "TW", "How deep?"));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.imports.publish(this.story.amara(), PLAN,
				"Welcome.", NOTHING, doubled, PublishOptions.DEFAULT));
		assertThat(count("topic where title = 'Wells'")).isZero();
		assertThat(count("placeholder")).isZero();
	}

	@Test
	void anonymousAskersAreNotListed() {
		this.transactions.executeWithoutResult((status) -> this.story.tell("introduce-yourself"));
		var rows = List.of(Row.of("1", "Anonymous Attendee (2)", "Who repairs the pump?"),
				Row.of("2", "anonymous attendee (2)", "How deep is it?"), Row.of("3", "Invitado", "¿Quién paga?"),
				Row.of("4", "RM", "Who digs?"));
		this.imports.publish(this.story.amara(), PLAN, "Welcome.", NOTHING, rows, PublishOptions.DEFAULT);
		assertThat(count("placeholder")).isOne();
		assertThat(count("question where asker_placeholder_id is null")).isEqualTo(3);
		assertThat(Askers.in(rows)).containsExactly("RM");
		assertThat(RowChecks.check(rows).getFirst().notes()).extracting(Note::kind).contains(Note.Kind.ANONYMOUS);
	}

	private Callable<Boolean> publishing(CyclicBarrier together, String who) {
		return () -> {
			together.await();
			try {
				this.imports.publish(this.story.person(who), PLAN, "Welcome.", NOTHING, ROWS, PublishOptions.DEFAULT);
				return true;
			}
			catch (Refused refused) {
				assertThat(refused.key()).isEqualTo("import.again");
				return false;
			}
		};
	}

	private int count(String from) {
		return this.sql.sql("select count(*) from " + from).query(Integer.class).single();
	}

}
