package org.afterword.kernel.markup;

import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** What a reader sees of a piece of text. */
final class Words {

	private Words() {
	}

	/** The words of the node itself; null if only its children have some. */
	static @Nullable String of(Node node) {
		return switch (node) {
			case Text text -> text.getLiteral();
			case Code code -> code.getLiteral();
			case FencedCodeBlock code -> code.getLiteral();
			case References.Mention mention -> "@" + mention.name;
			case References.PostNumber post -> "#" + post.written;
			case Lists.Mark mark -> mark.written;
			case SoftLineBreak _ -> "\n";
			case HardLineBreak _ -> "\n";
			default -> null;
		};
	}

	/** All the words below a node. */
	public static String below(Node node) {
		var words = new StringBuilder();
		append(node, words);
		return words.toString();
	}

	private static void append(Node node, StringBuilder words) {
		var own = of(node);
		if (own != null) {
			words.append(own);
			return;
		}
		for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
			append(child, words);
		}
	}

}
