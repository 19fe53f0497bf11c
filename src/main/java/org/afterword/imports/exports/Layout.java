package org.afterword.imports.exports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Which columns of a table contain what. */
record Layout(Map<Column, List<Integer>> columns, int width) {

	/** Null if the row is no header. */
	static @Nullable Layout header(List<String> row) {
		var columns = new EnumMap<Column, List<Integer>>(Column.class);
		var named = 0;
		var written = 0;
		for (var at = 0; at < row.size(); at++) {
			var cell = row.get(at);
			written += cell.isBlank() ? 0 : 1;
			var column = Column.of(cell).orElse(null);
			if (column != null) {
				named++;
				columns.computeIfAbsent(column, (one) -> new ArrayList<>()).add(at);
			}
		}
		var known = columns.keySet().stream().anyMatch((column) -> column != Column.OTHER);
		return (named >= 2 && 2 * named >= written && known) ? new Layout(columns, row.size()) : null;
	}

	/**
	 * The layout that applies after a row, which may be a header.
	 * @param before null outside a section of questions
	 */
	static @Nullable Layout after(@Nullable Layout before, List<String> row) {
		var header = header(row);
		if (header == null) {
			return before;
		}
		return header.has(Column.QUESTION) ? header : null;
	}

	boolean has(Column column) {
		return this.columns.containsKey(column);
	}

	List<Integer> at(Column column) {
		return this.columns.getOrDefault(column, List.of());
	}

	/** The first cell of these columns that is not blank; else empty. */
	String cell(List<String> row, Column column) {
		for (var at : at(column)) {
			if (at < row.size() && !row.get(at).isBlank()) {
				return row.get(at);
			}
		}
		return "";
	}

}
