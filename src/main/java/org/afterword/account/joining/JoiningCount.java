package org.afterword.account.joining;

import org.afterword.member.Viewer;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page how many wait to be let in: one statement where the page of an
 * administrator is printed, none for everybody else.
 */
@ControllerAdvice
class JoiningCount {

	private final Joining joining;

	JoiningCount(Joining joining) {
		this.joining = joining;
	}

	@ModelAttribute("toLetIn")
	LazyContextVariable<Integer> toLetIn(Viewer viewer) {
		return new LazyContextVariable<>() {

			@Override
			protected Integer loadValue() {
				return JoiningCount.this.joining.count(viewer);
			}

		};
	}

}
