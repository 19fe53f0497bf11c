package org.afterword.shell;

import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;

import org.afterword.reading.PostsDialect;
import org.afterword.site.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.DelegatingWebMvcConfiguration;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Prints templates without starting the forum. */
class Pages {

	static final Site SITE = Site.of("Common Ground", ZoneId.of("UTC"), URI.create("http://localhost:8080"));

	private final MessageSource messages = new Messages();

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	Pages() {
		var templates = new ClassLoaderTemplateResolver();
		templates.setPrefix("templates/");
		templates.setSuffix(".html");
		templates.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(templates);
		this.engine.setTemplateEngineMessageSource(this.messages);
		this.engine.setEnableSpringELCompiler(true);
		this.engine.addDialect(new SiteDialect(SITE, this.messages, new Languages(SITE)));
		this.engine.addDialect(new PostsDialect());
	}

	/** The page of a template with this model, in English. */
	Document page(String template, Map<String, ?> model) {
		return Jsoup.parse(html(template, model, Locale.ENGLISH));
	}

	String html(String template, Map<String, ?> model, Locale locale) {
		return html(new Show(template, model), "/show", locale);
	}

	Document page(Object controller, String address) {
		return Jsoup.parse(html(controller, address));
	}

	String html(Object controller, String address) {
		return html(controller, address, Locale.ENGLISH);
	}

	private String html(Object controller, String address, Locale locale) {
		try (var context = new AnnotationConfigWebApplicationContext()) {
			var views = new ThymeleafViewResolver();
			views.setTemplateEngine(this.engine);
			views.setCharacterEncoding("UTF-8");
			context.setServletContext(new MockServletContext());
			context.register(DelegatingWebMvcConfiguration.class);
			context.addBeanFactoryPostProcessor((beans) -> {
				beans.registerSingleton("messageSource", this.messages);
				beans.registerSingleton("views", views);
				beans.registerSingleton("controller", controller);
			});
			context.refresh();
			views.setApplicationContext(context);
			MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
			return mvc.perform(get(address).locale(locale)).andReturn().getResponse().getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(address, ex);
		}
	}

	/** Prints one template again and again, without a request beside it. */
	IntSupplier printing(String template, Map<String, ?> model, Locale locale) {
		var context = new AnnotationConfigWebApplicationContext();
		var servlets = new MockServletContext();
		context.setServletContext(servlets);
		context.addBeanFactoryPostProcessor((beans) -> beans.registerSingleton("messageSource", this.messages));
		context.refresh();
		var views = new ThymeleafViewResolver();
		views.setTemplateEngine(this.engine);
		views.setCharacterEncoding("UTF-8");
		views.setApplicationContext(context);
		return () -> {
			var request = new MockHttpServletRequest(servlets);
			request.setMethod("GET");
			request.setRequestURI("/show");
			request.addPreferredLocale(locale);
			request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
			var response = new MockHttpServletResponse();
			try {
				Objects.requireNonNull(views.resolveViewName(template, locale)).render(model, request, response);
			}
			catch (Exception ex) {
				throw new IllegalStateException(template, ex);
			}
			return response.getContentAsByteArray().length;
		};
	}

	@Controller
	@TestComponent
	record Show(String template, Map<String, ?> model) {

		@GetMapping("/show")
		String show(Model page) {
			page.addAllAttributes(this.model);
			return this.template;
		}

	}

}
