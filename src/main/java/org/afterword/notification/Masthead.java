package org.afterword.notification;

import org.afterword.member.Viewer;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page how many notices are new: one statement where the page of a member is
 * printed, none for strangers and where nothing is.
 */
@ControllerAdvice
class Masthead {

	private final Notices notices;

	Masthead(Notices notices) {
		this.notices = notices;
	}

	@ModelAttribute("fresh")
	LazyContextVariable<Integer> fresh(Viewer viewer) {
		return new LazyContextVariable<>() {

			@Override
			protected Integer loadValue() {
				return viewer.isMember() ? Masthead.this.notices.fresh(viewer) : 0;
			}

		};
	}

}
