package org.afterword.topic;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.afterword.kernel.Slug;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives handlers their {@code ViewedTopic topic} by the slug in the address, and its page
 * the {@code topic}. Where there is none, the answer is 404; where it has moved, 301;
 * both before the handler begins.
 */
@Configuration(proxyBeanMethods = false)
class TopicArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final ObjectProvider<Topics> topics;

	TopicArgument(ObjectProvider<Topics> topics) {
		this.topics = topics;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ViewedTopic.class;
	}

	@Override
	public ViewedTopic resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer page,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var topic = this.topics.getObject().viewed(slug(request), viewer(request));
		if (page != null) {
			page.addAttribute("topic", topic.view());
		}
		return topic;
	}

	private static Slug slug(NativeWebRequest request) {
		var variables = (Map<?, ?>) Objects.requireNonNull(
				request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
		return Slug.of((String) Objects.requireNonNull(variables.get("slug")));
	}

	private static Viewer viewer(NativeWebRequest request) {
		return (request.getAttribute(Viewer.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Viewer viewer)
				? viewer : Viewer.stranger();
	}

}
