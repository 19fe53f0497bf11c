package org.afterword.account.administration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.afterword.kernel.Refused;
import org.apache.commons.csv.CSVRecord;

/**
 * Which columns a list of people has.
 *
 * @param places of the columns, from 0
 */
record PeopleColumns(Map<Column, Integer> places) {

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
	 * Reads the first line of a list.
	 * @throws Refused if there is no column with addresses, or none with names
	 */
	static PeopleColumns of(CSVRecord header) {
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
		return new PeopleColumns(columns);
	}

	/** What a row has in this column, on one line; empty for nothing. */
	String cell(CSVRecord row, Column column) {
		var at = this.places.get(column);
		var value = (at != null && at < row.size()) ? row.get(at).strip() : "";
		return (column == Column.HANDLE && value.startsWith("@")) ? value.substring(1)
				: value.replaceAll("[\\s\\p{Z}]+", " ");
	}

}
