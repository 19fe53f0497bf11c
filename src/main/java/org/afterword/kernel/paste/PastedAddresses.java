package org.afterword.kernel.paste;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.afterword.kernel.address.Addresses;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/** The addresses in pasted HTML: made absolute, and only those that may be linked. */
final class PastedAddresses {

	private static final Pattern SCHEME = Pattern.compile("(?i)\\A([a-z][a-z0-9+.-]*+):");

	/** Addresses of these schemes say nothing to a reader. */
	private static final Set<String> MEANINGLESS = Set.of("javascript", "data", "blob", "about", "vbscript", "cid");

	private static final Pattern LINE_END = Pattern.compile("[\\t\\r\\n]");

	private final PasteLimit limit;

	/** The address of the page; empty where it is unknown. */
	private final String base;

	private final Set<Element> elementsWithAddress = Collections.newSetFromMap(new IdentityHashMap<>());

	PastedAddresses(Element body, PasteLimit limit) {
		this.limit = limit;
		this.base = body.baseUri();
		body.traverse((node, _) -> {
			if (node instanceof Element element && (element.hasAttr("href") || element.hasAttr("src"))) {
				addWithAncestors(element);
			}
		});
	}

	private void addWithAncestors(Element element) {
		var outer = element;
		// The ancestors of an element that is known are known, too.
		while (outer != null && this.elementsWithAddress.add(outer)) {
			outer = outer.parent();
		}
	}

	/** Whether the element or one inside it has an address. */
	boolean areIn(Element element) {
		return this.elementsWithAddress.contains(element);
	}

	/** The address in {@code href} or {@code src}; null if there is none to link. */
	@Nullable String of(Element element) {
		return of(element, element.hasAttr("href") ? "href" : "src");
	}

	/** The address in an attribute; null if there is none to link. */
	@Nullable String of(Element element, String attribute) {
		var written = written(element, attribute);
		if (written.isEmpty() || written.startsWith("#")) {
			return null;
		}
		var absolute = SCHEME.matcher(written).lookingAt() ? written : absolute(element, attribute, written);
		return Addresses.linkable(absolute).filter((address) -> !address.startsWith("/")).orElse(null);
	}

	private String absolute(Element element, String attribute, String written) {
		// jsoup throws and catches an exception for each where the base is missing.
		var absolute = this.base.isEmpty() ? "" : element.absUrl(attribute);
		this.limit.resolved(absolute);
		return (absolute.isEmpty() && written.startsWith("//")) ? "https:" + written : absolute;
	}

	/** The attribute as it was written, on one line. */
	static String written(Element element, String attribute) {
		return LINE_END.matcher(element.attr(attribute).strip()).replaceAll("");
	}

	/** Whether an address that cannot be linked is worth showing. */
	static boolean isWorthShowing(String written) {
		var scheme = SCHEME.matcher(written);
		return !written.isEmpty() && !written.startsWith("#")
				&& !(scheme.lookingAt() && MEANINGLESS.contains(scheme.group(1).toLowerCase(Locale.ROOT)));
	}

	/** An address as people write it: without {@code mailto:}. */
	static String shown(String address) {
		return address.startsWith("mailto:") ? address.substring("mailto:".length()) : address;
	}

}
