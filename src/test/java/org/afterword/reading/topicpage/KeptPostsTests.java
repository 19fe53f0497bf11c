package org.afterword.reading.topicpage;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.afterword.AfterwordTest;
import org.afterword.Statements;
import org.afterword.conversation.writing.Drafts;
import org.afterword.demo.SeedBanksWebinar;
import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.afterword.reading.Freshness;
import org.afterword.reading.KeptLines;
import org.afterword.reading.Line;
import org.afterword.reading.Placeholders;
import org.afterword.reading.Posts;
import org.afterword.reading.ReadMarkers;
import org.afterword.reading.TopicFrames;
import org.afterword.reading.Visits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept of a page is the same for everybody, and only as long as it is true. */
@AfterwordTest
class KeptPostsTests {

	private static final Slug SEED_BANKS = new Slug("seed-banks");

	@Autowired
	Visits visits;

	@Autowired
	TopicFrames frames;

	@Autowired
	Posts posts;

	@Autowired
	ReadMarkers markers;

	@Autowired
	Placeholders placeholders;

	@Autowired
	Drafts drafts;

	@Autowired
	SeedBanksWebinar story;

	private final AtomicLong stamp = new AtomicLong(1);

	private ConversationPages pages;

	@BeforeEach
	void tell() {
		this.story.tell();
		this.pages = keeping(DataSize.ofMegabytes(1));
	}

	@AfterEach
	void speakEnglishAgain() {
		LocaleContextHolder.resetLocaleContext();
	}

	@Test
	void postsThatAreReadyAreNotRead() throws Exception {
		var first = Statements.during(() -> rendered(Viewer.stranger()));
		var second = Statements.during(() -> page(Viewer.stranger()));
		assertThat(second).hasSize(first.size() - 4).noneMatch((sql) -> sql.contains("body_html"));
		assertThat(page(Viewer.stranger()).lines()).extracting((line) -> line.markup().html())
			.startsWith("markup of 1", "markup of 2");
	}

	@Test
	void aMembersPageTakesTheSamePostsAndTheirOwnLine() throws Exception {
		var noor = this.story.noor();
		rendered(Viewer.stranger());
		this.markers.raise(noor.id(), page(noor).frame().head().id(), 3);
		var page = page(noor);
		assertThat(page.lines()).allMatch((line) -> line.post() == null);
		assertThat(page.lines()).filteredOn(Line::firstNew).hasSize(1);
		assertThat(page(Viewer.stranger()).lines()).noneMatch(Line::firstNew);
		assertThat(Statements.during(() -> page(noor))).hasSizeLessThanOrEqualTo(5);
	}

	@Test
	void whatHasChangedIsReadAgain() {
		rendered(Viewer.stranger());
		this.stamp.incrementAndGet();
		assertReadAgain();
	}

	@Test
	void whatChangesWhileItIsRenderedIsNotShownAgain() {
		var page = page(Viewer.stranger());
		this.stamp.incrementAndGet();
		render(page);
		assertReadAgain();
	}

	@Test
	void eachLanguageHasItsOwn() {
		rendered(Viewer.stranger());
		LocaleContextHolder.setLocale(Locale.forLanguageTag("ar"));
		assertReadAgain();
	}

	@Test
	void nothingIsKeptHalf() {
		var lines = page(Viewer.stranger()).lines();
		lines.subList(1, lines.size()).forEach((line) -> line.markup().rendered("markup"));
		assertReadAgain();
	}

	@Test
	void nothingIsKeptWhileNobodyKnowsWhatIsFresh() {
		this.stamp.set(Freshness.UNKNOWN);
		rendered(Viewer.stranger());
		assertReadAgain();
	}

	@Test
	void nothingIsKeptWithoutMemoryForIt() {
		this.pages = keeping(DataSize.ofBytes(0));
		rendered(Viewer.stranger());
		assertReadAgain();
	}

	private void assertReadAgain() {
		assertThat(page(Viewer.stranger()).lines()).isNotEmpty().noneMatch((line) -> line.post() == null);
	}

	private ConversationPages keeping(DataSize most) {
		return new ConversationPages(this.visits, this.frames, this.posts, new KeptLines((_) -> this.stamp.get(), most),
				this.markers, this.placeholders, this.drafts);
	}

	private ConversationPage page(Viewer viewer) {
		return this.pages.page(SEED_BANKS, 1, viewer);
	}

	private ConversationPage rendered(Viewer viewer) {
		var page = page(viewer);
		render(page);
		return page;
	}

	private static void render(ConversationPage page) {
		page.lines()
			.stream()
			.filter(Line::isPost)
			.forEach((line) -> line.markup().rendered("markup of " + line.number()));
	}

}
