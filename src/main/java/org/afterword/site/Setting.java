package org.afterword.site;

import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.afterword.kernel.Refused;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Something that administrators can set. Each module has its own as beans; the page of
 * settings shows them all. Its words are the messages {@code setting.} and its name, its
 * reason the same and {@code .why}.
 *
 * @param name under which it is stored
 * @param usualValue the default
 * @param reader what makes a value of what was typed, and refuses what cannot be
 * @param machine the value in the environment of the server, which wins; null for none
 */
public record Setting(String name, Part part, Kind kind, Supplier<String> usualValue,
		BiFunction<String, Viewer, String> reader, Supplier<@Nullable String> machine) {

	/** A setting that takes whatever its kind takes. */
	public static Setting of(String name, Part part, Kind kind, String usual) {
		return of(name, part, kind, () -> usual);
	}

	/** One whose default changes with others, such as the language of the site. */
	public static Setting of(String name, Part part, Kind kind, Supplier<String> usual) {
		return new Setting(name, part, kind, usual, (typed, by) -> kind.read(typed), () -> null);
	}

	/** The same, where values have to pass this, too, after its kind has read them. */
	public Setting reading(BiFunction<String, Viewer, String> more) {
		return new Setting(this.name, this.part, this.kind, this.usualValue,
				(typed, by) -> more.apply(this.reader.apply(typed, by), by), this.machine);
	}

	/** The same, where the environment of the server may set it. */
	public Setting unless(Supplier<@Nullable String> said) {
		return new Setting(this.name, this.part, this.kind, this.usualValue, this.reader, said);
	}

	/** The default. */
	public String usual() {
		return this.usualValue.get();
	}

	/**
	 * The value that was meant.
	 * @throws Refused if it cannot be one
	 */
	public String read(String typed, Viewer by) {
		return this.reader.apply(typed, by);
	}

	/** Whether it is typed on the page, as others are. */
	boolean isTyped() {
		return !(this.kind instanceof Kind.Picture || this.kind instanceof Kind.Elsewhere);
	}

}
