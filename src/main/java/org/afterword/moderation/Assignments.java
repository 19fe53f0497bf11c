package org.afterword.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.afterword.kernel.Conflict;
import org.afterword.member.MemberErased;
import org.afterword.member.Viewer;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks after a row of the desk at this moment. Taking changes nothing else, and ends
 * by the clock. Whoever calls knows that the row is there, and who may.
 */
@Service
@Transactional
public class Assignments {

	/** How long a row is whose who took it; then anybody may take it. */
	public static final Duration KEPT = Duration.ofMinutes(30);

	private final JdbcClient sql;

	private final Clock clock;

	Assignments(JdbcClient sql, Clock clock) {
		this.sql = sql;
		this.clock = clock;
	}

	/**
	 * Takes a row, from now on for {@link #KEPT}. False where it was theirs before.
	 * @param kind the part of the desk on which it stands
	 * @throws Overtaken where it is somebody else’s
	 */
	public boolean take(String kind, long thing, Viewer by) {
		forget();
		// Two who take it at once line up here, and one of them finds it taken.
		var holder = this.sql.sql("""
				insert into taken as t (kind, thing_id, member_id, taken_at) values (:kind, :thing, :me, :now)
				on conflict (kind, thing_id) do update
				set member_id = case when t.taken_at <= :free then :me else t.member_id end,
				    taken_at = case when t.taken_at <= :free or t.member_id = :me then :now else t.taken_at end
				returning xmax = 0 as news, member_id = :me as mine, taken_at,
				          (select display_name from member m where m.id = member_id) as name""")
			.param("kind", kind)
			.param("thing", thing)
			.param("me", by.id().value())
			.param("now", Timestamp.from(this.clock.instant()))
			.param("free", free())
			.query((row, line) -> new Holder(row.getBoolean("news"), row.getBoolean("mine"), row.getString("name"),
					row.getTimestamp("taken_at")))
			.single();
		if (!holder.mine()) {
			throw new Conflict("desk.taken-by", holder.name(), holder.since().toInstant());
		}
		return holder.news();
	}

	/** Who looks after things of one kind at this moment, by their numbers. */
	@Transactional(readOnly = true)
	public Map<Long, Assignment> of(String kind, Collection<Long> things, Viewer viewer) {
		var taken = new HashMap<Long, Assignment>();
		this.sql.sql("""
				select k.thing_id, m.display_name, k.member_id = :me as mine, k.taken_at
				from taken k join member m on m.id = k.member_id
				where k.kind = :kind and k.thing_id = any(:things) and k.taken_at > :free""")
			.param("kind", kind)
			.param("things", things.toArray(Long[]::new))
			.param("me", viewer.id().value())
			.param("free", free())
			.query((row) -> {
				taken.put(row.getLong("thing_id"), new Assignment(row.getString("display_name"), row.getBoolean("mine"),
						row.getTimestamp("taken_at").toInstant()));
			});
		return taken;
	}

	/** Gives back what one has taken. False where one has not. */
	public boolean giveBack(String kind, long thing, Viewer by) {
		return this.sql.sql("delete from taken where kind = ? and thing_id = ? and member_id = ?")
			.params(kind, thing, by.id().value())
			.update() == 1;
	}

	/** Frees a row, whoever has it. False where nobody has. */
	public boolean free(String kind, long thing) {
		return this.sql.sql("delete from taken where kind = ? and thing_id = ? and taken_at > ?")
			.params(kind, thing, free())
			.update() == 1;
	}

	@EventListener
	void on(MemberErased event) {
		this.sql.sql("delete from taken where member_id = ?").param(event.member().value()).update();
	}

	/** What is over is of no use to anybody; what somebody takes at this moment stays. */
	private void forget() {
		this.sql.sql("""
				delete from taken where (kind, thing_id) in (
				    select kind, thing_id from taken where taken_at <= ? for update skip locked)""")
			.param(free())
			.update();
	}

	/** What was taken before is free again. */
	private Timestamp free() {
		return Timestamp.from(this.clock.instant().minus(KEPT));
	}

	private record Holder(boolean news, boolean mine, String name, Timestamp since) {

	}

}
