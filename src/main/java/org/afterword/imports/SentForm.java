package org.afterword.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.afterword.imports.lists.Pasted;
import org.afterword.kernel.Refused;
import org.afterword.kernel.address.WebAddress;
import org.afterword.kernel.paste.PastedHtml;

import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads the form of a new topic from the fields of a request. Data binding cannot do it:
 * it splits a text at its commas where a list is wanted.
 */
final class SentForm {

	/** How much was removed from the pasted text, and from which. */
	private static final Pattern REMOVED = Pattern.compile("([0-9]{1,6}):([0-9]{1,6}):(-?[0-9]{1,10})");

	private final MultiValueMap<String, String> fields;

	private SentForm(MultiValueMap<String, String> fields) {
		this.fields = fields;
	}

	/**
	 * @throws ResponseStatusException if fields of some rows are missing
	 */
	static TopicForm read(MultiValueMap<String, String> fields) {
		return new SentForm(fields).read();
	}

	private TopicForm read() {
		var list = Pasted.of(text(first("pasted")));
		return new TopicForm(first("title").strip(), first("heldOn").strip(), first("speakers").strip(),
				first("recording").strip(), first("introduction"), list.words(), rows(), options(), withRemoved(list),
				key());
	}

	private PublishOptions options() {
		return new PublishOptions(!this.fields.containsKey("noticed") || this.fields.containsKey("ask"),
				this.fields.containsKey("addresses"), this.fields.containsKey("again"));
	}

	/** Counts what earlier steps removed from the same text. */
	private Pasted withRemoved(Pasted list) {
		var removed = REMOVED.matcher(first("left"));
		return (removed.matches() && removed.group(3).equals(Integer.toString(list.words().hashCode())))
				? list.plusRemoved(Integer.parseInt(removed.group(1)), Integer.parseInt(removed.group(2))) : list;
	}

	/** The value of the field {@link #withRemoved} reads. */
	static String removed(Pasted list) {
		return list.messages() + ":" + list.answers() + ":" + list.words().hashCode();
	}

	private List<TypedRow> rows() {
		var texts = all("text");
		var columns = List.of(all("number"), all("was"), all("asker"), all("place"), all("source"));
		if (columns.stream().anyMatch((column) -> column.size() != texts.size())) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Fields of some rows are missing");
		}
		var kept = Set.copyOf(all("keep"));
		return IntStream.range(0, texts.size())
			.mapToObj((at) -> new TypedRow(columns.get(0).get(at), columns.get(1).get(at), columns.get(2).get(at),
					texts.get(at), columns.get(3).get(at), columns.get(4).get(at), kept.contains(Integer.toString(at))))
			.toList();
	}

	/**
	 * Replaces the source of a web page by its text, with the addresses of its links.
	 * Where it cannot be read it stays as it is.
	 */
	private static String text(String pasted) {
		try {
			return PastedHtml.isSource(pasted) ? PastedHtml.toText(pasted, null) : pasted;
		}
		catch (Refused unreadable) {
			return pasted;
		}
	}

	private UUID key() {
		try {
			return UUID.fromString(first("key"));
		}
		catch (IllegalArgumentException ex) {
			return UUID.randomUUID();
		}
	}

	private List<String> all(String name) {
		return this.fields.getOrDefault(name, List.of()).stream().map(SentForm::clean).toList();
	}

	private String first(String name) {
		var value = this.fields.getFirst(name);
		return (value != null) ? clean(value) : "";
	}

	// Browsers send line ends of two characters. Passwords in addresses are not shown
	// again.
	private static String clean(String value) {
		return WebAddress.cleaned(value.replace("\r\n", "\n"));
	}

}
