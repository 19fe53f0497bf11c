package org.afterword.account;

import java.util.Optional;

import org.afterword.member.Viewer;

/** Forms whose words survive a sign-in: kept for their author, and shown filled. */
public interface UnsentForms {

	/** Whether forms that are sent to this path can be shown again. */
	boolean take(String path);

	/**
	 * Keeps the words of a form, and posts nothing.
	 * @return where it is shown filled; empty where this member may not see it
	 */
	Optional<LocalPath> keep(Viewer author, Unsent form);

}
