package org.afterword.account.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.afterword.account.AccountMail;
import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.Refused;
import org.afterword.member.Handle;
import org.afterword.member.NewMembers;
import org.afterword.member.UsualLanguage;
import org.afterword.member.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports a list of members, for administrators: what it would do, and doing it. */
@Service
@Transactional
class MemberImport {

	private final NewMembers newMembers;

	private final AccountMail accountMail;

	private final UsualLanguage languages;

	MemberImport(NewMembers newMembers, AccountMail accountMail, UsualLanguage languages) {
		this.newMembers = newMembers;
		this.accountMail = accountMail;
		this.languages = languages;
	}

	/**
	 * What becomes of one row.
	 *
	 * @param handle null where it makes no member
	 * @param problem the key of the sentence that says why not; null where it does
	 */
	public record Line(long number, String name, String email, @Nullable Handle handle, @Nullable String problem) {

	}

	/** What becomes of a list. */
	public record Report(List<Line> lines) {

		public List<Line> getMade() {
			return this.lines.stream().filter((line) -> line.problem() == null).toList();
		}

		public List<Line> getSkipped() {
			return this.lines.stream().filter((line) -> line.problem() != null).toList();
		}

	}

	/**
	 * What would become of a list. Nothing is changed.
	 * @throws NotAllowed unless an administrator asks
	 * @throws Refused if it cannot be read
	 */
	@Transactional(readOnly = true)
	Report preview(Viewer by, String list) {
		var rows = rows(by, list);
		return report(rows, this.newMembers.plan(by, people(rows)));
	}

	/**
	 * Makes members of all who can be: all of these, or nobody.
	 * @param tell whether they get an e-mail about it, in the language of the site
	 * @throws NotAllowed unless an administrator does
	 * @throws Refused if the list cannot be read
	 */
	Report run(Viewer by, String list, boolean tell) {
		var rows = rows(by, list);
		var people = people(rows);
		var plans = this.newMembers.create(by, people);
		if (tell) {
			for (var at = 0; at < people.size(); at++) {
				var handle = plans.get(at).handle();
				if (handle != null) {
					this.accountMail.imported(people.get(at).email(), this.languages.usualLanguage(), by.name(),
							handle);
				}
			}
		}
		return report(rows, plans);
	}

	private static List<PeopleList.Row> rows(Viewer by, String list) {
		check(by);
		return PeopleList.read(list);
	}

	/**
	 * @throws NotAllowed unless it is an administrator
	 */
	static void check(Viewer by) {
		if (!by.isAdministrator()) {
			throw new NotAllowed("import members");
		}
	}

	private static List<NewMembers.Person> people(List<PeopleList.Row> rows) {
		return rows.stream().flatMap((row) -> Stream.ofNullable(row.person())).toList();
	}

	private static Report report(List<PeopleList.Row> rows, List<NewMembers.Plan> plans) {
		var lines = new ArrayList<Line>();
		var next = plans.iterator();
		for (var row : rows) {
			if (row.person() == null) {
				lines.add(new Line(row.number(), row.name(), row.email(), null, row.problem()));
			}
			else {
				var plan = next.next();
				lines.add(new Line(row.number(), row.name(), row.email(), plan.handle(), plan.problem()));
			}
		}
		return new Report(lines);
	}

}
