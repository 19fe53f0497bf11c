package org.afterword.reading;

import org.afterword.member.Viewer;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page how much waits on the desk: one statement where the page of somebody
 * who runs a topic is printed. Nobody else’s page asks.
 */
@ControllerAdvice
class DeskCount {

	/** How far it is counted. */
	static final int MOST = 100;

	private final Desk desk;

	DeskCount(Desk desk) {
		this.desk = desk;
	}

	@ModelAttribute("onDesk")
	LazyContextVariable<Integer> onDesk(Viewer viewer) {
		return new LazyContextVariable<>() {

			@Override
			protected Integer loadValue() {
				return viewer.isMember() ? DeskCount.this.desk.count(MOST, viewer) : 0;
			}

		};
	}

}
