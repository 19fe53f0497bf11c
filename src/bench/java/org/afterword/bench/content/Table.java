package org.afterword.bench.content;

import java.io.IOException;

/** A table, the columns that are filled, and the rows. */
record Table(String name, String columns, Rows rows) {

	interface Rows {

		void write(Copy copy) throws IOException;

	}

}
