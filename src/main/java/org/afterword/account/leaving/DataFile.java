package org.afterword.account.leaving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.afterword.member.MemberId;
import org.afterword.member.PersonalData;
import org.afterword.site.FormerNames;
import org.afterword.site.Site;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that the forum knows of a member, in one file: once for programs (JSON), once for
 * people (HTML). What is in it, each module says.
 */
@Component
class DataFile {

	private final List<PersonalData> modules;

	private final JdbcClient sql;

	private final ObjectMapper json;

	private final ITemplateEngine templates;

	private final Site site;

	private final FormerNames former;

	DataFile(List<PersonalData> modules, JdbcClient sql, ObjectMapper json, ITemplateEngine templates, Site site,
			FormerNames former) {
		this.modules = modules;
		this.sql = sql;
		this.json = json;
		this.templates = templates;
		this.site = site;
		this.former = former;
	}

	byte[] make(MemberId member, Locale language) {
		var parts = parts(member);
		var everything = new LinkedHashMap<String, Object>();
		everything.put("site", this.site.address().toString());
		parts.forEach((part) -> everything.put(part.name(), part.rows()));
		var context = new Context(language);
		context.setVariable("parts", parts);
		context.setVariable("site", this.site.address());
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			add(zip, "data.json", this.former
				.in(this.json.writerWithDefaultPrettyPrinter().writeValueAsString(everything), language));
			add(zip, "data.html", this.former.in(this.templates.process("account/data-file", context), language));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private List<Part> parts(MemberId member) {
		var parts = new ArrayList<Part>();
		for (var module : this.modules) {
			for (var kept : module.kept()) {
				parts.add(new Part(kept.name(),
						this.sql.sql(kept.query()).param("member", member.value()).query(DataFile::row).list()));
			}
		}
		return parts;
	}

	/** Without what is not there, so that it reads well. */
	private static Map<String, Object> row(ResultSet row, int number) throws SQLException {
		var values = new LinkedHashMap<String, Object>();
		for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			var value = row.getObject(column);
			if (value instanceof Timestamp time) {
				value = time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
			}
			else if (value instanceof Array array) {
				value = List.of((Object[]) array.getArray());
			}
			if (value != null) {
				values.put(row.getMetaData().getColumnLabel(column), value);
			}
		}
		return values;
	}

	private static void add(ZipOutputStream zip, String name, String words) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(words.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	/** A list in the file, and its rows by the names of their columns. */
	record Part(String name, List<Map<String, Object>> rows) {

	}

}
