package org.afterword.shell;

import java.util.Map;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ViewResolver;

/**
 * Shows the error page for addresses that Tomcat refuses before Spring sees them, such as
 * {@code /topics/%zz}, which lost a piece on its way through an e-mail.
 */
@Component
class MalformedAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private static final Log log = LogFactory.getLog(MalformedAddresses.class);

	// The server is created before the templates.
	private final BeanFactory forum;

	MalformedAddresses(BeanFactory forum) {
		this.forum = forum;
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		server.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new Words()));
	}

	/** Writes nothing where the response has a body already. */
	private final class Words extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			if (response.getStatus() == HttpStatus.BAD_REQUEST.value() && response.getContentWritten() == 0
					&& request.getContext() == null) {
				try {
					show(request, response);
				}
				catch (Exception ex) {
					log.error("No words for a malformed address", ex);
				}
			}
		}

		private void show(Request request, Response response) throws Exception {
			var forum = MalformedAddresses.this.forum;
			var languages = forum.getBean(Languages.class);
			var asked = new HttpServletRequestWrapper(request) {
				@Override
				public ServletContext getServletContext() {
					return forum.getBean(ServletContext.class);
				}

				@Override
				public String getContextPath() {
					return "";
				}
			};
			asked.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, languages);
			var view = forum.getBean("thymeleafViewResolver", ViewResolver.class)
				.resolveViewName("error/400", languages.resolveLocale(asked));
			if (view != null) {
				response.setHeader("Content-Security-Policy", Security.POLICY);
				view.render(Map.of(), asked, response);
				response.finishResponse();
			}
		}

	}

}
