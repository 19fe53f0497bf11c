package org.afterword.shell;

import java.util.Set;

import org.afterword.site.Site;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives every template {@code #site}: {@link SiteWords} in the reader’s language. It
 * needs no model, so that error pages have it too.
 */
@Component
class SiteDialect extends AbstractDialect implements IExpressionObjectDialect {

	private final Site site;

	private final MessageSource messages;

	private final Languages languages;

	SiteDialect(Site site, MessageSource messages, Languages languages) {
		super("site");
		this.site = site;
		this.messages = messages;
		this.languages = languages;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of("site");
			}

			@Override
			public Object buildObject(IExpressionContext context, String name) {
				var request = (context instanceof IWebContext web) ? web.getExchange().getRequest() : null;
				return new SiteWords(SiteDialect.this.site, SiteDialect.this.messages, SiteDialect.this.languages.all(),
						context.getLocale(), request);
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}

		};
	}

}
