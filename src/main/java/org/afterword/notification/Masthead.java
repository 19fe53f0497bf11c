package org.afterword.notification;

import java.util.function.Function;

import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells every page how many notices are new, and whether its viewer runs a topic: one
 * statement where the page of a member is printed, none for strangers and where nothing
 * is.
 */
@ControllerAdvice
class Masthead {

	private final Notices notices;

	Masthead(Notices notices) {
		this.notices = notices;
	}

	@ModelAttribute
	void tell(Viewer viewer, Model model) {
		var head = new Read(viewer);
		model.addAttribute("fresh", head.lazy(Notices.Head::fresh));
		model.addAttribute("runs", head.lazy(Notices.Head::runs));
	}

	/** Read once, by whatever the page asks for first. */
	private final class Read {

		private final Viewer viewer;

		private Notices.@Nullable Head head;

		Read(Viewer viewer) {
			this.viewer = viewer;
		}

		<T> LazyContextVariable<T> lazy(Function<Notices.Head, T> part) {
			return new LazyContextVariable<>() {

				@Override
				protected T loadValue() {
					return part.apply(read());
				}

			};
		}

		private Notices.Head read() {
			if (this.head == null) {
				this.head = this.viewer.isMember() ? Masthead.this.notices.head(this.viewer) : Notices.Head.NOTHING;
			}
			return this.head;
		}

	}

}
