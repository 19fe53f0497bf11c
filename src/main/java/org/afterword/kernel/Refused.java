package org.afterword.kernel;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for breaks a rule that the asker can understand: answered with 422 and
 * the reasons. {@link Forms#submit} shows each beside its field.
 */
public class Refused extends RuntimeException {

	private final transient List<Reason> reasons;

	/**
	 * @param key of the sentence in the messages
	 * @param arguments what the sentence names
	 */
	public Refused(String key, Object... arguments) {
		this(List.of(new Reason(null, key, List.of(arguments))));
	}

	/**
	 * Refuses several fields at once; at least one.
	 * @param fields the key of the sentence, by the name of the field
	 */
	protected Refused(Map<String, String> fields) {
		this(fields.entrySet().stream().map((one) -> new Reason(one.getKey(), one.getValue(), List.of())).toList());
	}

	private Refused(List<Reason> reasons) {
		super(reasons.getFirst().key());
		this.reasons = reasons;
	}

	/**
	 * Names the field that the reason is about. A form without such a field shows it as a
	 * reason of the whole form.
	 */
	public Refused on(String field) {
		return new Refused(this.reasons.stream().map((one) -> new Reason(field, one.key(), one.arguments())).toList());
	}

	/** At least one. */
	public List<Reason> reasons() {
		return this.reasons;
	}

	/** The key of the first reason. */
	public String key() {
		return this.reasons.getFirst().key();
	}

	/** What the sentence of the first reason names. */
	public Object[] arguments() {
		return this.reasons.getFirst().arguments().toArray();
	}

	/**
	 * Why it is refused.
	 *
	 * @param field whose value breaks the rule; null for the form as a whole
	 * @param key of the sentence in the messages
	 * @param arguments what the sentence names
	 */
	public record Reason(@Nullable String field, String key, List<Object> arguments) {
	}

}
