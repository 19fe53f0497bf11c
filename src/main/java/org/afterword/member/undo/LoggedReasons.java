package org.afterword.member.undo;

import java.util.Optional;

/** The reasons in the audit log, for the owner of an act who undoes it. */
public interface LoggedReasons {

	/** The reason of the last such act before this one; empty where none was given. */
	Optional<String> lastBefore(LoggedAct act, ActFilter which);

}
