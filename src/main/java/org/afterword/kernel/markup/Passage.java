package org.afterword.kernel.markup;

import java.util.List;

/**
 * A paragraph, a heading, or a cell of a table.
 *
 * @param words its text, in which each link and each piece of code is one U+FFFC
 * @param text what a reader sees
 * @param quoted whether it stands in a quote
 * @param linked whether it holds a web address
 * @param heading whether it is a heading
 * @param title whether it is a heading, or consists of a question's number
 * @param block the place of the outermost block around it, from 1
 * @param stretches the whole of it, or its lines, if several begin with a question's
 * number
 */
record Passage(String words, String text, boolean quoted, boolean linked, boolean heading, boolean title, int block,
		List<Parts.Stretch> stretches) {
}
