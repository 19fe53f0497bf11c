package org.afterword.reading;

/**
 * How many members have a question, too, beside the one who asked it.
 *
 * @param count at most a thousand
 * @param mine whether this viewer is one of them
 * @param may whether this viewer can say so, or take it back
 */
public record Asking(int count, boolean mine, boolean may) {
}
