package org.afterword.member;

import java.util.List;
import java.util.Map;

import org.afterword.kernel.NotAllowed;
import org.afterword.kernel.NotFound;
import org.afterword.kernel.Refused;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People who asked to join, and can do nothing until an administrator approves them. */
@Service
@Transactional
public class JoinRequests {

	/** How many a page shows. */
	public static final int PART = 50;

	private final Members members;

	private final MemberRepository repository;

	private final JdbcClient sql;

	private final ApplicationEventPublisher events;

	JoinRequests(Members members, MemberRepository repository, JdbcClient sql, ApplicationEventPublisher events) {
		this.members = members;
		this.repository = repository;
		this.sql = sql;
		this.events = events;
	}

	/**
	 * Asks to join.
	 * @throws Refused if the handle cannot be theirs, on the field {@code handle}
	 */
	public MemberId ask(Newcomer newcomer) {
		return this.members.admit(newcomer, Role.MEMBER, MemberStatus.WAITING, null);
	}

	/** Whether somebody has asked to join, and nobody has approved them yet. */
	@Transactional(readOnly = true)
	public boolean isWaiting(MemberId id) {
		return this.sql.sql("select status = 'WAITING' from member where id = ?")
			.param(id.value())
			.query(Boolean.class)
			.single();
	}

	/**
	 * Who waits, the first to ask at the beginning; one more than a page, where there are
	 * more.
	 * @param after only those after this one; 0 for the first page
	 * @throws NotAllowed unless an administrator asks
	 */
	@Transactional(readOnly = true)
	public List<MemberView> list(long after, Viewer by) {
		mustAdminister(by, "see who waits");
		return this.sql.sql(Members.VIEW + "where status = 'WAITING' and id > ? order by id limit ?")
			.params(after, PART + 1)
			.query(Members::view)
			.list();
	}

	/**
	 * How many wait, counted up to a limit; none for those who are not administrators.
	 */
	@Transactional(readOnly = true)
	public int count(Viewer viewer, int limit) {
		return viewer.isAdministrator()
				? this.sql.sql("select count(*) from (select from member where status = 'WAITING' limit ?) w")
					.param(limit)
					.query(Integer.class)
					.single()
				: 0;
	}

	/**
	 * Approves somebody who waits.
	 * @return false if they no longer wait
	 * @throws NotAllowed unless an administrator does
	 */
	public boolean approve(Viewer by, MemberId id) {
		mustAdminister(by, "approve a request to join");
		var approved = this.repository.approve(id.value()) == 1;
		if (approved) {
			this.events.publishEvent(
					new StaffAct(by.id(), Act.LET_IN, StaffAct.Subject.MEMBER, id.value(), null, Map.of(), Map.of()));
		}
		return approved;
	}

	/**
	 * Refuses somebody who waits; nothing is kept of them.
	 * @throws NotAllowed unless an administrator does
	 * @throws NotFound if nobody like this waits
	 */
	public void reject(Viewer by, MemberId id) {
		mustAdminister(by, "reject a request to join");
		this.sql.sql(
				"delete from member_email where member_id = (select id from member where id = ? and status = 'WAITING')")
			.param(id.value())
			.update();
		if (this.repository.reject(id.value()) == 0) {
			throw new NotFound("somebody waiting " + id);
		}
	}

	private static void mustAdminister(Viewer by, String act) {
		if (!by.isAdministrator()) {
			throw new NotAllowed(act);
		}
	}

}
