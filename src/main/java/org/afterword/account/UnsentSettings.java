package org.afterword.account;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.afterword.member.Viewer;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was typed about signing in, by somebody who first has to prove who they are. */
@Component
public class UnsentSettings implements UnsentForms {

	private static final String KEPT = "kept";

	private static final List<Form> FORMS = List.of(
			new Form(Pattern.compile("(/members/[^/?#]+/access)/(?:codes|sessions)"), "reason", true),
			new Form(Pattern.compile("(/settings/email)"), "email", false),
			new Form(Pattern.compile("(/settings/passkeys)"), "name", false));

	/** What was typed into the form of this page before; mostly nothing. */
	public static String kept(Model model) {
		return Objects.requireNonNullElse((String) model.getAttribute(KEPT), "");
	}

	@Override
	public boolean take(Unsent form) {
		return FORMS.stream().anyMatch((one) -> one.is(form));
	}

	@Override
	public Optional<LocalPath> keep(Viewer author, Unsent form, RedirectAttributes after) {
		var found = FORMS.stream().filter((one) -> one.is(form) && one.isFor(author)).findFirst();
		return found.map((one) -> {
			after.addFlashAttribute(KEPT, form.field(one.field()));
			after.addFlashAttribute("done", "unsent.kept.form");
			return one.page(form);
		});
	}

	/** Where a form is sent to, under the page that shows it, and its one field. */
	private record Form(Pattern path, String field, boolean ofAdministrators) {

		boolean isFor(Viewer viewer) {
			return viewer.isAdministrator() || !this.ofAdministrators;
		}

		boolean is(Unsent form) {
			return this.path.matcher(form.path()).matches() && !form.field(this.field).isBlank();
		}

		LocalPath page(Unsent form) {
			return LocalPath.anywhere(this.path.matcher(form.path()).replaceFirst("$1"));
		}

	}

}
