package org.afterword.kernel.paste;

import java.util.Set;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/** Markdown that is rendered without escaping. */
final class RawMarkdown extends CustomNode {

	private final String markdown;

	RawMarkdown(String markdown) {
		this.markdown = markdown;
	}

	/** Renders these nodes. */
	static final class Renderer implements MarkdownNodeRendererFactory {

		@Override
		public NodeRenderer create(MarkdownNodeRendererContext context) {
			return new NodeRenderer() {
				@Override
				public Set<Class<? extends Node>> getNodeTypes() {
					return Set.of(RawMarkdown.class);
				}

				@Override
				public void render(Node node) {
					context.getWriter().raw(((RawMarkdown) node).markdown);
				}
			};
		}

		@Override
		public Set<Character> getSpecialCharacters() {
			return Set.of();
		}

	}

}
