package org.afterword.reading;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.afterword.kernel.Slug;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.templatemode.TemplateMode;

import org.springframework.stereotype.Component;

/**
 * Gives templates {@code #posts}: the markup of a post, kept or rendered now. It is
 * rendered by {@code components/post.html}, which knows nothing but the post and its
 * topic, so it is the same for every viewer.
 */
@Component
public class PostsDialect extends AbstractDialect implements IExpressionObjectDialect {

	private static final TemplateSpec POST = new TemplateSpec("components/post", Set.of("post"), TemplateMode.HTML,
			null);

	public PostsDialect() {
		super("posts");
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of("posts");
			}

			@Override
			public Object buildObject(IExpressionContext context, String name) {
				return new Renderer(context);
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}

		};
	}

	/** What templates know as {@code #posts}. */
	public static final class Renderer {

		private final IExpressionContext page;

		Renderer(IExpressionContext page) {
			this.page = page;
		}

		/** The markup of the post of a line. */
		public String markup(Line line, Slug slug, boolean open, int questions) {
			var markup = line.markup();
			if (!markup.isReady()) {
				markup.rendered(render(line.post(), slug, open, questions));
			}
			return markup.html();
		}

		private String render(@Nullable PostEntry post, Slug slug, boolean open, int questions) {
			var variables = new HashMap<String, @Nullable Object>();
			variables.put("post", post);
			variables.put("slug", slug);
			variables.put("open", open);
			variables.put("questions", questions);
			var evaluation = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;
			variables.put(evaluation, this.page.getVariable(evaluation));
			var written = new StringWriter();
			this.page.getConfiguration().getTemplateManager().parseAndProcess(POST, context(variables), written);
			return written.toString();
		}

		private IContext context(Map<String, @Nullable Object> variables) {
			return (this.page instanceof IWebContext web)
					? new WebContext(web.getExchange(), this.page.getLocale(), variables)
					: new Context(this.page.getLocale(), variables);
		}

	}

}
