package org.afterword.imports.exports;

/** Who could read a message. */
enum Audience {

	EVERYONE,

	/** The hosts and panelists only. */
	PANEL,

	ONE_PERSON

}
