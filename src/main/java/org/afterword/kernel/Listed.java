package org.afterword.kernel;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list that was read with one more than it shows.
 *
 * @param more whether there is a next page
 */
public record Listed<T>(List<T> shown, boolean more) {

	public static <T> Listed<T> of(List<T> read, int page) {
		return new Listed<>((read.size() > page) ? read.subList(0, page) : read, read.size() > page);
	}

	/**
	 * The address of the next page, made from the last that is shown; null on the last
	 * page.
	 */
	public @Nullable String next(Function<T, String> address) {
		return this.more ? address.apply(this.shown.getLast()) : null;
	}

}
