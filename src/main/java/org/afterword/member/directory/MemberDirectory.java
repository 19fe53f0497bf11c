package org.afterword.member.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.afterword.kernel.NotAllowed;
import org.afterword.member.MemberView;
import org.afterword.member.Members;
import org.afterword.member.Viewer;
import org.afterword.member.directory.Directory.Search;
import org.afterword.member.directory.Directory.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of members: each is listed for those whom they allow to find them, and for
 * staff.
 */
@Service
@Transactional(readOnly = true)
public class MemberDirectory {

	/** How many members one part shows. */
	public static final int PART = 50;

	/** Accents of letters, and the vowel signs of Arabic. */
	private static final String MARKS = "[\u0300-\u036f\u064b-\u0655]";

	private final JdbcClient sql;

	private final Clock clock;

	MemberDirectory(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Lists members by handle. Administrators see, and search, the names that people go
	 * by; all others what is shown of them.
	 * @throws NotAllowed if somebody who is not staff asks for suspended or former
	 * members
	 */
	public Directory find(Viewer by, Search search) {
		if (search.state() != State.ACTIVE && !by.isFacilitator()) {
			throw new NotAllowed("list members who are " + search.state().word());
		}
		var part = rows(by, search);
		var shown = part.subList(0, Math.min(PART, part.size()));
		return new Directory(shown.stream().map(Row::member).toList(),
				shown.stream()
					.filter((one) -> one.suspended() && by.isFacilitator())
					.map((one) -> one.member().id())
					.collect(Collectors.toSet()),
				(part.size() > PART) ? part.get(PART).member().handle() : null);
	}

	/** One more than stand in a part, where there is a next one. */
	private List<Row> rows(Viewer by, Search search) {
		var name = by.isAdministrator() ? "coalesce(full_name, display_name)" : "display_name";
		return this.sql
			.sql("""
					select id, handle, %1$s as display_name, initials, organisation, country, about, role, status, created_at,
					       id in (select member_id from suspension where until > :now and lifted_at is null) as suspended
					from member
					where handle >= :from and status = :status
					and (:staff or listed = 'EVERYBODY' or (:member and listed = 'MEMBERS') or id = :me)
					and (not :suspended
					  or id in (select member_id from suspension where until > :now and lifted_at is null))
					and (cast(:role as text) is null or role = :role)
					and (:everybody or translate(lower(regexp_replace(normalize(
					  concat_ws(chr(10), handle, %1$s, organisation, country), nfkd), :marks, '', 'g')), 'łøđ', 'lod')
					  like :part escape '!')
					order by handle limit :most
					"""
				.formatted(name))
			.param("from", (search.from() != null) ? search.from().value() : "")
			.param("status", (search.state() == State.LEFT) ? "ERASED" : "ACTIVE")
			.param("suspended", search.state() == State.SUSPENDED)
			.param("staff", by.isFacilitator())
			.param("member", by.isMember())
			.param("me", by.isMember() ? by.id().value() : 0)
			.param("role", (search.role() != null) ? search.role().name() : null)
			.param("everybody", search.words().isBlank())
			.param("marks", MARKS)
			.param("part", "%" + plain(search.words()).replaceAll("[!%_]", "!$0") + "%")
			.param("now", Timestamp.from(this.clock.instant()))
			.param("most", PART + 1)
			.query(MemberDirectory::row)
			.list();
	}

	/** As the statement reads names: whoever types without accents finds them, too. */
	private static String plain(String words) {
		return Normalizer.normalize(words.replace("\0", "").strip(), Normalizer.Form.NFKD)
			.replaceAll(MARKS, "")
			.toLowerCase(Locale.ROOT)
			.replace('ł', 'l')
			.replace('ø', 'o')
			.replace('đ', 'd');
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(Members.view(row, number), row.getBoolean("suspended"));
	}

	private record Row(MemberView member, boolean suspended) {

	}

}
