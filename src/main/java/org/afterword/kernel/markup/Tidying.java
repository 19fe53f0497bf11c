package org.afterword.kernel.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.afterword.kernel.Allowance;
import org.afterword.kernel.Budget;
import org.afterword.kernel.address.Addresses;
import org.afterword.kernel.address.BareHosts;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.text.Characters;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Cleans a parsed document before it is read and rendered: images become links, links
 * that are not allowed become text, links contain only text, and link definitions that
 * nothing uses are shown.
 */
final class Tidying {

	private final Set<String> refused = new LinkedHashSet<>();

	private final Set<String> linked = new HashSet<>();

	private final List<LinkReferenceDefinition> definitions = new ArrayList<>();

	private final String source;

	private final Allowance allowance;

	private Tidying(String source, Allowance allowance) {
		this.source = source;
		this.allowance = allowance;
	}

	/**
	 * Cleans a document.
	 * @param source the text that was parsed
	 * @return the addresses that were written as links and became text
	 */
	static Collection<String> tidy(Node document, String source, Allowance allowance) {
		var tidying = new Tidying(source, allowance);
		tidying.children(document);
		tidying.definitions.forEach(tidying::showUnlessLinked);
		return tidying.refused;
	}

	/** Depth is bounded by the parser's limits. */
	private void children(Node parent) {
		Budget.check();
		unwrap(parent);
		Lists.tidy(parent, this.source);
		mergeTexts(parent);
		BrokenAddresses.join(parent);
		for (var node = parent.getFirstChild(); node != null;) {
			var next = node.getNext();
			switch (node) {
				case Text text -> text(text);
				case Code code -> code.setLiteral(Characters.clean(code.getLiteral()));
				case FencedCodeBlock code -> code.setLiteral(Characters.clean(withFirstLine(code)));
				case LinkReferenceDefinition definition -> this.definitions.add(definition);
				case Image image -> link(asLink(image));
				case Link link -> link(link);
				default -> children(node);
			}
			node = next;
		}
		mergeTexts(parent);
	}

	/** More than the name of a language is part of the text. */
	private static String withFirstLine(FencedCodeBlock code) {
		var info = (code.getInfo() != null) ? code.getInfo().strip() : "";
		return (info.indexOf(' ') > 0) ? info + "\n" + code.getLiteral() : code.getLiteral();
	}

	/** Replaces brackets and emphasis without a meaning by their characters. */
	private static void unwrap(Node parent) {
		for (var node = parent.getFirstChild(); node != null;) {
			var next = node.getNext();
			var first = node.getFirstChild();
			var unwrapped = true;
			if (node instanceof Brackets.Plain plain) {
				unwrap(plain, plain.before, plain.after);
			}
			else if (node instanceof Delimited face && isWithoutWords(node)) {
				unwrap(node, face.getOpeningDelimiter(), face.getClosingDelimiter());
			}
			else {
				unwrapped = false;
			}
			node = (unwrapped && first != null) ? first : next;
		}
	}

	private static void unwrap(Node node, String before, String after) {
		node.insertBefore(new Text(before));
		while (node.getFirstChild() != null) {
			node.insertBefore(node.getFirstChild());
		}
		node.insertBefore(new Text(after));
		node.unlink();
	}

	/** Whether it contains no word, as in {@code *_*}. */
	private static boolean isWithoutWords(Node node) {
		return Words.below(node).codePoints().noneMatch(Character::isLetterOrDigit);
	}

	private void text(Text text) {
		text.setLiteral(Characters.clean(text.getLiteral()));
		BareHosts.link(text).forEach(this::link);
	}

	private void link(Link link) {
		var images = new ArrayList<Image>();
		var words = words(link, images);
		var written = link.getDestination();
		this.allowance.take(written.length() + ((link.getTitle() != null) ? link.getTitle().length() : 0));
		var address = Addresses.linkable(written).or(() -> BareHosts.address(written).flatMap(Addresses::linkable));
		replaceChildren(link, words.isBlank() ? Characters.clean(written)
				: words.equals(written) ? WebAddress.withoutLabel(words) : words);
		if (address.isPresent()) {
			link.setDestination(address.get());
			link.setTitle((link.getTitle() != null) ? Characters.clean(link.getTitle()) : null);
			this.linked.add(address.get());
		}
		else {
			refuse(link, written, words);
		}
		for (var image : images) {
			if (link.getParent() != null && !image.getDestination().equals(written)) {
				insertImageAfter(link, image);
			}
		}
	}

	/** An image inside a link: both addresses are kept, one after the other. */
	private void insertImageAfter(Link link, Image image) {
		var after = new Link(image.getDestination(), null);
		after.appendChild(new Text(image.getDestination()));
		link.insertAfter(after);
		link.insertAfter(new Text(" "));
		link(after);
	}

	/** Replaces a link by its words, with the address as text behind them. */
	private void refuse(Link link, String written, String words) {
		if (written.isBlank()) {
			link.insertBefore(new Text(words));
		}
		else {
			var address = Characters.clean(written);
			this.refused.add(address);
			link.insertBefore(new Text(
					words.isBlank() ? address : words.contains(address) ? words : words + " (" + address + ")"));
		}
		link.unlink();
	}

	private void showUnlessLinked(LinkReferenceDefinition definition) {
		var address = Addresses.linkable(definition.getDestination());
		if (address.isPresent() && this.linked.contains(address.get())) {
			return;
		}
		var link = new Link(definition.getDestination(), null);
		link.appendChild(new Text(definition.getDestination()));
		var paragraph = new Paragraph();
		paragraph.appendChild(new Text("[" + Characters.clean(definition.getLabel()) + "]: "));
		paragraph.appendChild(link);
		if (definition.getTitle() != null) {
			paragraph.appendChild(new Text(" \"" + Characters.clean(definition.getTitle()) + "\""));
		}
		definition.insertAfter(paragraph);
		link(link);
		mergeTexts(paragraph);
	}

	private static Link asLink(Image image) {
		var link = new Link(image.getDestination(), image.getTitle());
		while (image.getFirstChild() != null) {
			link.appendChild(image.getFirstChild());
		}
		image.insertBefore(link);
		image.unlink();
		return link;
	}

	private static void replaceChildren(Node parent, String words) {
		while (parent.getFirstChild() != null) {
			parent.getFirstChild().unlink();
		}
		parent.appendChild(new Text(words));
	}

	private static String words(Node parent, List<Image> images) {
		var words = new StringBuilder();
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof Image image && !image.getDestination().isBlank()) {
				images.add(image);
			}
			var own = Words.of(node);
			words.append((own != null) ? own : words(node, images));
		}
		return Characters.clean(words.toString());
	}

	private static void mergeTexts(Node parent) {
		for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof Text first && first.getNext() instanceof Text) {
				var together = new StringBuilder(first.getLiteral());
				while (first.getNext() instanceof Text following) {
					together.append(following.getLiteral());
					following.unlink();
				}
				first.setLiteral(together.toString());
			}
		}
	}

}
