package org.afterword.conversation.writing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.afterword.AfterwordTest;
import org.afterword.conversation.Reply;
import org.afterword.conversation.publishing.Edits;
import org.afterword.conversation.publishing.Publishing;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.Refused;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.topic.TopicId;
import org.afterword.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@AfterwordTest
class DraftsTests {

	private static final Slug SEEDS = new Slug("seed-banks");

	private static final Place TOPIC = Place.reply(null, null);

	@Autowired
	SeedBanksWebinar story;

	@Autowired
	Drafts drafts;

	@Autowired
	OwnDrafts own;

	@Autowired
	Topics topics;

	@Autowired
	Publishing publishing;

	@Autowired
	Edits edits;

	@Autowired
	JdbcClient sql;

	TopicId topic;

	Viewer zofia;

	@BeforeEach
	void tell() {
		this.topic = this.story.tell();
		this.zofia = this.story.zofia();
	}

	@Test
	void whatIsKeptIsFoundAgainWithItsForm() {
		var form = Map.of("questions", List.of("5", "8"), "offer", List.of("on"));
		var revision = this.drafts.keep(this.topics.viewed(SEEDS, this.zofia), TOPIC, "We dry it\r\non the roof.", form,
				0);
		var found = this.drafts.find(this.topic, this.zofia, TOPIC).orElseThrow();
		assertThat(found.body()).isEqualTo("We dry it\non the roof.");
		assertThat(found.form()).isEqualTo(form);
		assertThat(found.revision()).isEqualTo(revision).isPositive();
	}

	@Test
	void whatStandsAsideGoesWhenAllOfItIsTooMuch() {
		for (var i = 0; i < 120; i++) {
			keep(TOPIC, i + " " + "x".repeat(199_000), 0);
		}
		assertThat(bytes()).isLessThanOrEqualTo(DraftQuota.BYTES);
		assertThat(now(TOPIC)).startsWith("119 ");
		assertThat(all()).hasSizeGreaterThan(30).anyMatch((words) -> words.startsWith("copy: 118 "));
	}

