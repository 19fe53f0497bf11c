package org.afterword.bench.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.afterword.kernel.QuestionNumber;
import org.afterword.kernel.markup.Markup;

/**
 * A paragraph as Markdown, as the HTML that the program makes of it, and as plain text,
 * with gaps for what differs from post to post: an address, a name or a number.
 */
final class Fragment {

	/** What a gap is called while the program reads the paragraph. */
	private static final String ADDRESS = "gap.example.org/gap";

	private static final String NAME = "gap-1";

	private static final String NUMBER = "97531";

	private final List<byte[]> markdown;

	private final List<byte[]> html;

	private final String text;

	private final String gap;

	private Fragment(String gap, String markdown) {
		var read = Markup.read(markdown, (_) -> Set.of(NAME));
		this.gap = gap;
		this.markdown = pieces(gap, markdown);
		this.html = pieces(gap, read.html(new People()).toString());
		this.text = read.text().strip();
	}

	static Fragment plain(Words words) {
		var text = words.sentences(230);
		return new Fragment("\0", switch (words.below(6)) {
			case 0 -> text + "\n\n- " + words.phrase(5) + "\n- " + words.phrase(7);
			case 1 -> "> " + words.sentences(80) + "\n\n" + text;
			case 2 -> text + words.language().space() + "**" + words.phrase(3) + "**" + words.language().stop();
			default -> text;
		});
	}

	static Fragment withAddress(Words words) {
		var space = (words.language() == Language.CHINESE) ? " " : words.language().space();
		return new Fragment(ADDRESS,
				(words.below(3) == 0) ? words.sentences(90) + space + "https://" + ADDRESS : words.sentences(90) + space
						+ "[" + words.phrase(4) + "](https://" + ADDRESS + ")" + words.language().stop());
	}

	static Fragment withName(Words words) {
		return new Fragment(NAME, "@" + NAME + " " + words.sentences(110));
	}

	static Fragment withNumber(Words words) {
		return new Fragment(NUMBER, words.phrase(3) + " " + words.language().mention(NUMBER) + words.language().comma()
				+ words.sentences(120));
	}

	void writeMarkdown(Copy copy, byte[] filling) {
		write(copy, this.markdown, filling);
	}

	void writeHtml(Copy copy, byte[] filling) {
		write(copy, this.html, filling);
	}

	String text(String filling) {
		return this.text.replace(this.gap, filling);
	}

	private static void write(Copy copy, List<byte[]> pieces, byte[] filling) {
		copy.append(pieces.getFirst());
		for (var piece = 1; piece < pieces.size(); piece++) {
			copy.append(filling).append(pieces.get(piece));
		}
	}

	private static List<byte[]> pieces(String gap, String text) {
		var pieces = new ArrayList<byte[]>();
		for (var piece : text.split(java.util.regex.Pattern.quote(gap), -1)) {
			pieces.add(Copy.escaped(piece));
		}
		return List.copyOf(pieces);
	}

	/** Every name is a member’s. */
	private static final class People implements Markup.Surroundings {

		@Override
		public Optional<Markup.Person> person(String name) {
			return Optional.of(new Markup.Person("/members/" + name, false, ""));
		}

		@Override
		public Optional<Markup.Quoted> question(QuestionNumber number) {
			return Optional.empty();
		}

		@Override
		public Optional<String> post(int number) {
			return Optional.empty();
		}

	}

}
