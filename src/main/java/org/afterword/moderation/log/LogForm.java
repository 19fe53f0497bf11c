package org.afterword.moderation.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;

import org.afterword.member.Handle;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/** The filters of the log, as they were typed. */
record LogForm(String by, String about, String act, String topic, String from, String to) {

	LogForm {
		by = strip(by);
		about = strip(about);
		act = strip(act);
		topic = strip(topic);
		from = strip(from);
		to = strip(to);
	}

	/** Whether it asks for less than everything. */
	public boolean narrows() {
		return !query(Map.of()).isEmpty();
	}

	/**
	 * The filter. What is not a day or a handle becomes an error of its field.
	 */
	LogFilter toFilter(Errors errors) {
		return new LogFilter(handle("by", this.by, errors), handle("about", this.about, errors), this.act,
				this.topic.replaceFirst("^.*/topics/", "").replaceFirst("[/?#].*", ""), day("from", this.from, errors),
				day("to", this.to, errors));
	}

	/** The query of an address with these filters and more. */
	String query(Map<String, String> more) {
		var address = UriComponentsBuilder.newInstance();
		var values = new ArrayList<>();
		add(address, values, "by", this.by);
		add(address, values, "about", this.about);
		add(address, values, "act", this.act);
		add(address, values, "topic", this.topic);
		add(address, values, "from", this.from);
		add(address, values, "to", this.to);
		more.forEach((name, value) -> add(address, values, name, value));
		var query = address.encode().buildAndExpand(values.toArray()).toUri().getRawQuery();
		return (query != null) ? "?" + query : "";
	}

	private static void add(UriComponentsBuilder address, ArrayList<Object> values, String name, String value) {
		if (!value.isEmpty()) {
			address.queryParam(name, "{" + name + "}");
			values.add(value);
		}
	}

	private static String handle(String field, String typed, Errors errors) {
		var handle = typed.startsWith("@") ? typed.substring(1) : typed;
		if (!handle.isEmpty() && !Handle.matches(handle)) {
			errors.rejectValue(field, "people.nobody", new Object[] { handle }, "people.nobody");
		}
		return handle;
	}

	private static @Nullable LocalDate day(String field, String typed, Errors errors) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			return LocalDate.parse(typed);
		}
		catch (DateTimeException ex) {
			errors.rejectValue(field, "audit.bad-day");
			return null;
		}
	}

	private static String strip(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
