package org.afterword.account.administration;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.CharsetDetector;
import org.afterword.kernel.Refused;
import org.afterword.kernel.text.Blank;
import org.afterword.member.Email;
import org.afterword.member.Handle;
import org.afterword.member.NewMembers;
import org.afterword.member.Profile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A list of members as comma-separated values, read row by row. */
final class ListedPeople {

	/** How large a list may be, in bytes. */
	static final int LARGEST = 1_000_000;

	private static final char[] SEPARATORS = { ',', ';', '\t' };

	private ListedPeople() {
	}

	/** What a column holds, and what it is called in lists that we met. */
	enum Column {

		EMAIL("e-mail", "email", "e-mail address", "email address", "user email", "mail", "correo",
				"correo electronico", "courriel", "adresse e-mail", "e-mail-adresse", "البريد", "البريد الإلكتروني",
				"العنوان"),
		NAME("name", "full name", "display name", "nombre", "nombre completo", "nom", "nom complet", "nome",
				"name (original name)", "الاسم", "الاسم الكامل"),
		FIRST("first name", "given name", "firstname", "prenom", "nombre de pila", "vorname", "الاسم الأول"),
		LAST("last name", "family name", "surname", "lastname", "apellido", "apellidos", "nom de famille", "nachname",
				"اسم العائلة"),
		HANDLE("handle", "username", "user name", "المعرف", "المعرّف"),
		INITIALS("initials", "iniciales", "initiales", "الأحرف الأولى"),
		ORGANISATION("organisation", "organization", "company", "institution", "affiliation", "organizacion",
				"organización", "entreprise", "المؤسسة"),
		COUNTRY("country", "country/region", "country/region name", "pais", "país", "pays", "land", "البلد");

		/** Each between two bars. */
		private final String names;

		Column(String... names) {
			this.names = "|" + String.join("|", names) + "|";
		}

		boolean isCalled(String name) {
			return this.names.contains("|" + name + "|");
		}

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
	 * The text of a file, whatever its encoding.
	 * @throws Refused if it is none
	 */
	static String text(byte[] file) {
		if (file.length > LARGEST) {
			throw new Refused("member-import.large", LARGEST / 1_000);
		}
		if (starts(file, 0x50, 0x4B)) {
			throw new Refused("member-import.spreadsheet");
		}
		if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw new Refused("member-import.old-spreadsheet");
		}
		var text = decoded(file);
		if (text.chars().anyMatch((sign) -> sign < ' ' && "\t\n\r\f".indexOf(sign) < 0)) {
			throw new Refused("member-import.not-text");
		}
		return text;
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
			var records = csv.iterator();
			var columns = columns(records.next());
			var rows = new ArrayList<Row>();
			var lines = new Lines(text);
			var first = new HashMap<String, Long>();
			while (records.hasNext()) {
				var record = records.next();
				if (record.stream().allMatch(String::isBlank)) {
					continue;
				}
				if (rows.size() == NewMembers.MOST) {
					throw new Refused("member-import.many", NewMembers.MOST);
				}
				rows.add(row(record, columns, lines.at(record.getCharacterPosition()), first));
			}
			if (rows.isEmpty()) {
				throw new Refused("member-import.header-only");
			}
			return rows;
		}
		catch (IOException | UncheckedIOException ex) {
			// A quote that is opened and not closed, or closed in the middle of a cell.
			throw new Refused("member-import.quotes");
		}
	}

	private static Row row(CSVRecord record, Map<Column, Integer> columns, long number, Map<String, Long> first) {
		var email = cell(record, columns, Column.EMAIL);
		var parts = (cell(record, columns, Column.FIRST) + " " + cell(record, columns, Column.LAST)).strip();
		var full = cell(record, columns, Column.NAME);
		var name = full.isEmpty() ? parts : full;
		var handle = cell(record, columns, Column.HANDLE);
		var problem = problem(name, email, handle, record, columns);
		if (problem == null && first.putIfAbsent(Email.of(email).value(), number) != null) {
			problem = "member-import.twice";
		}
		if (problem != null) {
			return new Row(number, name, email, null, problem);
		}
		var profile = new Profile(name, cell(record, columns, Column.INITIALS),
				cell(record, columns, Column.ORGANISATION), cell(record, columns, Column.COUNTRY), null);
		return new Row(number, name, email,
				new NewMembers.Person(profile, handle.isEmpty() ? null : new Handle(handle), Email.of(email)), null);
	}

	private static @Nullable String problem(String name, String email, String handle, CSVRecord record,
			Map<Column, Integer> columns) {
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
		var initials = cell(record, columns, Column.INITIALS);
		if (!Blank.is(initials) && !Profile.isInitials(initials)) {
			return "member-import.initials";
		}
		var fits = Profile.isLine(cell(record, columns, Column.ORGANISATION))
				&& Profile.isLine(cell(record, columns, Column.COUNTRY));
		return fits ? null : "member-import.too-long";
	}

	private static String cell(CSVRecord record, Map<Column, Integer> columns, Column column) {
		var at = columns.get(column);
		var value = (at != null && at < record.size()) ? record.get(at).strip() : "";
		return (column == Column.HANDLE && value.startsWith("@")) ? value.substring(1)
				: value.replaceAll("[\\s\\p{Z}]+", " ");
	}

	private static Map<Column, Integer> columns(CSVRecord header) {
		var columns = new HashMap<Column, Integer>();
		for (var at = 0; at < header.size(); at++) {
			var name = header.get(at).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
			for (var column : Column.values()) {
				if (column.isCalled(name)) {
					columns.putIfAbsent(column, at);
				}
			}
		}
		if (!columns.containsKey(Column.EMAIL)) {
			throw new Refused("member-import.no-email-column");
		}
		if (!columns.containsKey(Column.NAME) && !columns.containsKey(Column.FIRST)
				&& !columns.containsKey(Column.LAST)) {
			throw new Refused("member-import.no-name-column");
		}
		return columns;
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

	private static String decoded(byte[] file) {
		if (starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF)) {
			return new String(file, StandardCharsets.UTF_16);
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
		}
		catch (CharacterCodingException ex) {
			var guess = new CharsetDetector().setText(file).detect();
			var name = (guess != null) ? guess.getName() : "windows-1252";
			return new String(file, Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1);
		}
	}

	private static boolean starts(byte[] file, int... signs) {
		return file.length >= signs.length && Arrays.equals(Arrays.copyOf(file, signs.length), bytes(signs));
	}

	private static byte[] bytes(int... signs) {
		var bytes = new byte[signs.length];
		for (var at = 0; at < signs.length; at++) {
			bytes[at] = (byte) signs[at];
		}
		return bytes;
	}

	/** Counts the lines of a text as an editor does, from its beginning on. */
	private static final class Lines {

		private final String text;

		private int at;

		private long line = 1;

		Lines(String text) {
			this.text = text;
		}

		/** The line of what stands at this place, or below the empty lines there. */
		long at(long place) {
			while (this.at < place || (this.at < this.text.length() && isEnd(this.text.charAt(this.at)))) {
				var sign = this.text.charAt(this.at++);
				var isPair = sign == '\r' && this.at < this.text.length() && this.text.charAt(this.at) == '\n';
				if (isEnd(sign) && !isPair) {
					this.line++;
				}
			}
			return this.line;
		}

		private static boolean isEnd(char sign) {
			return sign == '\n' || sign == '\r';
		}

	}

}
