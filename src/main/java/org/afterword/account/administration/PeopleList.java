package org.afterword.account.administration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import org.afterword.account.administration.PeopleColumns.Column;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.NewMembers;
import org.afterword.member.NewMembers.Person;
import org.afterword.member.Profile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list of people as comma-separated values, read row by row. */
final class PeopleList {

	/** How large a list may be, in bytes or characters. */
	static final int LARGEST = 1_000_000;

	private static final char[] SEPARATORS = { ',', ';', '\t' };

	private PeopleList() {
	}

	/**
	 * One row.
	 *
	 * @param number of the line on which it begins, as an editor counts
	 * @param name as written
	 * @param email as written
	 * @param person null where it cannot be read
	 * @param problem the key of the sentence that says why; null where it can
	 */
	record Row(long number, String name, String email, NewMembers.@Nullable Person person, @Nullable String problem) {

	}

	/**
	 * The rows of a list, the first line of which names its columns.
	 * @throws Refused if it is no such list
	 */
	static List<Row> read(String list) {
		var text = list.startsWith("\uFEFF") ? list.substring(1) : list;
		if (Blank.is(text)) {
			throw new Refused("member-import.empty");
		}
		if (text.length() > LARGEST) {
			throw new Refused("member-import.large", LARGEST / 1_000);
		}
		var format = CSVFormat.RFC4180.builder()
			.setDelimiter(separator(text.strip().lines().findFirst().orElse("")))
			.setIgnoreEmptyLines(true)
			.get();
		try (var csv = format.parse(new StringReader(text))) {
			return rows(csv.iterator(), new LineCounter(text));
		}
		catch (IOException | UncheckedIOException ex) {
			// A quote that is opened and not closed, or closed in the middle of a cell.
			throw new Refused("member-import.quotes");
		}
	}

	private static List<Row> rows(Iterator<CSVRecord> records, LineCounter lines) {
		var columns = PeopleColumns.of(records.next());
		var rows = new ArrayList<Row>();
		var addresses = new HashSet<String>();
		while (records.hasNext()) {
			var record = records.next();
			if (record.stream().allMatch(String::isBlank)) {
				continue;
			}
			if (rows.size() == NewMembers.MOST) {
				throw new Refused("member-import.many", NewMembers.MOST);
			}
			rows.add(row(record, columns, lines.at(record.getCharacterPosition()), addresses));
		}
		if (rows.isEmpty()) {
			throw new Refused("member-import.header-only");
		}
		return rows;
	}

	private static Row row(CSVRecord record, PeopleColumns columns, long number, Set<String> addresses) {
		var email = columns.cell(record, Column.EMAIL);
		var full = columns.cell(record, Column.NAME);
		var name = !full.isEmpty() ? full
				: (columns.cell(record, Column.FIRST) + " " + columns.cell(record, Column.LAST)).strip();
		var handle = columns.cell(record, Column.HANDLE);
		var problem = problem(name, email, handle, record, columns);
		if (problem == null && !addresses.add(Email.of(email).value())) {
			problem = "member-import.twice";
		}
		if (problem != null) {
			return new Row(number, name, email, null, problem);
		}
		var profile = new Profile(name, columns.cell(record, Column.INITIALS),
				columns.cell(record, Column.ORGANISATION), columns.cell(record, Column.COUNTRY), null);
		return new Row(number, name, email,
				new NewMembers.Person(profile, handle.isEmpty() ? null : new Handle(handle), Email.of(email)), null);
	}

	/** The key of the sentence that says why a row cannot be read; null where it can. */
	private static @Nullable String problem(String name, String email, String handle, CSVRecord record,
			PeopleColumns columns) {
		if (email.isEmpty()) {
			return "member-import.no-email";
		}
		if (!Email.matches(email)) {
			return "member-import.email";
		}
		if (Blank.is(name)) {
			return "member-import.no-name";
		}
		if (!Profile.isName(name)) {
			return "member-import.name";
		}
		if (!handle.isEmpty() && !Handle.matches(handle)) {
			return "member-import.handle";
		}
		var initials = columns.cell(record, Column.INITIALS);
		if (!Blank.is(initials) && !Profile.isInitials(initials)) {
			return "member-import.initials";
		}
		var fits = Profile.isLine(columns.cell(record, Column.ORGANISATION))
				&& Profile.isLine(columns.cell(record, Column.COUNTRY));
		return fits ? null : "member-import.too-long";
	}

	private static char separator(String header) {
		var found = SEPARATORS[0];
		for (var one : SEPARATORS) {
			if (count(header, one) > count(header, found)) {
				found = one;
			}
		}
		return found;
	}

	private static long count(String text, char sign) {
		return text.chars().filter((one) -> one == sign).count();
	}

}
