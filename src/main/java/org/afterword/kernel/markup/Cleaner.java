package org.afterword.kernel.markup;

import org.afterword.kernel.Html;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The one place that makes {@link Html}: whatever was written, only what stands here
 * passes.
 */
final class Cleaner {

	private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
		.allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code",
				"em", "strong", "del", "small", "a", "span", "figure", "figcaption", "table", "thead", "tbody", "tr",
				"th", "td")
		.allowUrlProtocols("http", "https", "mailto")
		.allowAttributes("href", "title")
		.onElements("a")
		.allowAttributes("aria-label")
		.onElements("a")
		.allowAttributes("rel")
		.matching(false, PostHtml.REL)
		.onElements("a")
		.allowAttributes("class")
		.matching(false, "mention", "mention unclaimed", "numeral")
		.onElements("a")
		.allowAttributes("class")
		.matching(false, "visually-hidden")
		.onElements("span")
		.allowAttributes("class")
		.matching(false, "quoted-question")
		.onElements("figure")
		.allowAttributes("class")
		.matching(false, "table")
		.onElements("table")
		.allowAttributes("start")
		.matching((value) -> value.matches("[0-9]{1,9}"))
		.onElements("ol")
		.allowAttributes("value")
		.matching((value) -> value.matches("[0-9]{1,9}"))
		.onElements("li")
		.allowAttributes("dir")
		.matching(false, "auto", "ltr", "rtl")
		.globally()
		.toFactory();

	private Cleaner() {
	}

	static Html clean(String markup) {
		return new Html(POLICY.sanitize(markup));
	}

}
