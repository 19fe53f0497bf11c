package org.afterword.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.afterword.bench.Site.Session;
import org.afterword.bench.content.People;

/** How long each kind of page takes on forums of different sizes, one page at a time. */
final class Sizes {

	private static final int MEMBER = 40;

	private final Options options;

	/** By kind of page and reader, by size. */
	private final Map<String, Map<String, Double>> medians = new LinkedHashMap<>();

	Sizes(Options options) {
		this.options = options;
	}

	void measure(String size, Database database) throws SQLException, IOException {
		try (var forum = new Forum(this.options, database)) {
			var readers = new LinkedHashMap<String, Session>();
			readers.put("stranger", Session.STRANGER);
			readers.put("member", forum.site().signIn(MEMBER));
			readers.put("facilitator", forum.site().signIn(People.FIRST_FACILITATOR));
			var pages = pages(database);
			for (var turn = 0; turn < 2; turn++) {
				for (var reader : readers.entrySet()) {
					for (var page : pages.entrySet()) {
						var median = median(forum, page.getValue(), reader.getValue());
						if (median >= 0) {
							this.medians
								.computeIfAbsent(page.getKey() + " | " + reader.getKey(),
										(any) -> new LinkedHashMap<>())
								.put(size, median);
						}
					}
				}
			}
		}
	}

	private static Map<String, String> pages(Database database) throws SQLException {
		var usual = database.text("""
				select slug from topic where last_post_number = 39 order by id desc
				offset (select count(*) / 2 from topic where last_post_number = 39) limit 1""");
		var longest = database.text("select slug from topic order by last_post_number desc limit 1");
		var length = database.number("select max(last_post_number) from topic");
		var middle = database.text("select slug from topic order by last_activity_at desc offset 150 limit 1");
		var pages = new LinkedHashMap<String, String>();
		pages.put("home", "/");
		pages.put("home, further back", "/?before=" + middle);
		pages.put("all questions", "/questions");
		pages.put("all questions, open", "/questions?status=open");
		topic("topic", "/topics/" + usual, 2, pages);
		topic("longest topic", "/topics/" + longest, length / 40, pages);
		pages.put("a member", "/members/" + People.handleOf(MEMBER));
		pages.put("a facilitator", "/members/" + People.handleOf(7));
		pages.put("members", "/members");
		pages.put("notifications", "/notifications");
		pages.put("claims", "/claims");
		pages.put("desk", "/desk");
		pages.put("desk, waiting questions", "/desk?part=waiting");
		pages.put("log", "/moderation/log");
		return pages;
	}

	private static void topic(String name, String address, long page, Map<String, String> pages) {
		pages.put(name, address);
		pages.put(name + ", another page", address + "?page=" + page);
		pages.put(name + ", by question", address + "/questions");
		pages.put(name + ", a question", address + "/questions/3");
		pages.put(name + ", resources", address + "/resources");
		pages.put(name + ", a post", address + "/posts/4");
		pages.put(name + ", reply", address + "/replies/new");
		pages.put(name + ", names suggested", address + "/names?q=@a");
		pages.put(name + ", desk", address + "/desk");
	}

	/** In milliseconds; below 0 where this reader has no such page. */
	private double median(Forum forum, String path, Session reader) {
		if (forum.site().get(path, reader).statusCode() != 200) {
			return -1;
		}
		for (var time = 0; time < this.options.reads(); time++) {
			forum.site().compressed(path, reader);
		}
		var times = new long[this.options.reads()];
		for (var time = 0; time < times.length; time++) {
			var began = System.nanoTime();
			forum.site().compressed(path, reader);
			times[time] = System.nanoTime() - began;
		}
		java.util.Arrays.sort(times);
		return times[times.length / 2] / 1e6;
	}

	String report() {
		var sizes = this.options.sizes();
		var headings = new java.util.ArrayList<>(java.util.List.of("page", "reader"));
		sizes.forEach((size) -> headings.add("%,d posts, ms".formatted(Integer.parseInt(size))));
		headings.add("largest to smallest");
		var table = new Table(headings.toArray(String[]::new));
		this.medians.forEach((page, medians) -> {
			var cells = new java.util.ArrayList<Object>();
			cells.add(page);
			sizes.forEach((size) -> cells.add("%.1f".formatted(medians.getOrDefault(size, Double.NaN))));
			cells.add("%.2f".formatted(medians.getOrDefault(sizes.getLast(), Double.NaN)
					/ medians.getOrDefault(sizes.getFirst(), Double.NaN)));
			table.row(cells.toArray());
		});
		return table.toString();
	}

}
