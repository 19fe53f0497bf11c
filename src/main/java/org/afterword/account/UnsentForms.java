package org.afterword.account;

import java.util.Optional;

import org.afterword.member.Viewer;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Forms whose words survive a sign-in: kept for their author, and shown filled. */
public interface UnsentForms {

	/** Whether this form can be shown again. */
	boolean take(Unsent form);

	/**
	 * Keeps the words of a form, and does nothing of what it asks for.
	 * @param after what the page of the form is told, where the words are kept nowhere
	 * else
	 * @return where it is shown filled; empty where this member may not see it
	 */
	Optional<LocalPath> keep(Viewer author, Unsent form, RedirectAttributes after);

}