	@Test
	void whatStandsInTooManyPlacesIsRefusedAndNothingGoes() {
		this.sql.sql("""
				insert into draft (member_id, topic_id, kind, post_id, body, saved_at)
				select ?, topic_id, 'REPLY', id, 'Words', now() from post limit 20""")
			.param(this.zofia.id().value())
			.update();
		var body = "ع".repeat(199_000);
		this.sql.sql("update draft set body = ? where member_id = ?").params(body, this.zofia.id().value()).update();
		var before = bytes();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(TOPIC, body + "x", 0))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("draft.too-much"));
		assertThat(bytes()).isEqualTo(before);
		assertThat(keep(TOPIC, "A few words", 0)).isPositive();
	}

	@Test
	void oneMoreThanAHundredPlacesIsRefused() {
		this.sql
			.sql("""
					insert into topic (slug, kind, title, state, created_at, created_by, last_activity_at)
					select 'other-' || i, 'DISCUSSION', 'Another', 'OPEN', now(), ?, now() from generate_series(1, 100) i""")
			.param(this.zofia.id().value())
			.update();
		this.sql.sql("""
				insert into draft (member_id, topic_id, kind, body, saved_at)
				select ?, id, 'REPLY', 'Words', now() from topic where slug like 'other-%'""")
			.param(this.zofia.id().value())
			.update();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(TOPIC, "One more", 0))
			.satisfies((refused) -> assertThat(refused.key()).isEqualTo("draft.too-many"));
		this.own.discard(this.own.list(this.zofia, null).getLast().id(), this.zofia);
		var revision = keep(TOPIC, "One more", 0);
		assertThat(keep(TOPIC, "The same place", revision)).isPositive();
	}

	@Test
	void eachPlaceHasOneOfItsOwnAndNobodyElseFindsIt() {
		var places = List.of(TOPIC, Place.reply(3, null), Place.reply(4, null),
				Place.reply(null, QuestionNumber.of("5")), Place.reply(null, QuestionNumber.of("8")), Place.edit(11));
		places.forEach((place) -> keep(place, "Here: " + place, 0));
		for (var place : places) {
			assertThat(now(place)).isEqualTo("Here: " + place);
			assertThat(this.drafts.find(this.topic, this.story.noor(), place)).isEmpty();
		}
		assertThat(this.own.list(this.zofia, null)).hasSize(places.size());
		assertThat(this.own.list(this.story.noor(), null)).isEmpty();
	}

	@Test
	void aFormThatSawTheLastWordsReplacesThem() {
		var first = keep(TOPIC, "First words", 0);
		keep(TOPIC, "Others", first);
		assertThat(all()).containsExactly("Others");
	}

	@Test
	void onTwoDevicesTheNewerWinsAndTheOlderIsKeptAsACopy() {
		var telephone = keep(TOPIC, "From the telephone.", 0);
		var office = keep(TOPIC, "From the office.", 0);
		assertThat(now(TOPIC)).isEqualTo("From the office.");
		assertThat(all()).containsExactlyInAnyOrder("From the office.", "copy: From the telephone.");
		keep(TOPIC, "From the telephone, again.", telephone);
		assertThat(now(TOPIC)).isEqualTo("From the telephone, again.");
		assertThat(all()).contains("copy: From the office.", "copy: From the telephone.");
		assertThat(office).isGreaterThan(telephone);
	}

	@Test
	void whatTheNewerWordsContainNeedsNoCopy() {
		keep(TOPIC, "It began here", 0);
		keep(TOPIC, "It began here and went on.", 0);
		assertThat(all()).containsExactly("It began here and went on.");
		keep(TOPIC, "Otherwise.", 0);
		keep(TOPIC, "Otherwise. It began here and went on. The end.", 0);
		assertThat(all()).containsExactly("Otherwise. It began here and went on. The end.");
	}

	@Test
	void whatIsPostedIsNoDraftAnyMoreAndAnotherDevicesWordsAre() {
		var seen = keep(TOPIC, "Nearly done", 0);
		this.drafts.posted(this.topic, this.zofia, TOPIC, "Done quite otherwise.", seen);
		assertThat(all()).isEmpty();
		seen = keep(TOPIC, "Nearly done", 0);
		keep(TOPIC, "On the telephone", seen);
		this.drafts.posted(this.topic, this.zofia, TOPIC, "Done.", seen);
		assertThat(this.drafts.find(this.topic, this.zofia, TOPIC)).isEmpty();
		assertThat(all()).containsExactly("copy: On the telephone");
	}

	@Test
	void blankWordsTakeAwayWhatTheFormHadShownAndNothingElse() {
		keep(TOPIC, "On the telephone", 0);
		assertThat(keep(TOPIC, " \n", 0)).isZero();
		assertThat(all()).containsExactly("On the telephone");
		var seen = this.drafts.find(this.topic, this.zofia, TOPIC).orElseThrow();
		keep(TOPIC, "", seen.revision());
		assertThat(all()).isEmpty();
		this.own.restore(seen.id(), this.zofia);
		assertThat(all()).containsExactly("On the telephone");
	}

	@Test
	void aSaveThatComesAfterItsFormWasPostedIsNotKept() {
		var key = UUID.randomUUID();
		this.publishing.reply(this.topic, this.zofia, Reply.of("Whole words,\r\nin two lines."));
		this.sql.sql("insert into submission_key (key, member_id, result) values (?, ?, '/')")
			.params(key, this.zofia.id().value())
			.update();
		var form = Map.of("key", List.of(key.toString()));
		assertThat(this.drafts.keep(this.topics.viewed(SEEDS, this.zofia), TOPIC, "Whole words,\nin", form, 0))
			.isZero();
		assertThat(all()).isEmpty();
		assertThat(this.drafts.keep(this.topics.viewed(SEEDS, this.zofia), TOPIC, "Words that are new", form, 0))
			.isPositive();
	}

	@Test
	void anEditThatChangesNothingIsNoDraft() {
		var words = this.edits.editing(this.topics.viewed(this.topic, this.zofia), 11).words();
		assertThat(keep(Place.edit(11), words.replace("\n", "\r\n"), 0)).isZero();
		this.edits.edit(this.topics.viewed(this.topic, this.zofia), 11, "Others", 1, "");
		assertThat(keep(Place.edit(11), words, 0)).isZero();
		assertThat(keep(Place.edit(11), words + " And more.", 0)).isPositive();
	}

	@Test
	void whatIsDiscardedCanBeTakenBackBesideNewerWords() {
		keep(TOPIC, "Thrown away", 0);
		var id = this.drafts.find(this.topic, this.zofia, TOPIC).orElseThrow().id();
		this.own.discard(id, this.zofia);
		assertThat(all()).isEmpty();
		keep(TOPIC, "Begun again", 0);
		this.own.restore(id, this.zofia);
		assertThat(all()).containsExactlyInAnyOrder("Begun again", "copy: Thrown away");
	}

	@Test
	void nobodyTouchesSomebodyElsesDraft() {
		keep(TOPIC, "Mine", 0);
		var id = this.drafts.find(this.topic, this.zofia, TOPIC).orElseThrow().id();
		var noor = this.story.noor();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.drafts.get(id, noor));
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.own.discard(id, noor));
		this.own.discard(id, this.zofia);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.own.restore(id, noor));
		assertThatExceptionOfType(NotAllowed.class).isThrownBy(
				() -> this.drafts.keep(this.topics.viewed(SEEDS, Viewer.stranger()), TOPIC, "Mine", Map.of(), 0));
		assertThatExceptionOfType(NotAllowed.class)
			.isThrownBy(() -> this.drafts.keep(this.topics.viewed(SEEDS, noor), Place.edit(11), "Mine", Map.of(), 0));
	}

	@Test
	void moreThanAPostMayHaveIsKeptForCuttingAndFarTooMuchIsNot() {
		assertThat(keep(TOPIC, "x".repeat(Drafts.LONGEST), 0)).isPositive();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keep(TOPIC, "x".repeat(Drafts.LONGEST + 1), 0));
	}

	@Test
	void oddFormsAreKeptAsFarAsTheyGo() {
		var form = Map.of("questions", List.of("5", "x".repeat(10_000), "\u0000'\"8"), "to", List.of("none"));
		keep(TOPIC, "a\u0000b", 0);
		this.drafts.keep(this.topics.viewed(SEEDS, this.zofia), TOPIC, "a\u0000b c", form, 0);
		var found = this.drafts.find(this.topic, this.zofia, TOPIC).orElseThrow();
		assertThat(found.body()).isEqualTo("ab c");
		assertThat(found.form().get("questions")).containsExactly("5", "'\"8");
	}

	private long keep(Place place, String words, long known) {
		return this.drafts.keep(this.topics.viewed(SEEDS, this.zofia), place, words, Map.of(), known);
	}

	private String now(Place place) {
		return this.drafts.find(this.topic, this.zofia, place).orElseThrow().body();
	}

	private long bytes() {
		return this.sql.sql("select sum(octet_length(body) + octet_length(form::text)) from draft where member_id = ?")
			.param(this.zofia.id().value())
			.query(Long.class)
			.single();
	}

	private List<String> all() {
		return this.own.list(this.zofia, null)
			.stream()
			.map((one) -> (one.copy() ? "copy: " : "") + one.beginning())
			.toList();
	}

}
