package org.afterword.kernel.markup;

import org.afterword.kernel.Budget;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Words in brackets stay words in brackets where nothing but a line like {@code [Ewa]:
 * hello} would make a link of them; and an exclamation mark ends a sentence.
 */
final class Brackets implements LinkProcessor {

	private static final int LOOKS_AT = 100;

	@Override
	public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
		Budget.check();
		var after = scanner.position();
		if (link.destination() != null) {
			return endsSentence(link.marker())
					? LinkResult.wrapTextIn(new Link(link.destination(), link.title()), after) : LinkResult.none();
		}
		scanner.setPosition(link.afterTextBracket());
		var written = (link.label() != null) ? scanner.getSource(link.afterTextBracket(), after).getContent() : "";
		scanner.setPosition(after);
		var label = (link.label() == null || link.label().isEmpty()) ? link.text(scanner) : link.label();
		var definition = context.getDefinition(LinkReferenceDefinition.class, label);
		if (definition == null || leadsSomewhere(definition)) {
			return LinkResult.none();
		}
		return LinkResult.wrapTextIn(new Plain((link.marker() != null) ? "![" : "[", "]" + written), after)
			.includeMarker();
	}

	/** In "Great![photo](…)" the sign belongs to the word, and this is no picture. */
	private static boolean endsSentence(@Nullable Text marker) {
		if (marker == null || !(marker.getPrevious() instanceof Text before) || before.getLiteral().isEmpty()) {
			return false;
		}
		return Character.isLetterOrDigit(before.getLiteral().codePointBefore(before.getLiteral().length()));
	}

	/**
	 * By its look: a definition may be used thousands of times, and whether each use is a
	 * link is decided when it is tidied.
	 */
	private static boolean leadsSomewhere(LinkReferenceDefinition definition) {
		var address = definition.getDestination();
		return address.substring(0, Math.min(address.length(), LOOKS_AT))
			.chars()
			.anyMatch((sign) -> "/.:@#".indexOf(sign) >= 0);
	}

	/** Words, and what stands around them. */
	static final class Plain extends CustomNode {

		final String before;

		final String after;

		Plain(String before, String after) {
			this.before = before;
			this.after = after;
		}

	}

}
