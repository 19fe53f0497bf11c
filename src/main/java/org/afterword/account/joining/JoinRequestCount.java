package org.afterword.account.joining;

import org.afterword.member.JoinRequests;
import org.afterword.member.Viewer;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page of an administrator how many ask to join: one statement when the page
 * prints it, none for everybody else.
 */
@ControllerAdvice
class JoinRequestCount {

	/** More are not counted. */
	private static final int LIMIT = 100;

	private final JoinRequests requests;

	JoinRequestCount(JoinRequests requests) {
		this.requests = requests;
	}

	@ModelAttribute("toLetIn")
	LazyContextVariable<Integer> toLetIn(Viewer viewer) {
		return new LazyContextVariable<>() {
			@Override
			protected Integer loadValue() {
				return JoinRequestCount.this.requests.count(viewer, LIMIT);
			}
		};
	}

}
